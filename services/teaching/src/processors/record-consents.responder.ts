import { type RecordConsentsPayload, type SealedPeople } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ReadMe } from '../use-cases/read-me';
import { sealPeople } from './seal-people';

/** Keeps what a learner has decided. */
@Handles('teaching-interactive', 'record-consents.v1')
export class RecordConsentsResponder {
  constructor(
    private readonly readMe: ReadMe,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, by, consents }: RecordConsentsPayload): Promise<SealedPeople> {
    return sealPeople(await this.readMe.decide(meta.tenantId, by, consents), meta, this.sealer);
  }
}
