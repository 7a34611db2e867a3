import { type SearchGuidelinesPayload, type SearchGuidelinesResult } from '@openrounds/contracts';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { SearchGuidelines } from '../use-cases/search-guidelines';

/** Finds passages for somebody who searches. */
@Handles('guideline-retrieval-interactive', 'search-guidelines.v1')
export class SearchGuidelinesResponder {
  constructor(private readonly search: SearchGuidelines) {}

  answer(payload: SearchGuidelinesPayload): Promise<SearchGuidelinesResult> {
    return answerWithKnowledge(() => this.search.execute(payload));
  }
}
