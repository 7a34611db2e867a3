import { type KeptSentences } from '../../evidence/evidence';
import { type RoleExample } from '../role-example';
import { type LlmNarrationRequest } from './narrator';

/** Made up, to show what is asked, what may come, and what is made of it. */
export const NARRATOR_EXAMPLES: readonly RoleExample<LlmNarrationRequest, KeptSentences>[] = [
  {
    name: 'keeps what stands on its evidence and counts the rest',
    input: {
      language: 'en',
      evidence: [
        {
          id: 'disease:pulmonary-embolism',
          text: 'Pulmonary embolism: number 1 of the list, probability 42 %',
        },
        { id: 'finding:fever', text: 'Fever: absent' },
      ],
    },
    raw: {
      sentences: [
        { text: 'Pulmonary embolism leads with 42 %.', evidence: ['disease:pulmonary-embolism'] },
        { text: 'A large trial showed as much.', evidence: ['trial:1'] },
        { text: 'Without fever, pneumonia is less likely.', evidence: ['finding:fever'] },
      ],
    },
    value: {
      sentences: [{ text: 'Pulmonary embolism leads with 42 %.', evidence: ['disease:pulmonary-embolism'] }],
      dropped: { 'unknown-evidence': 1, 'unheld-disease': 1 },
    },
  },
];
