import { caseInWords, languageInWords, section } from '../../case/case-in-words';
import { type Prompt, type Role } from '../../ports/role';
import { readRanking } from './read-ranking';
import { OTHER_ID, type LlmRanking, type LlmRankingRequest } from './ranking';
import { RankingAnswer } from './ranking-answer';

const SYSTEM = [
  'You give a second opinion for teaching clinical reasoning, never for the care of a patient.',
  'From the coded facts alone, rank the diagnoses that could be the main explanation of the presentation, at most 15.',
  'Take diagnoses from the list and give their id exactly as written there.',
  `What could be and is not in the list is ${OTHER_ID}: one entry for all of it.`,
  'Give each a probability between 0 and 1; their sum must not exceed 1; leave room for what you do not name.',
  'A fact that is not mentioned is unknown, not absent.',
].join('\n');

const OTHER = { diseaseId: OTHER_ID, name: 'none of these' };

/** Ranks diagnoses for coded facts: a second opinion, shown beside the engine's; nothing of it enters the engine. */
export const RANKER: Role<LlmRankingRequest, LlmRanking> = {
  name: 'ranker',
  promptVersion: '2',
  schema: RankingAnswer,
  prompt: promptOf,
  read: (raw, { diseases }) => readRanking(raw, diseases),
};

function promptOf(request: LlmRankingRequest): Prompt {
  const diseases = [...request.diseases, OTHER].map(({ diseaseId, name }) => `${diseaseId}: ${name}`);
  const user = [
    ...caseInWords(request),
    section('List of diseases', diseases),
    `Write names in ${languageInWords(request.language)}.`,
  ].join('\n\n');
  return { system: SYSTEM, user };
}
