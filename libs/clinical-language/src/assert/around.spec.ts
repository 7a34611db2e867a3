import { AROUND, type Around } from '../frame/words-around';
import { readText } from '../segment/read-text';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { saidAround } from './around';

const { tokens } = readText('my sister coughs');
const heard = (likely: Partial<Record<Around, number>>): Around =>
  saidAround(tokens, { from: 0, to: 3 }, { from: 2, to: 3 }, {
    around: { probabilities: () => AROUND.map((said) => likely[said] ?? 0) },
  } as Partial<CompiledVocabulary> as CompiledVocabulary);

describe('saidAround', () => {
  it('leaves a finding present while that is not unlikely', () => {
    expect(heard({ present: 0.35, absent: 0.65 })).toBe('present');
    expect(heard({ present: 1 })).toBe('present');
  });

  it('hears what is likeliest where present is unlikely', () => {
    expect(heard({ present: 0.2, 'other-person': 0.5, past: 0.3 })).toBe('other-person');
  });

  it('doubts what is likely denied, and denies what is more than likely so', () => {
    expect(heard({ present: 0.2, absent: 0.8 })).toBe('possible');
    expect(heard({ present: 0.1, absent: 0.9 })).toBe('absent');
  });
});
