import { type LlmRankingRequest } from '../../roles/ranker/ranking';

/** The first candidates, with the first two the other way round, so that there is a disagreement to look at. */
const PROBABILITIES = [0.2, 0.45, 0.1, 0.06, 0.04];

const OUTSIDE = { en: 'Scripted diagnosis outside the list', zh: '列表以外的诊断（脚本演示）' } as const;

/** A ranking of the candidates in the order in which they were given. */
export const rankerScript = ({ diseases, language }: LlmRankingRequest): unknown => ({
  diagnoses: [
    ...diseases
      .slice(0, PROBABILITIES.length)
      .map((disease, place) => ({ ...disease, probability: PROBABILITIES[place] })),
    { diseaseId: null, name: OUTSIDE[language], probability: 0.02 },
  ],
});
