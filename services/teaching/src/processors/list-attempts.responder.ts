import { type ListAttemptsPayload, type SealedPage } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ShowAttempt } from '../use-cases/show-attempt';
import { sealAssignmentPage } from './seal-assignment';

/** Lists a learner's own attempts. */
@Handles('teaching-interactive', 'list-attempts.v1')
export class ListAttemptsResponder {
  constructor(
    private readonly showAttempt: ShowAttempt,
    private readonly sealer: Sealer,
  ) {}

  async answer(wanted: ListAttemptsPayload): Promise<SealedPage> {
    return sealAssignmentPage(await this.showAttempt.list(wanted), wanted.meta, this.sealer);
  }
}
