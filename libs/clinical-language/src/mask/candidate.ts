import { type MaskedKind } from '@openrounds/contracts';

/** A stretch that may identify somebody, in UTF-16 units of the normalised text, and how much speaks for it. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly kind: MaskedKind;
  readonly score: number;
  /** What stands in its place; `[kind]` if left out. */
  readonly placeholder?: string;
}

/** From this sum of what speaks for and against it, a stretch is masked. */
export const ENOUGH = 3;

/** Of two readings of a place the longer one: a street with its town. */
export const withLength = (candidate: Candidate): Candidate =>
  candidate.score < ENOUGH
    ? candidate
    : { ...candidate, score: candidate.score + 0.08 * (candidate.end - candidate.start) };

/**
 * Those that weigh enough, the heaviest first and none over another; of two as heavy the longer. What overlaps a heavier one and
 * `mayJoin` it lends its length: the name Willow in Willow House.
 */
export function chosen(
  candidates: readonly Candidate[],
  length: number,
  mayJoin: (kept: Candidate, other: Candidate) => boolean,
): Candidate[] {
  const taken = new Int32Array(length).fill(-1);
  const kept: Candidate[] = [];
  const sorted = candidates
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start));
  for (const each of sorted) {
    const others = new Set(taken.subarray(each.start, each.end));
    others.delete(-1);
    const [owner] = others;
    const first = owner === undefined ? undefined : kept[owner];
    if (first === undefined || owner === undefined) {
      taken.fill(kept.length, each.start, each.end);
      kept.push(each);
    } else if (others.size === 1 && mayJoin(first, each)) {
      const [start, end] = [Math.min(first.start, each.start), Math.max(first.end, each.end)];
      taken.fill(owner, start, end);
      kept[owner] = { ...first, start, end };
    }
  }
  return kept;
}
