import { type RoleExample } from '../role-example';
import { type LlmRanking, type LlmRankingRequest } from './ranking';

/** Made up, to show what is asked, what may come, and what is made of it. */
export const RANKER_EXAMPLES: readonly RoleExample<LlmRankingRequest, LlmRanking>[] = [
  {
    name: 'ranks what was offered, most probable first',
    input: {
      language: 'en',
      patient: { ageYears: 63, sex: 'male', pregnant: null },
      setting: 'emergency',
      facts: [
        { findingId: 'pleuritic-chest-pain', name: 'Pleuritic chest pain', presence: 'present' },
        { findingId: 'fever', name: 'Fever', presence: 'absent' },
      ],
      diseases: [
        { diseaseId: 'pulmonary-embolism', name: 'Pulmonary embolism' },
        { diseaseId: 'pneumothorax', name: 'Pneumothorax' },
      ],
    },
    raw: {
      diagnoses: [
        { diseaseId: 'pneumothorax', name: 'Pneumothorax', probability: 0.2 },
        { diseaseId: 'pulmonary-embolism', name: 'PE', probability: 0.5 },
        { diseaseId: 'other', name: 'none of these', probability: 0.1 },
        { diseaseId: 'pericarditis', name: 'Pericarditis', probability: 0.1 },
      ],
    },
    value: {
      differential: [
        { diseaseId: 'pulmonary-embolism', name: 'Pulmonary embolism', probability: 0.5 },
        { diseaseId: 'pneumothorax', name: 'Pneumothorax', probability: 0.2 },
      ],
    },
  },
];
