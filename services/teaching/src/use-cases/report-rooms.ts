import { Inject, Injectable } from '@nestjs/common';
import { Metrics, type Periodic } from '@openrounds/platform';
import { ROOM_STORE, type RoomStore } from '../ports/room-store';

export const REPORT_ROOMS_EVERY_MS = 15_000;

/** Tells the metrics how many rooms are open and how many people are in them. */
@Injectable()
export class ReportRooms implements Periodic {
  constructor(
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'load'>,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'rooms'>,
  ) {}

  async execute(): Promise<number> {
    const { rooms, participants } = await this.rooms.load();
    this.metrics.rooms.open.set(rooms);
    this.metrics.rooms.participants.set(participants);
    return 0;
  }
}
