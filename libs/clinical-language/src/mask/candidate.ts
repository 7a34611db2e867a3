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

/** Those that weigh enough, the heaviest first and none over another; of two as heavy the longer. */
export function chosen(candidates: readonly Candidate[], length: number): Candidate[] {
  const taken = new Uint8Array(length);
  return candidates
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start))
    .filter(({ start, end }) => {
      if (taken[start] === 1 || taken[end - 1] === 1 || taken.subarray(start, end).includes(1)) return false;
      taken.fill(1, start, end);
      return true;
    });
}
