import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { LOGGER, type Logger } from '@openrounds/platform';
import { type Counting } from '../ports/counting';
import { type RoomRef } from '../ports/room-store';
import { TallyRound } from '../use-cases/tally-round';

/** Four counts a second, whatever comes in: as often as a projector changes. */
const EVERY_MS = 250;

/**
 * Counts a round at most every 250 ms, and once after the last answer. What a process had not counted when it died is
 * counted by the settling of rooms.
 */
@Injectable()
export class CoalescedCounting implements Counting, BeforeApplicationShutdown {
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();

  constructor(
    @Inject(TallyRound) private readonly tallyRound: Pick<TallyRound, 'execute'>,
    @Inject(LOGGER) private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  soon(ref: RoomRef, roundId: string): void {
    if (this.waiting.has(roundId)) return;
    const timer = setTimeout(() => {
      this.waiting.delete(roundId);
      this.count(ref, roundId);
    }, EVERY_MS);
    this.waiting.set(roundId, timer.unref());
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
    await Promise.all(this.running);
  }

  private count({ tenantId, roomId }: RoomRef, roundId: string): void {
    const counting: Promise<void> = this.tallyRound
      .execute({ tenantId, roomId }, roundId)
      .catch((error: unknown) => {
        this.logger.warn({ roomId, roundId, err: error }, 'a round was not counted; it will be again');
      })
      .finally(() => this.running.delete(counting));
    this.running.add(counting);
  }
}
