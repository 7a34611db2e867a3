import { type CaseInput, type Finding } from '@openrounds/contracts';
import { type Terminology } from '../vocabulary/terminology';
import { deniersOf } from '../vocabulary/findings';
import { warn } from '../model/warnings';
import {
  type ObservedFinding,
  type StageFindings,
  type UnderstandingWarning,
  type WarningCode,
} from '../model/understanding';

/** A fact with what the engine takes of it. */
export interface Fact {
  readonly finding: Finding;
  readonly observed: ObservedFinding;
  /** Which of two facts that disagree stands: the one of the higher rank. */
  readonly rank: number;
  /** Place of the stage that gives it, from 0, or `BEFORE_STAGES`. */
  readonly stage: number;
}

export const RANK_TEXT = 0;
export const RANK_CODED = 1;
/** Of the first correction; each later one ranks above those before it. */
export const RANK_CORRECTED = 2;

const saysTheSame = (a: ObservedFinding, b: ObservedFinding): boolean =>
  a.presence === b.presence && a.state === b.state;

/** One fact per finding: a correction beats what is coded, coded beats text, a later stage an earlier one, and of facts that agree the surest counts. */
export function mergeFacts(facts: readonly Fact[], warnings: UnderstandingWarning[]): Fact[] {
  const kept = new Map<string, Fact>();
  for (const fact of inOrderOfWeight(facts)) {
    const before = kept.get(fact.observed.findingId);
    if (before === undefined) kept.set(fact.observed.findingId, fact);
    else if (saysTheSame(before.observed, fact.observed)) {
      if (fact.rank === before.rank && fact.observed.certainty > before.observed.certainty)
        kept.set(fact.observed.findingId, fact);
    } else if (fact.rank < before.rank)
      warnings.push(warn(reasonOf(before, fact), undefined, fact.observed.findingId));
    else {
      if (fact.rank === RANK_TEXT)
        warnings.push(warn('contradiction-resolved', undefined, fact.observed.findingId));
      kept.set(fact.observed.findingId, fact);
    }
  }
  return [...kept.values()].map((fact) => ({ ...fact, stage: firstStageSaying(fact, facts) }));
}

/** Why one of two facts that disagree was kept. */
function reasonOf(winner: Fact, loser: Fact): WarningCode {
  if (winner.rank >= RANK_CORRECTED) return 'correction-stands';
  return winner.rank === loser.rank ? 'contradiction-resolved' : 'coded-beats-text';
}

/** Corrections before what is coded, coded before text, so that text can be set against it; within each in order of the stages. */
const inOrderOfWeight = (facts: readonly Fact[]): Fact[] =>
  [...facts].sort((a, b) => b.rank - a.rank || a.stage - b.stage);

/** What is said again, perhaps more surely, has been known since it was first said. */
const firstStageSaying = (kept: Fact, facts: readonly Fact[]): number =>
  facts
    .filter(
      ({ observed }) =>
        observed.findingId === kept.observed.findingId && saysTheSame(observed, kept.observed),
    )
    .reduce((first, { stage }) => Math.min(first, stage), kept.stage);

/** Text never contradicts what is coded along an is-a line; within the text the more specific finding stands. */
export function dropIsAContradictions(
  facts: readonly Fact[],
  vocabulary: Terminology,
  warnings: UnderstandingWarning[],
): Fact[] {
  const kept = new Map(facts.map((fact) => [fact.observed.findingId, fact]));
  for (const child of facts.filter(({ observed }) => observed.presence === 'present')) {
    for (const ancestor of deniersOf(child.observed.findingId, vocabulary)) {
      const denied = kept.get(ancestor);
      if (denied?.observed.presence !== 'absent' || !kept.has(child.observed.findingId)) continue;
      const [winner, loser] = denied.rank > child.rank ? [denied, child] : [child, denied];
      kept.delete(loser.observed.findingId);
      warnings.push(warn(reasonOf(winner, loser), undefined, loser.observed.findingId));
    }
  }
  return facts.filter((fact) => kept.get(fact.observed.findingId) === fact);
}

/** What each stage brought. A finding whose value changed belongs to the stage that gave the last one. */
export const stagesOfCase = ({ stages = [] }: CaseInput, facts: readonly Fact[]): StageFindings[] =>
  stages.map(({ name }, place) => ({
    name,
    findingIds: facts.filter(({ stage }) => stage === place).map(({ observed }) => observed.findingId),
  }));
