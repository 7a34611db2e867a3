import { Inject, Injectable } from '@nestjs/common';
import { type CodedMine } from '@openrounds/contracts';
import { releasedOf } from '../../model/told-requests';
import { ROLE_REQUEST_STORE, type RoleRequestStore } from '../../ports/role-request-store';

/** Tells participants the feedback that a teacher released to them, beside what they wrote. Drafts are not read here. */
@Injectable()
export class AddFeedback {
  constructor(@Inject(ROLE_REQUEST_STORE) private readonly requests: Pick<RoleRequestStore, 'releasedTo'>) {}

  async execute(
    tenantId: string,
    participantIds: readonly string[],
    all: readonly (CodedMine | null)[],
  ): Promise<(CodedMine | null)[]> {
    const released = await this.requests.releasedTo(tenantId, participantIds);
    return all.map((mine, place) => {
      const own = released.filter(({ participantId }) => participantId === participantIds[place]);
      if (mine === null || own.length === 0) return mine;
      const rounds = mine.rounds.map((round) => {
        const feedback = own.findLast(({ roundId }) => roundId === round.roundId);
        const told = feedback && releasedOf(feedback);
        return told === undefined || told === null ? round : { ...round, feedback: told };
      });
      return { ...mine, rounds };
    });
  }
}
