import { type KnowsFhirServerPayload, type KnownFhirServer } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { FollowEhrImports } from '../use-cases/smart/follow-ehr-imports';

/** Says whether a launch from a FHIR server would be taken. */
@Handles('integration-interactive', 'knows-fhir-server.v1')
export class KnowsFhirServerResponder {
  constructor(private readonly imports: FollowEhrImports) {}

  answer(payload: KnowsFhirServerPayload): Promise<KnownFhirServer> {
    return this.imports.knows(payload);
  }
}
