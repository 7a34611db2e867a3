/** Tokens that may be used on one day (UTC); none: as many as are asked for. */
export interface DailyLimits {
  readonly user?: number | undefined;
  readonly tenant?: number | undefined;
  /** Of all tenants together. */
  readonly all?: number | undefined;
}

/** Who uses how many tokens on which day. */
export interface TokenEntry {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly tenantId: string;
  /** Empty where nobody in particular asks. */
  readonly userId: string;
  readonly tokens: number;
}

/** Port: what was used, counted so that no restart forgets it. */
export interface TokenLedger {
  /** Counts an entry unless it would pass a limit; entries of two processes at once included. */
  take(entry: TokenEntry, limits: DailyLimits): Promise<'taken' | 'over'>;
  /** Adds tokens, or gives them back where they are below 0, whatever the limits. */
  correct(entry: TokenEntry): Promise<void>;
}
