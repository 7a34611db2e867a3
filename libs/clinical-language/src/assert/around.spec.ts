import { ToldText } from '../frame/clues-around';
import { AROUND, type Around } from '../frame/words-around';
import { readText } from '../segment/read-text';
import { saidAround } from './around';

type Likely = Partial<Record<Around, number>>;

const SAID =
  'as I said when I called you late this morning my sister coughs a lot when she lies down in bed at night';

/** What is told: by the text around; where that differs, by the sentence alone; and where nothing is known. */
function heard(
  likely: Likely,
  text = SAID,
  cued: Around = 'present',
  alone = likely,
  untold: Likely = { present: 0.6, absent: 0.2, past: 0.1, family: 0.05, conditional: 0.05 },
  { isHeaded = false, isAffirmed = false, isPlainlyDenied = false } = {},
): Around {
  const { tokens } = readText(text);
  const to = tokens.findIndex((token) => token.text === 'coughs') + 1;
  const told = [likely, alone, untold].map((each) => AROUND.map((said) => each[said] ?? 0));
  const tell = (words: ArrayLike<number>, likely: Float64Array): void =>
    likely.set((words.length === 0 ? told.at(-1) : told.shift()) ?? []);
  return saidAround(
    new ToldText(tokens, { at: [], how: [] }),
    { from: 0, to: tokens.length },
    { from: to - 1, to },
    { cued, isHeaded, isAffirmed, isPlainlyDenied },
    { tell },
  );
}

describe('saidAround', () => {
  it('leaves a finding present where nothing else is likely', () => {
    expect(heard({ present: 0.7, past: 0.15, family: 0.15 })).toBe('present');
    expect(heard({ present: 1 })).toBe('present');
  });

  it('says nothing of a finding that stands alone in its sentence', () => {
    expect(heard({ absent: 1 }, 'coughs.')).toBe('present');
    expect(heard({ absent: 1 }, '- coughs;')).toBe('present');
  });

  it('hears what is likeliest where present is unlikely', () => {
    expect(heard({ present: 0.2, 'other-person': 0.5, past: 0.3 })).toBe('other-person');
  });

  it('counts a relative and somebody else together', () => {
    const told = { present: 0.7, family: 0.12, 'other-person': 0.13, past: 0.05 } as const;
    expect(heard(told)).toBe('other-person');
  });

  it('denies nothing that an answer affirms, and yet hears when it was', () => {
    const affirmed = (likely: Likely): Around =>
      heard(likely, undefined, undefined, undefined, undefined, { isAffirmed: true });
    expect(affirmed({ present: 0.1, absent: 0.9 })).toBe('present');
    expect(affirmed({ present: 0.2, past: 0.8 })).toBe('past');
  });

  it('asks more of a denial than of anything else, in the sentence as well', () => {
    expect(heard({ present: 0.65, absent: 0.35 })).toBe('present');
    expect(heard({ present: 0.65, past: 0.35 })).toBe('past');
    expect(heard({ present: 0.4, absent: 0.6 })).toBe('absent');
    expect(heard({ present: 0.4, absent: 0.6 }, undefined, undefined, { present: 0.9, absent: 0.1 })).toBe(
      'present',
    );
  });

  it('leaves what cues say unless something else is twenty times as likely', () => {
    expect(heard({ present: 0.9, absent: 0.1 }, undefined, 'absent')).toBe('absent');
    expect(heard({ present: 0.96, absent: 0.04 }, undefined, 'absent')).toBe('present');
    expect(heard({ past: 0.96, present: 0.04 }, undefined, 'conditional')).toBe('past');
  });

  it('leaves what cues say where its words tell no more than any', () => {
    expect(heard({ present: 0.96, family: 0.04 }, undefined, 'family')).toBe('family');
    expect(heard({ present: 0.99, family: 0.01 }, undefined, 'family')).toBe('present');
  });

  it('asks the sentence alone as well before it leaves what cues say', () => {
    const [text, alone] = [{ present: 1 }, { present: 0.5, absent: 0.5 }];
    expect(heard(text, undefined, 'absent', alone)).toBe('absent');
  });

  it('does not tell the family from others against cues', () => {
    expect(heard({ family: 0.99, present: 0.01 }, undefined, 'other-person')).toBe('other-person');
    expect(heard({ family: 0.5, present: 0.5 }, undefined, 'other-person')).toBe('other-person');
  });

  it('leaves what only a heading says sooner', () => {
    const told = { present: 0.9, family: 0.1 };
    expect(heard(told, undefined, 'family')).toBe('family');
    expect(heard(told, undefined, 'family', told, undefined, { isHeaded: true })).toBe('present');
  });

  it('tells nothing of a few words', () => {
    expect(heard({ absent: 1 }, 'my sister coughs')).toBe('present');
    expect(heard({ present: 1 }, 'my sister coughs', 'family')).toBe('family');
  });

  it('leaves what stands alone to cues', () => {
    expect(heard({ present: 1 }, 'coughs.', 'family')).toBe('family');
  });

  it('leaves denied what is an item of a list of denials, if it may be past or of somebody else', () => {
    const plain = { isPlainlyDenied: true };
    const surely = { present: 0.97, absent: 0.01 };
    const untold = { present: 0.6, absent: 0.2 };
    expect(heard(surely, SAID, 'absent', surely, untold, plain)).toBe('absent');
    const past = { past: 0.97, absent: 0.01 };
    expect(heard(past, SAID, 'absent', past, untold, plain)).toBe('past');
  });
});
