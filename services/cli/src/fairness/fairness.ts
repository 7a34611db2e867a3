import { type CaseMix } from '@openrounds/contracts';
import {
  type Attribute,
  type GroupReport,
  groupReports,
  groupsMarkdown,
  swapMarkdown,
  type SwapReport,
  swapReport,
  swapTable,
} from '@openrounds/evaluation';
import { type EvaluatedCase } from '../evaluation/evaluate-cases';
import { type CaseRanker } from '../ranking/case-ranker';
import { attributesOf } from './attributes-of';
import { pairOf, SIDES, type Swap } from './swap';

/** What is asked of the cases beside how good their lists are. */
export interface FairnessQuestions {
  readonly by: readonly Attribute[];
  readonly swap: readonly Swap[];
  /** Greatest difference of a probability between the two patients of a pair that counts as none. */
  readonly tolerance: number;
  readonly caseMix: CaseMix;
}

export interface Fairness {
  readonly groups: readonly GroupReport[];
  readonly swaps: readonly SwapReport[];
  /** Sections of Markdown. */
  readonly texts: readonly string[];
  /** Tables of pairs by their files' names. */
  readonly files: Readonly<Record<string, string>>;
}

/** Whether lists are as good for one group of patients as for another, and whether a case changes with its patient. */
export function fairnessOf(
  evaluated: readonly EvaluatedCase[],
  { by, swap, tolerance, caseMix }: FairnessQuestions,
  ranker: CaseRanker,
): Fairness {
  const attributed = evaluated.map((one) => ({ outcome: one.outcome, attributes: attributesOf(one) }));
  const groups = groupReports(attributed, by);
  const swapped = swap.map((what) => {
    const pairs = evaluated.flatMap((one) => pairOf(one, what, ranker, caseMix) ?? []);
    const notSwapped = evaluated.length - pairs.length;
    const report = swapReport(pairs, { sides: SIDES[what], tolerance, notSwapped });
    return { report, file: [`swap-${what}.tsv`, swapTable(pairs)] as const };
  });
  const swaps = swapped.map(({ report }) => report);
  return {
    groups,
    swaps,
    texts: [...(groups.length === 0 ? [] : [groupsMarkdown(groups)]), ...swaps.map(swapMarkdown)],
    files: Object.fromEntries(swapped.map(({ file }) => file)),
  };
}
