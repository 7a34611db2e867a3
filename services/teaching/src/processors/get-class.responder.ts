import { type OfClassPayload, type SealedPeople } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { OpenClass } from '../use-cases/open-class';
import { sealPeople } from './seal-people';

/** Tells a class. */
@Handles('teaching-interactive', 'get-class.v1')
export class GetClassResponder {
  constructor(
    private readonly openClass: OpenClass,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, by, classId }: OfClassPayload): Promise<SealedPeople> {
    return sealPeople(await this.openClass.show(meta.tenantId, classId, by), meta, this.sealer);
  }
}
