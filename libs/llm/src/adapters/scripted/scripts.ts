import { type LlmNarrationRequest } from '../../roles/narrator/narrator';
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

const MOST_SENTENCES = 5;

/** The evidence itself, a sentence for each piece of the first. */
const narrator = ({ evidence }: LlmNarrationRequest): unknown => ({
  sentences: evidence.slice(0, MOST_SENTENCES).map(({ id, text }) => ({ text, evidence: [id] })),
});

const TO_PATIENTS = {
  en: 'Nothing is certain yet, and we will look further together.',
  zh: '现在还不能确定，我们会一起继续了解。',
} as const;

const layNarrator = ({ language, evidence }: LlmNarrationRequest): unknown => ({
  sentences: evidence.slice(0, 1).map(({ id }) => ({ text: TO_PATIENTS[language], evidence: [id] })),
});

/** What the script says, by role. */
export const SCRIPTS: Readonly<Record<string, (input: unknown) => unknown>> = {
  ranker: (input) => ranker(input as LlmRankingRequest),
  proposer: (input) => proposer(input as LlmProposalRequest),
  narrator: (input) => narrator(input as LlmNarrationRequest),
  'lay-narrator': (input) => layNarrator(input as LlmNarrationRequest),
};
