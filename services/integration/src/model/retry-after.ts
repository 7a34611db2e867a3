/** No answer of this many milliseconds is waited for: one that asks for more is read as the last of our own waits. */
const LONGEST_WAIT_MS = 24 * 3_600_000;

/** `Retry-After`: seconds or a date (RFC 9110, section 10.2.3), at most a day; null: not said, or not to be read. */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  const ms = /^\d{1,9}$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now.getTime();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_WAIT_MS);
}
