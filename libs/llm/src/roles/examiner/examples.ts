import { type RoleExample } from '../role-example';
import { type LlmDraftingRequest, type LlmQuestionDrafts } from './question-drafts';
import { type LlmFeedback, type LlmFeedbackRequest } from './rubric-feedback';

const OPTIONS = [
  { text: 'CT pulmonary angiography', right: true },
  { text: 'Exercise test', right: false },
  { text: 'Spirometry', right: false },
];

/** Made up. */
export const DRAFTED_CASE: LlmDraftingRequest = {
  language: 'en',
  patient: { ageYears: 58, sex: 'female', pregnant: null },
  setting: 'emergency',
  facts: [{ findingId: 'dyspnoea', name: 'Sudden breathlessness', presence: 'present' }],
  key: 'Pulmonary embolism',
  evidence: [{ id: 'e1', text: 'Sudden breathlessness speaks for pulmonary embolism.' }],
  count: 2,
};

/** Made up. */
export const REPRESENTATION: LlmFeedbackRequest = {
  language: 'zh',
  representation: '60岁男性，突发胸痛2小时。',
  rubric: [
    { id: 'who', text: '年龄和性别' },
    { id: 'time', text: '起病方式和时间' },
    { id: 'context', text: '相关背景' },
  ],
};

/** Made up, to show what is asked, what may come, and what is made of it. */
export const QUESTION_DRAFTER_EXAMPLES: readonly RoleExample<LlmDraftingRequest, LlmQuestionDrafts>[] = [
  {
    name: 'keeps a question of the case and the sentences that have evidence',
    input: DRAFTED_CASE,
    raw: {
      questions: [
        {
          stem: 'A 58-year-old woman is suddenly breathless. Which test comes next?',
          options: OPTIONS,
          explanation: [
            { text: 'Sudden breathlessness speaks for pulmonary embolism.', evidenceIds: ['e1', 'e7'] },
            { text: 'A guideline says so.', evidenceIds: [] },
          ],
        },
        { stem: 'Her D-dimer is 2400. What is it?', options: OPTIONS, explanation: [] },
      ],
    },
    value: {
      drafts: [
        {
          stem: 'A 58-year-old woman is suddenly breathless. Which test comes next?',
          options: OPTIONS,
          explanation: [
            { text: 'Sudden breathlessness speaks for pulmonary embolism.', evidenceIds: ['e1'] },
          ],
        },
      ],
      dropped: { 'no-evidence': 1, number: 1 },
    },
  },
];

/** Made up, as above. */
export const FEEDBACK_DRAFTER_EXAMPLES: readonly RoleExample<LlmFeedbackRequest, LlmFeedback>[] = [
  {
    name: 'quotes what is met, in the order of the rubric',
    input: REPRESENTATION,
    raw: {
      criteria: [
        { criterionId: 'context', judgement: 'missing', quote: null, advice: '可以补充危险因素。' },
        { criterionId: 'who', judgement: 'met', quote: '60岁男性', advice: '很清楚。' },
        { criterionId: 'time', judgement: 'met', quote: '起病3天', advice: '很好。' },
        { criterionId: 'style', judgement: 'met', quote: '突发', advice: '很好。' },
      ],
    },
    value: {
      criteria: [
        { criterionId: 'who', judgement: 'met', quote: '60岁男性', advice: '很清楚。' },
        { criterionId: 'context', judgement: 'missing', quote: null, advice: '可以补充危险因素。' },
      ],
      dropped: { 'not-quoted': 1, 'no-criterion': 1 },
    },
  },
];
