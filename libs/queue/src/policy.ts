/** How often and how fast a failing job is tried again. */
export interface RetryPolicy {
  /** Tries in all, the first one included. */
  readonly attempts: number;
  /** Milliseconds before the second try; doubled before each further one, then halved at most by chance. */
  readonly backoffMs: number;
}

/** How long a finished job is remembered, so that adding its id again stays harmless. Seconds. */
export interface RetentionPolicy {
  readonly completedSeconds: number;
  readonly failedSeconds: number;
}

/** How fast the work of a dead process is taken up again. Milliseconds. */
export interface RecoveryPolicy {
  /** A worker that has not renewed its lock for this long is taken for dead. It renews at half of it. */
  readonly lockDurationMs: number;
  /** How often each worker looks for such jobs; the second look that finds a job puts it back. */
  readonly stalledIntervalMs: number;
  /** So many times a job is taken up again that took its process along; the next time it is given up: it is the poison, not bad luck. */
  readonly maxStalledCount: number;
  /** Before `onFinallyFailed` is called again when it has thrown. */
  readonly reportAgainMs: number;
}

/** Waits of 0.5, 1, 2, 4, 8 and 16 s (each shortened by up to half): a job is tried for 16 to 32 s in all. */
export const DEFAULT_RETRY: RetryPolicy = { attempts: 7, backoffMs: 500 };

/**
 * A quarter of an hour, in which a relay that died is long back: what is sent again later is done again, to no effect. A finished
 * run is some 40 KB, which Redis holds in memory. Failures 7 days: somebody may want to look into them.
 */
export const DEFAULT_RETENTION: RetentionPolicy = { completedSeconds: 900, failedSeconds: 604_800 };

/** After `kill -9` a job runs again within 4 to 7 s (measured on both backends); after the third it is given up. */
export const DEFAULT_RECOVERY: RecoveryPolicy = {
  lockDurationMs: 5_000,
  stalledIntervalMs: 2_000,
  maxStalledCount: 2,
  reportAgainMs: 5_000,
};
