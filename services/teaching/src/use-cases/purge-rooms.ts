import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Metrics, newId, type Clock } from '@openrounds/platform';
import { answersErased, roomErased } from '../model/erasure-records';
import { ROOM_STORE, type RoomStore } from '../ports/room-store';
import { countPurged } from './count-purged';

/** How long things are kept, in seconds. */
export interface RoomsKept {
  /** People, answers and scores, after the end of the room. */
  readonly people: number;
  /** What was said, after it was written. */
  readonly comments: number;
  /** The room with its counts, after its end. */
  readonly rooms: number;
}
export const ROOMS_KEPT = Symbol('RoomsKept');

/**
 * Deletes what has been kept long enough after the end of a room, tells the log of each room and of answers, and
 * says in the metrics how many rows that were.
 */
@Injectable()
export class PurgeRooms {
  constructor(
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'purge'>,
    @Inject(ROOMS_KEPT) private readonly kept: RoomsKept,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'purgedRows'>,
  ) {}

  async execute(): Promise<number> {
    const { people, comments, rooms } = this.kept;
    const now = this.clock.now();
    const requestId = newId();
    const before = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);
    // Nobody is kept longer than the room that they were in.
    const purged = await this.rooms.purge(
      {
        people: before(Math.min(people, rooms)),
        comments: before(Math.min(comments, rooms)),
        rooms: before(rooms),
      },
      {
        answers: (room) => answersErased({ tenantId: room.tenantId, requestId }, room, now),
        room: (room) => roomErased({ tenantId: room.tenantId, requestId }, room, now),
      },
    );
    return countPurged(this.metrics, purged);
  }
}
