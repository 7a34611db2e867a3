import { Inject, Injectable } from '@nestjs/common';
import { type ActInTeamPayload, type RoomTeam } from '@openrounds/contracts';
import { SERVICES, type Services } from '../../ports/services';
import { FindRoom } from './find-room';
import { actorOf, roomIdOf } from './in-room';
import { type InRoom } from './read-room';

/** Teams of a room: a phone chooses its own, and pens are handed on. */
@Injectable()
export class ActInTeam {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    private readonly find: FindRoom,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `team-full`, `teams-formed`, `pen-elsewhere`, `round-open` … */
  async execute(who: InRoom, address: string, act: ActInTeamPayload['act']): Promise<RoomTeam> {
    const { meta } = who;
    const roomId = await roomIdOf(this.find, who, address);
    return this.services.ask('act-in-team.v1', { meta, roomId, by: actorOf(who), act });
  }
}
