import { type Token } from '../model/token';
import { type EnginePatient } from '../model/understanding';
import { normalise } from '../normalise/normalise';
import { tokenise } from '../normalise/tokens';
import { mentionApart } from './mention';
import { inItsPlace, OUT_OF_PLACE_ROWS } from './out-of-place';

const patientOf = (ageYears: number | null): EnginePatient => ({ ageYears, sex: 'unknown', pregnant: null });

const RATHER_OLD = 30;

/** What words of a text mean that would be a finding elsewhere; `null` for no finding at all. */
function meant(
  text: string,
  findingId: string,
  words: readonly string[],
  patient: EnginePatient,
): string | null {
  const tokens: readonly Token[] = tokenise(normalise(text));
  const used = tokens.flatMap((token, at) => (words.includes(token.text) ? [at] : []));
  const mention = mentionApart(used, { kind: 'finding', findingId });
  const sentence = { from: 0, to: tokens.length, section: 'narrative' as const };
  expect(used).not.toEqual([]);
  const [sense] = inItsPlace(tokens, mention, sentence, patient).flatMap(({ senses }) => senses);
  return sense !== undefined && 'findingId' in sense ? sense.findingId : null;
}

describe('words that mean something else in some places', () => {
  it.each(OUT_OF_PLACE_ROWS.map(({ example, ...row }) => [example, row] as const))(
    '%s',
    (text, { finding, words, instead }) => {
      expect(meant(text, finding, words, patientOf(RATHER_OLD))).toBe(instead ?? null);
    },
  );

  it.each(OUT_OF_PLACE_ROWS.map(({ finding, words }) => [words[0] ?? '', finding] as const))(
    'leaves "%s" alone a finding',
    (text, finding) => {
      expect(meant(text, finding, [text], patientOf(null))).toBe(finding);
    },
  );

  it('leaves a finding where what is beside does not count', () => {
    expect(
      meant('Brushed his teeth, then coughed and spat blood.', 'haemoptysis', ['spat'], patientOf(null)),
    ).toBe('haemoptysis');
  });
});
