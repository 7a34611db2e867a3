import { type CompiledFinding, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { forecastIn } from '../compile/link-numbers';
import { knownOutcome } from '../evidence/known-outcome';
import { type SeparatingFinding } from '../model/comparison';
import { sortDescending } from '../numeric/order';
import { sumOf } from '../numeric/sum';
import { type ScoredCase } from '../ranking/scored-case';

const MOST_SHOWN = 10;

/** What brings less than a hundredth of a bit separates nothing. */
const LEAST_BITS = 0.01;

/**
 * The open findings that tell two diseases apart, by the information about which of the two it is if both were
 * equally likely: the Jensen-Shannon divergence of their outcomes, in bits (Lin 1991). Even odds, so that the answer
 * depends on the two diseases and not on how the list stands.
 */
export function separatingFindings(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  a: number,
  b: number,
): SeparatingFinding[] {
  const candidates = [...linkedByEither(compiled, a, b)]
    .filter((finding) => knownOutcome(compiled, scored.coded, finding) === undefined)
    .flatMap((place) => {
      const finding = compiled.findings[place];
      return finding === undefined ? [] : [{ place, shown: separating(compiled, finding, place, a, b) }];
    })
    .filter(({ shown }) => shown.bits >= LEAST_BITS);
  return sortDescending(
    candidates,
    ({ shown }) => shown.bits,
    (one, other) => one.place - other.place,
  )
    .slice(0, MOST_SHOWN)
    .map(({ shown }) => shown);
}

function linkedByEither(compiled: CompiledKnowledge, a: number, b: number): Set<number> {
  return new Set([a, b].flatMap((disease) => [...(compiled.diseases[disease]?.linkOf.keys() ?? [])]));
}

function separating(
  compiled: CompiledKnowledge,
  finding: CompiledFinding,
  place: number,
  a: number,
  b: number,
): SeparatingFinding {
  const outcomes = finding.outcomes.map((outcome, at) => ({
    outcome,
    probabilityInA: forecastIn(compiled, a, place, at),
    probabilityInB: forecastIn(compiled, b, place, at),
  }));
  const bits = sumOf(outcomes, ({ probabilityInA, probabilityInB }) => {
    const mean = (probabilityInA + probabilityInB) / 2;
    return (gain(probabilityInA, mean) + gain(probabilityInB, mean)) / 2;
  });
  return { findingId: finding.id, bits: Math.max(0, bits), outcomes };
}

function gain(chance: number, mean: number): number {
  return chance * Math.log2(chance / mean);
}
