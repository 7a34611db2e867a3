import { type OfEhrImportPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { FollowEhrImports } from '../use-cases/smart/follow-ehr-imports';

/** Forgets an import. */
@Handles('integration-interactive', 'drop-ehr-import.v1')
export class DropEhrImportResponder {
  constructor(private readonly imports: FollowEhrImports) {}

  async answer(payload: OfEhrImportPayload): Promise<null> {
    await this.imports.drop(payload);
    return null;
  }
}
