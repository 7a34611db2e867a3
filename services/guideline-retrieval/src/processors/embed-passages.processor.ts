import { type EmbedPassagesPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { EmbedPassages } from '../use-cases/embed-passages';

/** Makes the vectors of a part of a corpus. */
@Handles('guideline-retrieval', 'embed-passages.v1')
export class EmbedPassagesProcessor {
  constructor(private readonly embed: EmbedPassages) {}

  async handle(payload: EmbedPassagesPayload): Promise<null> {
    await this.embed.execute(payload);
    return null;
  }
}
