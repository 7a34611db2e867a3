import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Consents, type ConsentInput } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { consentsOf, decisionsToAdd } from '../model/consents';
import { ANSWER_STORE, type Agreed, type AnswerStore } from '../ports/answer-store';
import { type RoomRef } from '../ports/room-store';

/** Records what a participant agrees to, or takes back; with nothing given it says what holds. */
@Injectable()
export class AgreeInRoom {
  constructor(
    @Inject(ANSWER_STORE) private readonly answers: Pick<AnswerStore, 'agree'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `forbidden` for somebody who was forgotten, `invalid-request` for `keep` with nobody to keep it for */
  async execute(ref: RoomRef, participantId: string, given: readonly ConsentInput[]): Promise<Consents> {
    const agreed = await this.answers.agree(ref, participantId, (before) => {
      requireLearner(before, given);
      return decisionsToAdd(before.decisions, given, this.clock.now());
    });
    if (agreed === undefined) throw new DomainError('forbidden', 'You are not in this room any more');
    return { consents: consentsOf(agreed.decisions, agreed.ofLearner) };
  }
}

/** A room does not remember who a participant might be. */
function requireLearner({ ofLearner }: Agreed, given: readonly ConsentInput[]): void {
  const at = given.findIndex(({ purpose, granted }) => purpose === 'keep' && granted);
  if (at < 0 || ofLearner) return;
  throw new DomainError('invalid-request', 'There is no profile to keep results in', [
    {
      pointer: `/consents/${String(at)}/granted`,
      code: 'nobody-to-keep-for',
      message: 'can be given only when joining, by somebody who is signed in',
    },
  ]);
}
