import { type OfLearnerPayload, type SealedPeople } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ReadMe } from '../use-cases/read-me';
import { sealPeople } from './seal-people';

/** Tells a learner what is held. */
@Handles('teaching-interactive', 'read-me.v1')
export class ReadMeResponder {
  constructor(
    private readonly readMe: ReadMe,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, by }: OfLearnerPayload): Promise<SealedPeople> {
    return sealPeople(await this.readMe.execute(meta.tenantId, by), meta, this.sealer);
  }
}
