import { ABSENT, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedRow } from '../evidence/coded-row';
import { TIE } from '../numeric/bounds';
import { sumOf } from '../numeric/sum';

/** What a diagnosis makes of one family of findings. */
export interface FamilyView {
  /** Sum of the contributions of its rows. */
  readonly contribution: number;
  /** Observed findings (not denials) with the log likelihood ratio of the row that they stand behind. */
  readonly support: ReadonlyMap<number, number>;
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
  for (const [finding, ratio] of together.support) {
    if (ratio > TIE && ratio > (alone.support.get(finding) ?? 0) + TIE) gained.push(finding);
  }
}

function supportOf(compiled: CompiledKnowledge, rows: readonly CodedRow[]): Map<number, number> {
  const support = new Map<number, number>();
  for (const { finding, outcome, origins, logLikelihoodRatio } of rows) {
    if (compiled.findings[finding]?.binary && outcome === ABSENT) continue;
    for (const origin of origins) {
      support.set(origin, Math.max(logLikelihoodRatio, support.get(origin) ?? -Infinity));
    }
  }
  return support;
}

/** Sums must not depend on the order of the input. */
function inIdOrder(rows: readonly CodedRow[]): readonly CodedRow[] {
  if (rows.length < 2) return rows;
  return [...rows].sort((a, b) => a.finding - b.finding || a.outcome - b.outcome);
}
