import { Inject, Injectable } from '@nestjs/common';
import { type Periodic } from '@openrounds/platform';
import { ROOM_STORE, type RoomRef, type RoomStore } from '../ports/room-store';
import { AnswerForStudents } from './answer-for-students';
import { eachOf } from './each-of';
import { SeatStudents } from './seat-students';

/** How often simulated students are looked after. */
export const REHEARSE_EVERY_MS = 500;

/**
 * Lets the simulated students of rehearsals come and answer. What they do follows from the room and the clock: nothing is
 * kept here, so that it goes on after a restart, and stops with a close, a reset or the end.
 */
@Injectable()
export class RunRehearsals implements Periodic {
  constructor(
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'find' | 'rehearsing'>,
    private readonly seatStudents: SeatStudents,
    private readonly answerForStudents: AnswerForStudents,
  ) {}

  /** @returns nothing that would be worth a line of the log twice a second */
  async execute(): Promise<number> {
    await eachOf(await this.rooms.rehearsing(), (ref) => this.rehearse(ref));
    return 0;
  }

  private async rehearse(ref: RoomRef): Promise<void> {
    const stored = await this.rooms.find(ref);
    if (stored === undefined) return;
    await this.seatStudents.execute(stored);
    await this.answerForStudents.execute(stored);
  }
}
