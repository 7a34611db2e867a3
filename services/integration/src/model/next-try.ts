const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Seconds before each further try: about 41 h in all. */
export const WAITS = [10, 30, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR] as const;
/** So much longer or shorter by chance, that systems which were away are not asked by all at the same moment. */
const SPREAD = 0.2;

/**
 * When what could not be delivered is tried again; undefined: it was tried often enough.
 *
 * @param tries how many there were
 * @param chance from 0 to 1, spreads the tries
 * @param atLeastMs what the other side asked to wait
 */
export function nextTryAfter(tries: number, now: Date, chance: number, atLeastMs = 0): Date | undefined {
  const wait = WAITS[tries - 1];
  if (wait === undefined) return undefined;
  const spread = wait * 1_000 * (1 - SPREAD + 2 * SPREAD * chance);
  return new Date(now.getTime() + Math.max(spread, atLeastMs));
}
