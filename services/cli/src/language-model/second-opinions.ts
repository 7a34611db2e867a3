import { type CaseMix } from '@openrounds/contracts';
import { type CaseOutcome, type GoldMap, outcomeOf } from '@openrounds/evaluation';
import { type KnowledgeBundle, lookupOf } from '@openrounds/knowledge';
import {
  type LanguageModel,
  LlmFault,
  type LlmFaultCode,
  type LlmReply,
  type LlmRanking,
  poolWithLlm,
  RANKER,
} from '@openrounds/llm';
import { type EvaluatedCase, LISTED } from '../evaluation/evaluate-cases';
import { knownDiseases } from '../evaluation/known-diseases';
import { type CaseRanker } from '../ranking/case-ranker';
import { type RankedLine, rankedLine } from '../ranking/ranked-line';
import { questionsOf } from './questions';

/** What a model said of a case, held against the gold standard by itself and pooled with the engine. */
export interface SecondOpinion {
  readonly model: CaseOutcome;
  readonly pooled: CaseOutcome;
  /** Undefined where there was no question or no answer. */
  readonly reply: Omit<LlmReply<LlmRanking>, 'value' | 'raw'> | undefined;
  readonly fault: LlmFaultCode | undefined;
}

export interface OpinionInput {
  readonly evaluated: readonly EvaluatedCase[];
  readonly ranker: CaseRanker;
  readonly gold: GoldMap;
  readonly caseMix: CaseMix;
  readonly model: LanguageModel;
}

type Listed = Extract<RankedLine, { readonly differential: unknown }>;

/** Asks a model about every case, one at a time. A case without an answer is a miss of the model; pooled, it is the engine's. */
export async function* secondOpinions(input: OpinionInput): AsyncGenerator<SecondOpinion> {
  const { ranker, gold, caseMix, model } = input;
  const known = knownDiseases(ranker.bundle);
  for (const { outcome: engine, ranking } of input.evaluated) {
    const held = (list: Listed | null): CaseOutcome =>
      outcomeOf({ id: engine.id, labels: engine.labels, ranking: list }, gold, known);
    const line = rankedLine(ranking, ranker.bundle);
    if ('error' in ranking || 'error' in line) {
      yield { model: held(null), pooled: engine, reply: undefined, fault: undefined };
      continue;
    }
    const { ranking: request, own } = questionsOf(ranking, ranker, caseMix);
    const answered = await model.ask(RANKER, request).catch((error: unknown) => {
      if (error instanceof LlmFault) return error;
      throw error;
    });
    if (answered instanceof LlmFault) {
      yield { model: held(null), pooled: engine, reply: undefined, fault: answered.code };
      continue;
    }
    const { value, raw: _raw, ...reply } = answered;
    const listed = (
      list: readonly { readonly diseaseId: string; readonly probability: number }[],
    ): Listed => ({
      ...line,
      differential: list.slice(0, LISTED).map((each) => named(each, ranker.bundle)),
    });
    const left = 1 - value.differential.reduce((sum, { probability }) => sum + probability, 0);
    yield {
      // What the model leaves over is Other's; whom the engine calls dangerous does not depend on it.
      model: held({ ...listed(value.differential), other: Math.max(0, left) }),
      pooled: held(listed(poolWithLlm(own, value.differential))),
      reply,
      fault: undefined,
    };
  }
}

function named(
  { diseaseId, probability }: { readonly diseaseId: string; readonly probability: number },
  bundle: KnowledgeBundle,
): Listed['differential'][number] {
  const disease = lookupOf(bundle).diseases.get(diseaseId);
  return {
    diseaseId,
    name: disease?.name.en ?? diseaseId,
    nameZh: disease?.name.zh ?? diseaseId,
    icd10: disease?.codes.icd10 ?? [],
    probability,
  };
}
