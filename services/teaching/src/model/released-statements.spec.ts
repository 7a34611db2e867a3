import { type CaseBody } from '@openrounds/contracts';
import { releasedStatements, withheldNames } from './released-statements';

const EMBOLISM = {
  id: 'pulmonary-embolism',
  name: { en: 'Pulmonary embolism', zh: '肺栓塞' },
  synonyms: { en: ['PE'], zh: ['肺动脉栓塞'] },
};
const vocabulary = { diseases: new Map([[EMBOLISM.id, EMBOLISM]]) };
const body = {
  stages: [
    {
      stage: 'history',
      text: {
        en: 'She is 58 years old. Her sister had a PE. Breathing in hurts.',
        zh: '女，58岁。姐姐曾患肺栓塞。',
      },
      findings: {},
    },
    { stage: 'imaging', text: { en: 'The scan is ready.' }, findings: {} },
  ],
  key: { diagnosis: EMBOLISM.id, acceptable: [], alternatives: [], mustConsider: [] },
} satisfies Pick<CaseBody, 'stages' | 'key'>;
const textsOf = (open: number, language: 'en' | 'zh') =>
  releasedStatements(body, open, language, vocabulary).map(({ text }) => text);

describe('what the patient of a case may say', () => {
  it('is what the open stages tell, without the sentences that name the diagnosis', () => {
    expect(textsOf(1, 'en')).toEqual(['She is 58 years old.', 'Breathing in hurts.']);
    expect(textsOf(1, 'zh')).toEqual(['女，58岁。']);
  });

  it('is in the other language where a stage has but that', () => {
    expect(textsOf(2, 'zh')).toEqual(['女，58岁。', 'The scan is ready.']);
  });

  it('has names that are withheld, in both languages', () => {
    expect(withheldNames(body, vocabulary)).toEqual(['Pulmonary embolism', '肺栓塞', 'PE', '肺动脉栓塞']);
  });
});
