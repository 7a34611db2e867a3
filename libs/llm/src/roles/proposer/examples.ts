import { type RoleExample } from '../role-example';
import { type LlmProposalRequest, type LlmProposals } from './proposer';

/** Made up, to show what is asked, what may come, and what is made of it. */
export const PROPOSER_EXAMPLES: readonly RoleExample<LlmProposalRequest, LlmProposals>[] = [
  {
    name: 'names what was not thought of, and nothing twice',
    input: {
      language: 'en',
      patient: { ageYears: 63, sex: 'male', pregnant: null },
      setting: 'emergency',
      facts: [{ findingId: 'pleuritic-chest-pain', name: 'Pleuritic chest pain', presence: 'present' }],
      considered: [{ diseaseId: 'pulmonary-embolism', name: 'Pulmonary embolism' }],
    },
    raw: {
      proposals: [
        { name: 'Pulmonary embolism (PE)' },
        { name: 'Bornholm disease' },
        { name: 'bornholm\ndisease' },
      ],
    },
    value: { proposals: [{ name: 'Bornholm disease' }] },
  },
  {
    name: 'is content with nothing',
    input: {
      language: 'zh',
      patient: { ageYears: null, sex: 'unknown', pregnant: null },
      setting: null,
      facts: [{ findingId: 'rhinorrhoea', name: '流涕', presence: 'present' }],
      considered: [{ diseaseId: 'common-cold', name: '普通感冒' }],
    },
    raw: { proposals: [] },
    value: { proposals: [] },
  },
];
