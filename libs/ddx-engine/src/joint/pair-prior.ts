import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type JointHypothesis } from '../model/answer';
import { sumOf } from '../numeric/sum';
import { type ScoredCase } from '../ranking/scored-case';

export interface PairPrior {
  readonly relation: JointHypothesis['relation'];
  /** alpha * ln(prior of the pair / prior of Other). */
  readonly contribution: number;
}

/**
 * The prior of two diseases at once. Independent ones meet by chance: `prior_a * prior_b`. A complication comes with
 * one of the causes declared for it, in proportion to how common they are in this patient:
 * `prior_complication * prior_cause / sum of the priors of its causes`.
 */
export function pairPrior(compiled: CompiledKnowledge, scored: ScoredCase, a: number, b: number): PairPrior {
  const { parameters, caseMix, priorContributions } = scored;
  const alpha = caseMix === 'consecutive' ? 1 : parameters.alpha;
  const contributionOf = (disease: number): number => priorContributions[disease] ?? -Infinity;
  const shareAmongCauses = (cause: number, causes: readonly number[]): number => {
    const prior = (disease: number): number => Math.exp(contributionOf(disease) / alpha);
    return prior(cause) / sumOf(causes, prior);
  };
  for (const [complication, cause] of [
    [a, b],
    [b, a],
  ] as const) {
    const causes = compiled.diseases[complication]?.causes ?? [];
    if (!causes.includes(cause)) continue;
    const share = shareAmongCauses(cause, causes);
    return {
      relation: 'complication',
      contribution: contributionOf(complication) + alpha * Math.log(share),
    };
  }
  return {
    relation: 'independent',
    contribution: contributionOf(a) + contributionOf(b) + alpha * Math.log(parameters.piOther),
  };
}
