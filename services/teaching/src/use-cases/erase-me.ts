import { Inject, Injectable } from '@nestjs/common';
import { type Asker, type JobMeta } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { subjectOf } from '../model/class-view';
import { learnerErased, type OfPerson } from '../model/erasure-records';
import { ANSWER_STORE, type AnswerStore } from '../ports/answer-store';
import { LEARNER_STORE, type LearnerStore } from '../ports/learner-store';
import { findMeant } from './find-meant';
import { ForgetParticipant } from './forget-participant';

const SEATS_AT_ONCE = 50;

/** Erases all that is held of a learner: seats in rooms first, since without the learner nobody could ask again. */
@Injectable()
export class EraseMe {
  constructor(
    @Inject(LEARNER_STORE) private readonly learners: Pick<LearnerStore, 'find' | 'erase' | 'wasErased'>,
    @Inject(ANSWER_STORE) private readonly rooms: Pick<AnswerStore, 'seatsOf'>,
    private readonly forgetParticipant: ForgetParticipant,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param of whom an administrator means
   * @throws DomainError `not-found`, `forbidden`; `learner-erased` where it was done before
   */
  async execute(meta: JobMeta, by: Asker, of?: string): Promise<void> {
    const { tenantId } = meta;
    const learner = await findMeant(this.learners, { tenantId, by, of }, this.clock.now());
    const { learnerId } = learner;
    const asked = of === undefined ? 'self' : 'administrator';
    await this.leaveRooms(meta, subjectOf(learner), asked);
    await this.learners.erase({ learnerId }, learnerErased(meta, learnerId, asked, this.clock.now()));
  }

  /**
   * For the service that launched the learner, which has its reasons: the learner's place there was given up. Of somebody who is
   * not there any more, or was never placed, nothing is left to do.
   */
  async launched(meta: JobMeta, learnerId: string): Promise<void> {
    const learner = await this.learners.find(meta.tenantId, { learnerId }, null);
    if (learner === undefined || learner === 'erased') return;
    await this.leaveRooms(meta, subjectOf(learner), 'retention');
    await this.learners.erase({ learnerId }, learnerErased(meta, learnerId, 'retention', this.clock.now()));
  }

  private async leaveRooms(meta: JobMeta, subject: string, by: OfPerson): Promise<void> {
    let seats: Awaited<ReturnType<AnswerStore['seatsOf']>>;
    do {
      seats = await this.rooms.seatsOf(meta.tenantId, subject, null, SEATS_AT_ONCE);
      for (const seat of seats) await this.forgetParticipant.execute(meta, seat, by);
    } while (seats.length === SEATS_AT_ONCE);
  }
}
