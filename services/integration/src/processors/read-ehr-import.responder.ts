import { SEAL_PLACES, type OfEhrImportPayload, type SealedLaunchAnswer } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { FollowEhrImports } from '../use-cases/smart/follow-ehr-imports';

/** Tells what became of an import, and what was read. */
@Handles('integration-interactive', 'read-ehr-import.v1')
export class ReadEhrImportResponder {
  constructor(
    private readonly imports: FollowEhrImports,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: OfEhrImportPayload): Promise<SealedLaunchAnswer> {
    const { tenantId, requestId } = payload.meta;
    const told = await this.imports.read(payload);
    return { sealed: this.sealer.seal(told, SEAL_PLACES.toldLaunch(tenantId, requestId)) };
  }
}
