import { type ActOnClassPayload, type SealedPeople } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ActOnClass } from '../use-cases/act-on-class';
import { OpenClass } from '../use-cases/open-class';
import { sealPeople } from './seal-people';

/** Changes a class. */
@Handles('teaching-interactive', 'act-on-class.v1')
export class ActOnClassResponder {
  constructor(
    private readonly actOnClass: ActOnClass,
    private readonly openClass: OpenClass,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, by, classId, act }: ActOnClassPayload): Promise<SealedPeople> {
    const { tenantId } = meta;
    await this.actOnClass.execute({ tenantId, by, classId, act });
    return sealPeople(await this.openClass.show(tenantId, classId, by), meta, this.sealer);
  }
}
