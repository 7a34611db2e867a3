import { type FoundOwnPassage, type GetOwnPassagePayload } from '@openrounds/contracts';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ReadOwnPassage } from '../use-cases/read-own-passage';

/** Reads a passage of a tenant's own document. */
@Handles('guideline-retrieval-interactive', 'get-own-passage.v1')
export class GetOwnPassageResponder {
  constructor(private readonly passages: ReadOwnPassage) {}

  answer(payload: GetOwnPassagePayload): Promise<FoundOwnPassage> {
    return answerWithKnowledge(() => this.passages.execute(payload));
  }
}
