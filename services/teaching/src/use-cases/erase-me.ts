import { Inject, Injectable } from '@nestjs/common';
import { type Asker, type JobMeta } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { subjectOf } from '../model/class-view';
import { learnerErased } from '../model/erasure-records';
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
    await this.leaveRooms(tenantId, subjectOf(learner));
    const asked = of === undefined ? 'self' : 'administrator';
    await this.learners.erase({ learnerId }, learnerErased(meta, learnerId, asked, this.clock.now()));
  }

  /**
   * For the service that launched the learner, which has its reasons: the learner's place there was given up. Of somebody who is
   * not there any more, or was never placed, nothing is left to do.
   */
  async launched(meta: JobMeta, learnerId: string): Promise<void> {
    const learner = await this.learners.find(meta.tenantId, { learnerId }, null);
    if (learner === undefined || learner === 'erased') return;
    await this.leaveRooms(meta.tenantId, subjectOf(learner));
    await this.learners.erase({ learnerId }, learnerErased(meta, learnerId, 'retention', this.clock.now()));
  }

  private async leaveRooms(tenantId: string, subject: string): Promise<void> {
    let seats: Awaited<ReturnType<AnswerStore['seatsOf']>>;
    do {
      seats = await this.rooms.seatsOf(tenantId, subject, null, SEATS_AT_ONCE);
      for (const { roomId, participantId } of seats)
        await this.forgetParticipant.execute({ tenantId, roomId }, participantId);
    } while (seats.length === SEATS_AT_ONCE);
  }
}
