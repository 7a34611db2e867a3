import { toEngineCase } from '@openrounds/clinical-language';
import { CaseInput } from '@openrounds/contracts';
import { shippedVocabulary } from '../support/shipped';

/** What is said of a list is said of each thing in it, and what a list says it says of each place. */
const LISTED: readonly (readonly [text: string, has: readonly string[], hasNot: readonly string[]])[] = [
  ['He has pain in the ankles and knees.', ['foot-or-ankle-pain', 'knee-pain'], []],
  ['Pain in the left knee and right ankle.', ['knee-pain', 'foot-or-ankle-pain'], []],
  ['Her mouth and eyes are dry.', ['dry-mouth', 'dry-eyes'], []],
  ['There is a rash on the face, trunk and palms.', ['rash-on-palms-and-soles', 'rash-mainly-on-trunk'], []],
  ['The eye is red, painful and watery.', ['red-eye', 'eye-pain', 'watery-eyes'], []],
  ['The abdomen is soft, tender and distended.', ['abdominal-tenderness', 'abdominal-distension'], []],
  [
    'Pain in the chest, left arm and jaw.',
    ['pain-radiating-to-left-arm-or-jaw'],
    ['facial-pain', 'limb-pain'],
  ],
  ['Pain in the chest, arms weak.', ['chest-pain', 'limb-weakness'], ['limb-pain']],
  ['The eye is red, the knee is swollen.', ['red-eye', 'knee-swelling'], ['eyelid-swelling-or-redness']],
  ['双膝及双踝关节疼痛', ['knee-pain', 'foot-or-ankle-pain'], []],
];

describe('what a list says', () => {
  const vocabulary = shippedVocabulary();

  it.each(LISTED)('%s', (text, has, hasNot) => {
    const { observed } = toEngineCase(CaseInput.parse({ narrative: text }), vocabulary);
    const present = observed
      .filter(({ presence }) => presence === 'present')
      .map(({ findingId }) => findingId);
    expect(present).toEqual(expect.arrayContaining([...has]));
    expect(present.filter((id) => hasNot.includes(id))).toEqual([]);
  });
});
