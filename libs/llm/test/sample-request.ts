import { type LlmRankingRequest } from '../src/roles/ranker/ranking';

/** A request small enough to read. */
export function sampleRequest(change: Partial<LlmRankingRequest> = {}): LlmRankingRequest {
  return {
    language: 'en',
    patient: { ageYears: 54, sex: 'female', pregnant: null },
    setting: 'emergency',
    facts: [
      { findingId: 'sudden-onset-dyspnoea', name: 'Sudden breathlessness', presence: 'present' },
      { findingId: 'fever', name: 'Fever', presence: 'absent' },
      { findingId: 'd-dimer', name: 'D-dimer', presence: 'present', value: 'raised', certainty: 0.7 },
    ],
    diseases: [
      { diseaseId: 'pulmonary-embolism', name: 'Pulmonary embolism' },
      { diseaseId: 'community-acquired-pneumonia', name: 'Community-acquired pneumonia' },
      { diseaseId: 'panic-disorder', name: 'Panic disorder' },
    ],
    ...change,
  };
}
