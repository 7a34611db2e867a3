const TAIL_DIGITS = 12;

/**
 * The id of the n-th of several things that one request makes, counted from 0: the same for every try of the request. It
 * stays a UUID of the same version: only the random digits at its end are counted on.
 */
export function nthId(first: string, n: number): string {
  const tail = (BigInt(`0x${first.slice(-TAIL_DIGITS)}`) + BigInt(n)) % 16n ** BigInt(TAIL_DIGITS);
  return first.slice(0, -TAIL_DIGITS) + tail.toString(16).padStart(TAIL_DIGITS, '0');
}
