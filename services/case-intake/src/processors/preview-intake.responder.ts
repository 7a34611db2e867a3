import { Inject } from '@nestjs/common';
import { understandText } from '@openrounds/clinical-language';
import { Understood, type PreviewIntakePayload, type SealedUnderstood } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { z } from 'zod';
import { VOCABULARIES, type Vocabularies } from '../ports/vocabularies';

const Text = z.object({ narrative: z.string() });

/** Tells what would be understood of a text; nothing is stored. */
@Handles('case-intake-interactive', 'preview-intake.v1')
export class PreviewIntakeResponder {
  constructor(
    @Inject(VOCABULARIES) private readonly vocabularies: Vocabularies,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, knowledge, sealed, patient }: PreviewIntakePayload): Promise<SealedUnderstood> {
    const { narrative } = this.sealer.open(sealed, meta.tenantId, Text);
    const vocabulary = await answerWithKnowledge(() => this.vocabularies.of(knowledge));
    const understanding = understandText(narrative, patient, vocabulary);
    return { sealed: this.sealer.seal(Understood.parse({ ...understanding, masked: [] }), meta.tenantId) };
  }
}
