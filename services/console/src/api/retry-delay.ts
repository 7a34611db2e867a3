const FIRST_MS = 1_000;
/** With the half on top, nobody waits for more than 15 s when the server is back. */
const LONGEST_MS = 10_000;

/**
 * How long to wait before the next try: 1, 2, 4, 8, then 10 s, each ± 50 %, so that a hall does not come back at once.
 *
 * @param failures tries that failed in a row, from 1
 * @param random at least 0, below 1
 */
export function retryDelay(failures: number, random: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1)) * (0.5 + random);
}
