/** The way to each platform, on which one request is under way at a time. */
export interface LaneStore {
  /**
   * Works while nobody else does on the way to this platform, in whatever process. It is free again when the process dies.
   *
   * @returns false, without having worked, if somebody else does
   */
  hold(platformId: string, work: () => Promise<void>): Promise<boolean>;
  /** Until when the platform is left alone; null: it is not. */
  pausedUntil(platformId: string, now: Date): Promise<Date | null>;
  /** Counts a failure; a success begins anew. So many in a row pause the platform. */
  note(platformId: string, failed: boolean, now: Date): Promise<void>;
}
export const LANE_STORE = Symbol('LaneStore');
