import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@openrounds/platform';
import { ROOM_STORE, type RoomStore } from '../ports/room-store';

const DAY_MS = 86_400_000;
/** People, answers and scores; then the room with its counts. */
const KEPT_DAYS = { people: 90, rooms: 400 };

/** Deletes what has been kept long enough after the end of a room. */
@Injectable()
export class PurgeRooms {
  constructor(
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'purge'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(): Promise<number> {
    const now = this.clock.now().getTime();
    return this.rooms.purge({
      people: new Date(now - KEPT_DAYS.people * DAY_MS),
      rooms: new Date(now - KEPT_DAYS.rooms * DAY_MS),
    });
  }
}
