import { Inject, Injectable } from '@nestjs/common';
import { toEngineCase } from '@openrounds/clinical-language';
import { Understood, type Patient } from '@openrounds/contracts';
import { VOCABULARIES, type Vocabularies } from '../ports/vocabularies';

export interface TextToPreview {
  readonly knowledge: string;
  readonly narrative: string;
  readonly patient: Patient | undefined;
}

const NOBODY: Patient = { age: null, sex: 'unknown' };

/** Tells what would be understood of a text; nothing is stored. A run reads its text by the same call. */
@Injectable()
export class PreviewIntake {
  constructor(@Inject(VOCABULARIES) private readonly vocabularies: Vocabularies) {}

  /** @throws BundleError when the knowledge version is not (yet) in the bundle store */
  async execute({ knowledge, narrative, patient = NOBODY }: TextToPreview): Promise<Understood> {
    const vocabulary = await this.vocabularies.of(knowledge);
    const { understood } = toEngineCase({ narrative, patient }, vocabulary);
    return Understood.parse({ ...understood, masked: [] });
  }
}
