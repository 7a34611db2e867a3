import { type LlmRankingRequest } from '../../ports/rank-with-llm';

/** The question of a probe: of nobody, and with as little to read and to write as a question can have. */
export const TINY_REQUEST: LlmRankingRequest = {
  language: 'en',
  patient: { ageYears: null, sex: 'unknown', pregnant: null },
  setting: null,
  facts: [{ findingId: 'rhinorrhoea', name: 'Runny nose', presence: 'present' }],
  diseases: [{ diseaseId: 'common-cold', name: 'Common cold' }],
};
