import { toEngineCase } from '@openrounds/clinical-language';
import { CaseInput } from '@openrounds/contracts';
import { shippedVocabulary } from '../support/shipped';

/** What others have is a history or an exposure of the patient, and a medicine that is not taken denies no illness. */
const OF_OTHERS: readonly (readonly [text: string, has: readonly string[], lacks: readonly string[]])[] = [
  ['男，45岁，胸痛。父高血压，母体健。', ['family-history-of-hypertension'], ['known-hypertension']],
  ['男，16岁，逃学。父酗酒。', ['family-history-of-alcohol-misuse'], ['heavy-alcohol-use']],
  [
    '女，33岁，心悸。母甲亢，妹哮喘。',
    ['family-history-of-autoimmune-disease', 'family-history-of-atopy'],
    ['known-copd-or-asthma'],
  ],
  [
    'A woman of 30 has palpitations. Her sister has Graves disease.',
    ['family-history-of-autoimmune-disease'],
    ['known-thyroid-disease'],
  ],
  ['女，30岁，咳嗽。丈夫肺结核。', ['contact-with-tuberculosis'], ['previous-tuberculosis']],
  ['男，68岁，咳嗽。其弟患肺结核。', [], ['contact-with-tuberculosis', 'previous-tuberculosis']],
  ['A boy of 5 has a rash. His brother has chickenpox.', ['contact-with-similar-illness'], []],
  ['A man of 30 has a rash. His brother had measles as a child.', [], ['contact-with-similar-illness']],
  ['A girl of 9 itches. Two others in her class have the same.', ['contact-with-similar-illness'], []],
  ['A girl of 9 itches. Two others in her class do not have the same.', [], ['contact-with-similar-illness']],
  ['A girl of 9 wheezes. Neither parent has asthma.', [], ['known-copd-or-asthma']],
  ['A man of 30 is thirsty. Both parents have diabetes.', ['family-history-of-diabetes'], ['known-diabetes']],
  ['A man of 60 is tired and is not taking his levothyroxine.', ['missed-regular-medicines'], []],
  [
    'A woman of 40 has sinusitis. Amoxicillin for a week made no difference.',
    ['symptoms-persist-despite-antibiotics'],
    [],
  ],
];

describe('what others have and what is not taken', () => {
  const vocabulary = shippedVocabulary();

  it.each(OF_OTHERS)('%s', (text, has, lacks) => {
    const { observed } = toEngineCase(CaseInput.parse({ narrative: text }), vocabulary);
    const present = observed
      .filter(({ presence }) => presence === 'present')
      .map(({ findingId }) => findingId);
    expect(present).toEqual(expect.arrayContaining([...has]));
    expect(present.filter((findingId) => lacks.includes(findingId))).toEqual([]);
  });

  it('denies no illness by a medicine that is not taken', () => {
    const { observed } = toEngineCase(
      CaseInput.parse({ narrative: 'He is not taking carbamazepine.' }),
      vocabulary,
    );
    const denied = observed.filter(({ presence }) => presence === 'absent').map(({ findingId }) => findingId);
    expect(denied).not.toContain('known-epilepsy');
  });
});
