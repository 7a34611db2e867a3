import { type ReadingMaterial, type ReadingMaterialPayload, SEAL_PLACES } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { OfferReading } from '../use-cases/offer-reading';

/** Gives out, sealed, what a language model may read of a run's case. */
@Handles('case-intake-interactive', 'reading-material.v1')
export class ReadingMaterialResponder {
  constructor(
    private readonly offer: OfferReading,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta }: ReadingMaterialPayload): Promise<ReadingMaterial> {
    const { tenantId, runId, versions } = meta;
    const offered = await answerWithKnowledge(() =>
      this.offer.execute({ tenantId, runId, knowledge: versions.knowledge }),
    );
    if (typeof offered === 'string') return { kind: offered };
    return { kind: 'texts', sealed: this.sealer.seal(offered, SEAL_PLACES.readingTexts(tenantId, runId)) };
  }
}
