import { type ActInTeamPayload, type RoomTeam } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ActInTeam } from '../use-cases/act-in-team';

/** Chooses a team, or hands a pen on. */
@Handles('teaching-interactive', 'act-in-team.v1')
export class ActInTeamResponder {
  constructor(private readonly actInTeam: ActInTeam) {}

  answer({ meta: { tenantId }, roomId, by, act }: ActInTeamPayload): Promise<RoomTeam> {
    return this.actInTeam.execute({ tenantId, roomId }, { by, act });
  }
}
