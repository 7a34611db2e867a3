import { Inject, Injectable } from '@nestjs/common';
import { GRACE_MS } from '@openrounds/learning';
import { CLOCK, newId, type Clock } from '@openrounds/platform';
import { roomReleased } from '../model/room-records';
import { ANSWER_STORE, type AnswerStore } from '../ports/answer-store';
import { ROOM_STORE, type RoomRef, type RoomStore } from '../ports/room-store';
import { eachOf } from './each-of';
import { TallyRound } from './tally-round';

export const SETTLE_EVERY_MS = 2_000;

/**
 * Does what a process that died has left undone, and what only time brings: counts open rounds, counts closed ones for good
 * after their grace, and tells the log of a room after its end.
 */
@Injectable()
export class SettleRooms {
  constructor(
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'active' | 'change' | 'find' | 'readCase'>,
    @Inject(ANSWER_STORE) private readonly answers: Pick<AnswerStore, 'tallies'>,
    private readonly tallyRound: TallyRound,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many rooms were released */
  async execute(): Promise<number> {
    const released = await eachOf(await this.rooms.active(), (ref) => this.settle(ref));
    return released.filter((each) => each).length;
  }

  private async settle(ref: RoomRef): Promise<boolean> {
    const stored = await this.rooms.find(ref);
    await this.tallyRound.rounds(ref, 'unsettled');
    const endedAt = stored?.room.endedAt ?? null;
    if (endedAt === null || this.clock.now().getTime() <= endedAt + GRACE_MS) return false;
    return this.release(ref);
  }

  private async release(ref: RoomRef): Promise<boolean> {
    const body = await this.rooms.readCase(ref);
    const tallies = await this.answers.tallies(ref);
    const meta = { tenantId: ref.tenantId, requestId: newId() };
    const at = this.clock.now();
    const after = await this.rooms.change(ref, (stored) =>
      stored.released
        ? null
        : {
            room: stored.room,
            released: true,
            // Nothing was promised in a room in which nothing was asked.
            records:
              stored.room.keyCommittedAt === null ? [] : [roomReleased(meta, stored, { body, tallies, at })],
          },
    );
    return after !== undefined;
  }
}
