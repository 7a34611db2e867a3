import { Inject, Injectable } from '@nestjs/common';
import { withTimersRun, type Room } from '@openrounds/learning';
import { CLOCK, Metrics, type Clock } from '@openrounds/platform';
import { ROOM_STORE, type RoomStore } from '../ports/room-store';
import { eachOf } from './each-of';
import { KeepAwake } from './keep-awake';
import { TallyRound } from './tally-round';

/** How often it is looked whether a time is up. */
export const TIMERS_EVERY_MS = 500;

/** Closes rounds whose time is up for everybody, and ends rooms that were left. */
@Injectable()
export class RunTimers {
  constructor(
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'change' | 'due'>,
    private readonly tallyRound: TallyRound,
    private readonly keepAwake: KeepAwake,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'rooms'>,
  ) {}

  /** @returns how many rooms had a timer that ran out */
  async execute(): Promise<number> {
    await this.keepAwake.wake();
    const now = this.clock.now();
    const due = await this.rooms.due(now);
    await eachOf(due, async (ref) => {
      let closed = 0;
      await this.rooms.change(ref, (stored) => {
        const room = withTimersRun(stored.room, now.getTime());
        if (room.rehearsal === undefined) closed = openRounds(stored.room) - openRounds(room);
        return room === stored.room ? null : { room };
      });
      this.metrics.rooms.roundsTimedOut.inc(closed);
      await this.tallyRound.rounds(ref, 'unsettled');
    });
    return due.length;
  }
}

const openRounds = ({ rounds }: Room): number => rounds.filter(({ state }) => state === 'open').length;
