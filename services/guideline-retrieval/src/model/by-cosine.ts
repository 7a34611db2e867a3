import { type TextVector } from '../ports/vector-store';

/** Texts by the cosine of their vectors with another, the nearest first; ties by hash. Exact: a passage is missed by nothing. */
export function byCosine(to: readonly number[], vectors: readonly TextVector[]): string[] {
  const length = Math.sqrt(to.reduce((sum, value) => sum + value * value, 0));
  return vectors
    .map(({ textHash, vector }) => ({ textHash, near: cosine(to, length, vector) }))
    .sort((one, other) => other.near - one.near || (one.textHash < other.textHash ? -1 : 1))
    .map(({ textHash }) => textHash);
}

function cosine(one: readonly number[], lengthOfOne: number, other: ArrayLike<number>): number {
  let product = 0;
  let squares = 0;
  for (let at = 0; at < one.length; at += 1) {
    const value = other[at] ?? 0;
    product += (one[at] ?? 0) * value;
    squares += value * value;
  }
  return squares === 0 ? -1 : product / (lengthOfOne * Math.sqrt(squares));
}
