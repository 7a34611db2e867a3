/** Arithmetic of places in a tree; without bitwise operators, which end at 32 bits. */

export const isOdd = (n: number): boolean => n % 2 === 1;

export const half = (n: number): number => Math.floor(n / 2);

/** Where RFC 6962, section 2.1, divides a tree of `n` > 1 leaves. */
export function largestPowerOfTwoBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}
