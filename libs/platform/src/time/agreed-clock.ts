import { type Clock } from './clock';

/** Less than this is not worth a time that jumps. Milliseconds. */
const AGREES_MS = 500;

/** What a clock said that all processes ask, and when it was asked and had answered by the clock of this one. */
export interface TimeTold {
  readonly askedAt: number;
  readonly told: Date;
  readonly answeredAt: number;
}

/**
 * The clock of this process, put right by one that all processes ask: what one of them writes down and another reads is then
 * of one time, however wrong the clock of a machine is.
 */
export class AgreedClock implements Clock {
  private aheadMs = 0;

  constructor(private readonly own: () => number = Date.now) {}

  now(): Date {
    return new Date(this.own() - this.aheadMs);
  }

  /** @returns by how many milliseconds the clock of this process is found ahead, where that is news */
  agree({ askedAt, told, answeredAt }: TimeTold): number | undefined {
    const least = askedAt - told.getTime();
    const most = answeredAt - told.getTime();
    const fits = (aheadMs: number) => least - AGREES_MS <= aheadMs && aheadMs <= most + AGREES_MS;
    if (fits(this.aheadMs)) return undefined;
    this.aheadMs = fits(0) ? 0 : Math.round((least + most) / 2);
    return this.aheadMs;
  }
}
