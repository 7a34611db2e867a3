import { type LlmProposalRequest } from '../../roles/proposer/proposer';
import { type LlmRankingRequest } from '../../roles/ranker/ranking';

/** Of the first candidates, the first two the other way round, so that there is a disagreement to look at. */
const PROBABILITIES = [0.2, 0.45, 0.1, 0.06, 0.04];

/** A ranking of the candidates in the order in which they were given. */
const ranker = ({ diseases }: LlmRankingRequest): unknown => ({
  diagnoses: diseases
    .slice(0, PROBABILITIES.length)
    .map((disease, place) => ({ ...disease, probability: PROBABILITIES[place] })),
});

const OUTSIDE = { en: 'Scripted diagnosis outside the list', zh: '列表以外的诊断（脚本演示）' } as const;

const proposer = ({ language }: LlmProposalRequest): unknown => ({
  proposals: [{ name: OUTSIDE[language] }],
});

/** What the script says, by role. */
export const SCRIPTS: Readonly<Record<string, (input: unknown) => unknown>> = {
  ranker: (input) => ranker(input as LlmRankingRequest),
  proposer: (input) => proposer(input as LlmProposalRequest),
};
