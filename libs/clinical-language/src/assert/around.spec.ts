import { AROUND, type Around } from '../frame/words-around';
import { readText } from '../segment/read-text';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { saidAround } from './around';

const heard = (likely: Partial<Record<Around, number>>, text = 'my sister coughs'): Around => {
  const { tokens } = readText(text);
  const from = tokens.findIndex((token) => token.text === 'coughs');
  return saidAround(tokens, { from: 0, to: tokens.length }, { from, to: from + 1 }, {
    around: { probabilities: () => AROUND.map((said) => likely[said] ?? 0) },
  } as Partial<CompiledVocabulary> as CompiledVocabulary);
};

describe('saidAround', () => {
  it('leaves a finding present while that is not unlikely', () => {
    expect(heard({ present: 0.4, absent: 0.6 })).toBe('present');
    expect(heard({ present: 1 })).toBe('present');
  });

  it('says nothing of a finding that stands alone in its sentence', () => {
    expect(heard({ absent: 1 }, 'coughs.')).toBe('present');
    expect(heard({ absent: 1 }, '- coughs;')).toBe('present');
  });

  it('hears what is likeliest where present is unlikely', () => {
    expect(heard({ present: 0.2, 'other-person': 0.5, past: 0.3 })).toBe('other-person');
  });

  it('asks more of a denial than of anything else', () => {
    expect(heard({ present: 0.25, absent: 0.75 })).toBe('present');
    expect(heard({ present: 0.25, past: 0.75 })).toBe('past');
    expect(heard({ present: 0.1, absent: 0.9 })).toBe('absent');
  });
});
