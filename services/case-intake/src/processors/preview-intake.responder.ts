import { type PreviewIntakePayload, type SealedUnderstood, SEAL_PLACES } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { z } from 'zod';
import { PreviewIntake } from '../use-cases/preview-intake';

const Text = z.object({ narrative: z.string() });

/** Tells what would be understood of a text. */
@Handles('case-intake-interactive', 'preview-intake.v1')
export class PreviewIntakeResponder {
  constructor(
    private readonly preview: PreviewIntake,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, knowledge, sealed, patient }: PreviewIntakePayload): Promise<SealedUnderstood> {
    const { tenantId, requestId } = meta;
    const { narrative } = this.sealer.open(sealed, SEAL_PLACES.previewText(tenantId, requestId), Text);
    const understood = await answerWithKnowledge(() =>
      this.preview.execute({ knowledge, narrative, patient }),
    );
    return { sealed: this.sealer.seal(understood, SEAL_PLACES.previewUnderstood(tenantId, requestId)) };
  }
}
