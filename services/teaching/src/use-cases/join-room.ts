import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type GivenJoin } from '@openrounds/contracts';
import { CLOCK, newId, type Clock } from '@openrounds/platform';
import { keepsResults } from '../model/consents';
import { seatAll, type Entrant, type Seat } from '../model/seat';
import { ANSWER_STORE, type AnswerStore } from '../ports/answer-store';
import { LEARNER_STORE, type LearnerStore } from '../ports/learner-store';
import { type RoomRef } from '../ports/room-store';

/** Lets a batch of people into a room. The same key gives the same participant, however often it is sent. */
@Injectable()
export class JoinRoom {
  constructor(
    @Inject(ANSWER_STORE) private readonly answers: Pick<AnswerStore, 'join'>,
    @Inject(LEARNER_STORE) private readonly learners: Pick<LearnerStore, 'find'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` */
  async execute(ref: RoomRef, joins: readonly GivenJoin[]): Promise<readonly Seat[]> {
    const hashes = {
      joinKeys: joins.map(({ joinKeyHash }) => joinKeyHash),
      resumes: joins.filter(({ resumes }) => resumes).map(({ resumeHash }) => resumeHash),
    };
    const entrants: Entrant[] = [];
    for (const join of joins) entrants.push({ ...join, belongsTo: await this.ownerOf(ref.tenantId, join) });
    const seated = await this.answers.join(ref, hashes, ({ room }, known) =>
      seatAll(room, known, entrants, { now: this.clock.now(), newId }),
    );
    if (seated === undefined) throw new DomainError('not-found', 'There is no such room');
    return seated.seats;
  }

  /** The learner whose results these will be; null for somebody who is not signed in, or wants nothing kept. */
  private async ownerOf(
    tenantId: string,
    { subject, learnerId, consents }: GivenJoin,
  ): Promise<string | null> {
    if (subject === null) return null;
    const ref = learnerId === null ? { subject } : { learnerId };
    const learner = await this.learners.find(tenantId, ref, this.clock.now());
    // Whose token outlives the learner is nobody.
    if (learner === 'erased') return null;
    return keepsResults(consents, learner?.decisions ?? [], learnerId === null) ? subject : null;
  }
}
