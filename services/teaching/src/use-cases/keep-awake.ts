import { Inject, Injectable } from '@nestjs/common';
import { ASLEEP_MS, withSleepGivenBack } from '@openrounds/learning';
import { CLOCK, type Clock } from '@openrounds/platform';
import { ROOM_STORE, type RoomStore } from '../ports/room-store';

/** How often the service's clock ticks. */
export const TICK_EVERY_MS = 2_000;

/**
 * Ticks while a process is awake. Time in which none was does not count: the timers of open rounds are moved by it, before
 * any of them runs out and before an answer is judged by one.
 */
@Injectable()
export class KeepAwake {
  /** Until then a tick of this process is new enough to know that it did not sleep. */
  private sureUntil = -Infinity;

  constructor(
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'tick'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<number> {
    const now = this.clock.now();
    await this.rooms.tick(now, ASLEEP_MS, (room, lastTickAt) =>
      withSleepGivenBack(room, lastTickAt, now.getTime()),
    );
    this.sureUntil = now.getTime() + ASLEEP_MS;
    return 0;
  }

  /** To be called before timers or answers are judged: a process that has just woken ticks first. */
  async wake(): Promise<void> {
    if (this.clock.now().getTime() > this.sureUntil) await this.execute();
  }
}
