import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type GivenJoin } from '@openrounds/contracts';
import { CLOCK, newId, type Clock } from '@openrounds/platform';
import { seatAll, type Seat } from '../model/seat';
import { ANSWER_STORE, type AnswerStore } from '../ports/answer-store';
import { type RoomRef } from '../ports/room-store';

/** Lets a batch of people into a room. The same key gives the same participant, however often it is sent. */
@Injectable()
export class JoinRoom {
  constructor(
    @Inject(ANSWER_STORE) private readonly answers: Pick<AnswerStore, 'join'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` */
  async execute(ref: RoomRef, joins: readonly GivenJoin[]): Promise<readonly Seat[]> {
    const hashes = {
      joinKeys: joins.map(({ joinKeyHash }) => joinKeyHash),
      resumes: joins.filter(({ resumes }) => resumes).map(({ resumeHash }) => resumeHash),
    };
    const seated = await this.answers.join(ref, hashes, ({ room }, known) =>
      seatAll(room, known, joins, { now: this.clock.now(), newId }),
    );
    if (seated === undefined) throw new DomainError('not-found', 'There is no such room');
    return seated.seats;
  }
}
