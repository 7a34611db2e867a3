import {
  type CheckReadingPayload,
  ReadingProposals,
  type RunReading,
  SEAL_PLACES,
} from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { CheckReading } from '../use-cases/check-reading';

/** Tells what of a language model's proposals stands: coded, with its quotations sealed. */
@Handles('case-intake-interactive', 'check-reading.v1')
export class CheckReadingResponder {
  constructor(
    private readonly check: CheckReading,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, model, promptVersion, proposals: sealed }: CheckReadingPayload): Promise<RunReading> {
    const { tenantId, runId, versions } = meta;
    const proposals = this.sealer.open(
      sealed,
      SEAL_PLACES.readingProposals(tenantId, runId),
      ReadingProposals,
    );
    const { coded, quotes } = await answerWithKnowledge(() =>
      this.check.execute({ tenantId, runId, knowledge: versions.knowledge, model, promptVersion, proposals }),
    );
    return { coded, quotes: this.sealer.seal(quotes, SEAL_PLACES.readingQuotes(tenantId, runId)) };
  }
}
