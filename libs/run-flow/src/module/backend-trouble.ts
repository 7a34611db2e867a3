import { isInfrastructureFault } from '@openrounds/queue';

/** An outage of which nothing was heard for so long is over, though nobody said so. Milliseconds. */
const QUIET_MS = 60_000;

/** The part of a logger that is used. */
interface Teller {
  error(details: object, message: string): void;
  info(details: object, message: string): void;
}

interface Outage {
  readonly since: number;
  lastAt: number;
  errors: number;
}

/**
 * Tells once that the queues' backend is away and once that it is back: each queue and connection tries again many times
 * a minute, and each would say so every time. What speaks of no outage is told as it comes.
 */
export class BackendTrouble {
  private outage: Outage | undefined;

  constructor(
    private readonly logger: Teller,
    private readonly now: () => number = Date.now,
  ) {}

  /** An error of the backend. */
  heard(queue: string, error: Error): void {
    const details = { queue, error: describe(error) };
    if (!isInfrastructureFault(error)) {
      this.logger.error(details, 'queue backend error');
      return;
    }
    const now = this.now();
    if (this.outage === undefined || now - this.outage.lastAt > QUIET_MS) {
      this.outage = { since: now, lastAt: now, errors: 0 };
      this.logger.error(details, 'queue backend is away');
    }
    this.outage.lastAt = now;
    this.outage.errors += 1;
  }

  /** A connection to the backend stands. */
  over(): void {
    if (this.outage === undefined) return;
    const { errors, since } = this.outage;
    this.outage = undefined;
    const seconds = Math.round((this.now() - since) / 1000);
    this.logger.info({ errors, seconds }, 'queue backend is back');
  }
}

/** Name, code and place of an error; its message may quote data. */
export const describe = (error: Error): { name: string; code?: string; at: string | undefined } => ({
  name: error.name,
  ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
  at: error.stack
    ?.split('\n')
    .find((line) => line.trimStart().startsWith('at '))
    ?.trim(),
});
