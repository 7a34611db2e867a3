import { Inject, Injectable } from '@nestjs/common';
import { type JobMeta } from '@openrounds/contracts';
import { forgotten, membersOf, participants } from '@openrounds/learning';
import { CLOCK, type Clock } from '@openrounds/platform';
import { participantErased, type OfPerson } from '../model/erasure-records';
import { teamIdOf } from '../model/team';
import { ANSWER_STORE, type AnswerStore } from '../ports/answer-store';
import { ROOM_STORE, type RoomRef, type RoomStore } from '../ports/room-store';
import { TallyRound } from './tally-round';

/** Counts of fewer people would tell what one of them had answered. */
const FEWEST = 5;

/** Deletes somebody who wants to be forgotten. Counts stay, unless so few remain that they would tell; the log says that answers went. */
@Injectable()
export class ForgetParticipant {
  constructor(
    @Inject(ANSWER_STORE) private readonly answers: Pick<AnswerStore, 'forget' | 'forgetTeams'>,
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'change'>,
    private readonly tallyRound: TallyRound,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    meta: JobMeta,
    { roomId, participantId }: { readonly roomId: string; readonly participantId: string },
    by: OfPerson,
  ): Promise<void> {
    const ref: RoomRef = { tenantId: meta.tenantId, roomId };
    const told = { by, at: this.clock.now() };
    const gone = await this.answers.forget(ref, participantId, (answers) =>
      participantErased(meta, { roomId, participantId, answers }, told),
    );
    if (gone === undefined) return;
    const after = await this.rooms.change(ref, ({ room }) => ({ room: forgotten(room, gone.number) }));
    if (after === undefined) return;
    const { teams } = after.room;
    const empty = (teams?.list ?? []).filter((team) => membersOf(after.room, team).length === 0);
    if (empty.length > 0)
      await this.answers.forgetTeams(
        ref,
        empty.map((team) => teamIdOf(ref, team)),
      );
    if (participants(after.room) < FEWEST) await this.tallyRound.rounds(ref, 'all');
  }
}
