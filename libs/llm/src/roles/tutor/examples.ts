import { type RoleExample } from '../role-example';
import { type LlmTutoring, type LlmTutorRequest } from './tutoring';

const EVIDENCE = [
  { id: 'disease:pulmonary-embolism', text: 'Pulmonary embolism: number 1 of the list, probability 42 %' },
  {
    id: 'link:pulmonary-embolism:leg-swelling',
    text: 'Leg swelling (present) for Pulmonary embolism: likelihood ratio 2.5',
  },
];
const WHY: LlmTutorRequest = {
  language: 'en',
  evidence: EVIDENCE,
  earlier: [],
  question: 'Why does pulmonary embolism lead?',
  socratic: false,
};
const SWELLING = {
  text: 'The leg swelling speaks for it, with a likelihood ratio of 2.5.',
  evidence: ['link:pulmonary-embolism:leg-swelling'],
};
const BACK = {
  text: 'Which finding speaks most for pulmonary embolism?',
  evidence: ['disease:pulmonary-embolism'],
};

/** Made up, to show what is asked, what may come, and what is made of it. */
export const TUTOR_EXAMPLES: readonly RoleExample<LlmTutorRequest, LlmTutoring>[] = [
  {
    name: 'answers on evidence that exists and counts the rest',
    input: WHY,
    raw: {
      answered: true,
      sentences: [SWELLING, { text: 'A trial settled that.', evidence: ['trial:1'] }],
      asksBack: [BACK],
    },
    value: { answered: true, sentences: [SWELLING], asksBack: null, dropped: { 'unknown-evidence': 1 } },
  },
  {
    name: 'asks back where it is to, with no more than hints',
    input: { ...WHY, socratic: true },
    raw: { answered: true, sentences: [SWELLING, SWELLING, SWELLING], asksBack: [BACK, BACK] },
    value: { answered: true, sentences: [SWELLING, SWELLING], asksBack: BACK, dropped: {} },
  },
  {
    name: 'says nothing where the evidence holds no answer',
    input: { ...WHY, question: 'Which dose of heparin?' },
    raw: { answered: false, sentences: [SWELLING] },
    value: { answered: false, sentences: [], asksBack: null, dropped: {} },
  },
];
