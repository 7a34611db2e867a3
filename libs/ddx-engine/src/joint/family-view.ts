import { ABSENT, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedRow } from '../evidence/coded-row';
import { TIE } from '../numeric/bounds';
import { sumOf } from '../numeric/sum';

/** What a diagnosis makes of one family of findings. */
export interface FamilyView {
  /** Sum of the contributions of its rows. */
  readonly contribution: number;
  /** Observed findings (not denials), each once. */
  readonly support: readonly Support[];
}

/** An observed finding with the log likelihood ratio of the strongest row that it stands behind. */
export interface Support {
  readonly finding: number;
  readonly ratio: number;
}

export function familyView(compiled: CompiledKnowledge, rows: readonly CodedRow[]): FamilyView {
  return {
    contribution: sumOf(inIdOrder(rows), (row) => row.contribution),
    support: supportOf(compiled, rows),
  };
}

/** Adds to `gained` the findings that `together` explains, and better than `alone` does. */
export function noteGains(alone: FamilyView, together: FamilyView, gained: number[]): void {
  if (alone === together) return;
  for (const { finding, ratio } of together.support) {
    if (ratio > TIE && ratio > ratioOf(alone.support, finding) + TIE) gained.push(finding);
  }
}

/** Lists, because a family has one or two findings, and a map for each of some thousand views costs more than looking. */
function supportOf(compiled: CompiledKnowledge, rows: readonly CodedRow[]): Support[] {
  const support: Support[] = [];
  for (const { finding, outcome, origins, logLikelihoodRatio } of rows) {
    if (compiled.findings[finding]?.binary && outcome === ABSENT) continue;
    for (const origin of origins) {
      const at = support.findIndex((one) => one.finding === origin);
      if (at < 0) support.push({ finding: origin, ratio: logLikelihoodRatio });
      else if (logLikelihoodRatio > (support[at]?.ratio ?? -Infinity))
        support[at] = { finding: origin, ratio: logLikelihoodRatio };
    }
  }
  return support;
}

/** 0 where the finding has no support. */
function ratioOf(support: readonly Support[], finding: number): number {
  for (const one of support) if (one.finding === finding) return one.ratio;
  return 0;
}

/** Sums must not depend on the order of the input. */
function inIdOrder(rows: readonly CodedRow[]): readonly CodedRow[] {
  if (rows.length < 2) return rows;
  return [...rows].sort((a, b) => a.finding - b.finding || a.outcome - b.outcome);
}
