import { Inject, Injectable } from '@nestjs/common';
import { MAX_ROOM_BATCH } from '@openrounds/contracts';
import { studentsCome } from '@openrounds/learning';
import { CLOCK, type Clock } from '@openrounds/platform';
import { comeTo, seatStudents } from '../model/simulated-class';
import { ANSWER_STORE, type AnswerStore } from '../ports/answer-store';
import { type StoredRoom } from '../ports/room-store';

/** Nobody of them is looked up: who has come stands in the room, which is locked meanwhile. */
const NOBODY = { joinKeys: [], resumes: [] };

/** Seats the simulated students of a rehearsal who have come by now, a batch of them at most. Done twice, it seats nobody twice. */
@Injectable()
export class SeatStudents {
  constructor(
    @Inject(ANSWER_STORE) private readonly answers: Pick<AnswerStore, 'join'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(stored: StoredRoom): Promise<void> {
    const now = this.clock.now();
    const come = (): number => studentsCome(stored.room, stored.createdAt.getTime(), now.getTime());
    if (stored.room.locked || comeTo(stored.room) >= come()) return;
    const upTo = Math.min(come(), comeTo(stored.room) + MAX_ROOM_BATCH);
    await this.answers.join(stored, NOBODY, (current) => seatStudents(current, upTo, now));
  }
}
