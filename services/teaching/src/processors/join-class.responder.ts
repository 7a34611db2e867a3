import { GivenClassJoin, SEAL_PLACES, type JoinClassPayload, type SealedPeople } from '@openrounds/contracts';
import { faultPoint, Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { JoinClass } from '../use-cases/join-class';
import { sealPeople } from './seal-people';

/** Lets somebody into a class. */
@Handles('teaching-interactive', 'join-class.v1')
export class JoinClassResponder {
  constructor(
    private readonly joinClass: JoinClass,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, classId, code, sealed }: JoinClassPayload): Promise<SealedPeople> {
    const { tenantId } = meta;
    const given = this.sealer.open(sealed, SEAL_PLACES.givenClassJoin(tenantId, classId), GivenClassJoin);
    const told = await this.joinClass.execute({ tenantId, classId, code, given });
    faultPoint('teaching:join-class');
    return sealPeople(told, meta, this.sealer);
  }
}
