import { candidatesOf, caseForLlm, type LlmProposalRequest, type LlmRankingRequest } from '@openrounds/llm';
import { type CaseMix } from '@openrounds/contracts';
import { type RankResult } from '@openrounds/ddx-engine';
import { namesOf } from '@openrounds/presentation';
import { type CaseRanker } from '../ranking/case-ranker';
import { type LineRanking } from '../ranking/ranked-line';

export type RankedInput = Extract<LineRanking, { readonly ranked: unknown }>;

/** What a language model is asked about a case, as the product asks it. */
export interface Questions {
  readonly ranking: LlmRankingRequest;
  readonly proposal: LlmProposalRequest;
  /** The engine's full list, which the answer is pooled with. */
  readonly own: RankResult['differential'];
}

export function questionsOf({ input, ranked }: RankedInput, ranker: CaseRanker, caseMix: CaseMix): Questions {
  const { setting, language = 'en' } = input;
  const { patient, observed } = ranked.ready;
  const own = ranker.rankFacts(setting, { patient, observed }, caseMix).differential;
  const names = namesOf(ranker.bundle, language);
  const about = caseForLlm({ patient, setting: setting ?? null, observed: [...observed] }, language, names);
  const raised = ranked.answer.mustNotMiss.map(({ diseaseId }) => diseaseId);
  const diseases = candidatesOf(own, raised).map((id) => ({ diseaseId: id, name: names.disease(id) }));
  return { ranking: { ...about, diseases }, proposal: { ...about, considered: diseases }, own };
}
