import { Inject, Injectable } from '@nestjs/common';
import { participants } from '@openrounds/learning';
import { ANSWER_STORE, type AnswerStore } from '../ports/answer-store';
import { ROOM_STORE, type RoomRef, type RoomStore } from '../ports/room-store';
import { TallyRound } from './tally-round';

/** Counts of fewer people would tell what one of them had answered. */
const FEWEST = 5;

/** Deletes somebody who wants to be forgotten. Counts stay, unless so few remain that they would tell. */
@Injectable()
export class ForgetParticipant {
  constructor(
    @Inject(ANSWER_STORE) private readonly answers: Pick<AnswerStore, 'forget'>,
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'change'>,
    private readonly tallyRound: TallyRound,
  ) {}

  async execute(ref: RoomRef, participantId: string): Promise<void> {
    const gone = await this.answers.forget(ref, participantId);
    if (gone === undefined) return;
    const after = await this.rooms.change(ref, ({ room }) =>
      room.removed.includes(gone.number)
        ? null
        : { room: { ...room, removed: [...room.removed, gone.number], seq: room.seq + 1 } },
    );
    if (after !== undefined && participants(after.room) < FEWEST) await this.tallyRound.rounds(ref, 'all');
  }
}
