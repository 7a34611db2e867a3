import { GivenCmi5Launch, SEAL_PLACES, type BeginCmi5Payload, type BegunCmi5 } from '@openrounds/contracts';
import { Cmi5Refused } from '@openrounds/learning-records';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { BeginCmi5 } from '../use-cases/records/begin-cmi5';

/** Begins the session of a learner who is launched by cmi5. */
@Handles('integration-interactive', 'begin-cmi5.v1')
export class BeginCmi5Responder {
  constructor(
    private readonly begin: BeginCmi5,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, assignmentId, sealed }: BeginCmi5Payload): Promise<BegunCmi5> {
    const { tenantId, requestId } = meta;
    const given = this.sealer.open(sealed, SEAL_PLACES.givenLaunch(tenantId, requestId), GivenCmi5Launch);
    try {
      const ticket = await this.begin.execute(meta, { ...given, assignmentId });
      const told = this.sealer.seal(ticket, SEAL_PLACES.toldLaunch(tenantId, requestId));
      return { outcome: 'begun', sealed: told };
    } catch (error) {
      if (error instanceof Cmi5Refused) return { outcome: 'refused', code: error.code };
      throw error;
    }
  }
}
