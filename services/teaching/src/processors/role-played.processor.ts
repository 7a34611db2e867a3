import { type RolePlayedPayload } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { KeepRolePlayed } from '../use-cases/roles/keep-role-played';

/** Keeps what a role of the language model said. */
@Handles('teaching', 'role-played.v1')
export class RolePlayedProcessor {
  constructor(private readonly keep: KeepRolePlayed) {}

  async handle(payload: RolePlayedPayload): Promise<null> {
    await this.keep.execute(payload);
    faultPoint('teaching:role-played');
    return null;
  }
}
