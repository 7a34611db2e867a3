import { type Clock } from '@openrounds/platform';

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  constructor(private time = new Date('2026-11-20T09:00:00.000Z')) {}

  now(): Date {
    return new Date(this.time);
  }

  /** Moves the clock on (or back, when negative). */
  advance(seconds: number): void {
    this.time = new Date(this.time.getTime() + seconds * 1000);
  }
}
