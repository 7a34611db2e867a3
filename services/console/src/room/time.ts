/** Milliseconds that the server's clock is ahead of this one, by what a frame says when it arrives. */
export const clockAhead = (serverNow: string, arrivedAt: number): number => Date.parse(serverNow) - arrivedAt;

/**
 * Whole seconds left, rounded up so that 0 means over; null without a timer.
 *
 * @param now milliseconds of the server's clock
 */
export function secondsLeft(closesAt: string | null, now: number): number | null {
  return closesAt === null ? null : Math.max(0, Math.ceil((Date.parse(closesAt) - now) / 1_000));
}

/** Minutes and seconds: 48 is "0:48". */
export function clockFace(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
