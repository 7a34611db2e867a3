import { GivenClass, SEAL_PLACES, type CreateClassPayload, type SealedPeople } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { CreateClass } from '../use-cases/create-class';
import { OpenClass } from '../use-cases/open-class';
import { sealPeople } from './seal-people';

/** Makes a class. */
@Handles('teaching-interactive', 'create-class.v1')
export class CreateClassResponder {
  constructor(
    private readonly createClass: CreateClass,
    private readonly openClass: OpenClass,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, by, classId, sealed }: CreateClassPayload): Promise<SealedPeople> {
    const { tenantId } = meta;
    const given = this.sealer.open(sealed, SEAL_PLACES.givenClass(tenantId, classId), GivenClass);
    await this.createClass.execute(tenantId, classId, by, given);
    return sealPeople(await this.openClass.show(tenantId, classId, by), meta, this.sealer);
  }
}
