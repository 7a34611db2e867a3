import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type ActInTeamPayload, type RoomTeam } from '@openrounds/contracts';
import { chooseTeam, handOnPen, type Outcome, type Room, teamOf } from '@openrounds/learning';
import { toldTeam } from '../model/team';
import { ROOM_STORE, type RoomRef, type RoomStore } from '../ports/room-store';
import { refused } from './create-room';
import { FindRoom, foundRoom } from './find-room';

type Given = Pick<ActInTeamPayload, 'act' | 'by'>;

/** A phone chooses its team; whoever holds the pen of a team, or the teacher, hands it on. Done twice, it is done once. */
@Injectable()
export class ActInTeam {
  constructor(
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'change'>,
    private readonly findRoom: FindRoom,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, and what the room refuses with */
  async execute(ref: RoomRef, given: Given): Promise<RoomTeam> {
    if (!('participantId' in given.by)) await this.findRoom.ofTeacher(ref, given.by);
    const { room } = foundRoom(
      await this.rooms.change(ref, (stored) => {
        const outcome = outcomeOf(stored.room, given);
        if (!outcome.ok) throw refused(outcome);
        return outcome.room === stored.room ? null : { room: outcome.room };
      }),
    );
    const number = 'pen' in given.act ? given.act.pen : 'number' in given.by ? given.by.number : 0;
    const team = teamOf(room, number);
    if (team === undefined) throw new DomainError('not-found', 'There is no such team');
    return toldTeam(room, team);
  }
}

function outcomeOf(room: Room, { by, act }: Given): Outcome {
  const number = 'participantId' in by ? by.number : null;
  if ('pen' in act) return handOnPen(room, number, act.pen);
  if (number === null) throw new DomainError('forbidden');
  return chooseTeam(room, number, act.team);
}
