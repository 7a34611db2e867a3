import { type RoleExample } from '../role-example';
import { type LlmVoice, type LlmVoiceRequest } from './voice';

/** Made up, to show what is asked, what may come, and what is made of it. */
export const PATIENT_EXAMPLES: readonly RoleExample<LlmVoiceRequest, LlmVoice>[] = [
  {
    name: 'says released facts in everyday words, and nothing besides',
    input: {
      language: 'en',
      patient: { ageYears: 58, sex: 'female' },
      statements: [
        { id: 's1', text: 'Sudden shortness of breath since this morning.' },
        { id: 's2', text: 'Flew home from Sydney 3 days ago.' },
      ],
      question: 'Have you travelled lately?',
      withheld: ['Pulmonary embolism'],
    },
    raw: {
      sentences: [
        { text: 'I flew back from Sydney three days ago.', statementIds: ['s2'] },
        { text: 'The flight took 22 hours.', statementIds: ['s2'] },
        { text: 'Could it be a pulmonary embolism?', statementIds: ['s1'] },
        { text: 'My mother had clots in her legs.', statementIds: ['s9'] },
      ],
    },
    value: {
      sentences: [{ text: 'I flew back from Sydney three days ago.', statementIds: ['s2'] }],
      dropped: { number: 1, withheld: 1, 'no-statement': 1 },
    },
  },
  {
    name: 'speaks Chinese',
    input: {
      language: 'zh',
      patient: { ageYears: 60, sex: 'male' },
      statements: [{ id: 's1', text: '咳嗽3天，无发热。' }],
      question: null,
      withheld: ['肺炎'],
    },
    raw: { sentences: [{ text: '大夫，我咳了三天了，没发烧。', statementIds: ['s1'] }] },
    value: { sentences: [{ text: '大夫，我咳了三天了，没发烧。', statementIds: ['s1'] }], dropped: {} },
  },
];
