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

  private async leaveRooms(tenantId: string, subject: string): Promise<void> {
    let seats: Awaited<ReturnType<AnswerStore['seatsOf']>>;
    do {
      seats = await this.rooms.seatsOf(tenantId, subject, null, SEATS_AT_ONCE);
      for (const { roomId, participantId } of seats)
        await this.forgetParticipant.execute({ tenantId, roomId }, participantId);
    } while (seats.length === SEATS_AT_ONCE);
  }
}
