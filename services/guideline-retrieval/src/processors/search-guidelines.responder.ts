import {
  type QUEUES,
  type SearchGuidelines as Payload,
  type SearchGuidelinesResult,
} from '@openrounds/contracts';
import { type Responder } from '@openrounds/queue';
import { answerWithKnowledge } from '@openrounds/run-flow';
import { type SearchGuidelines } from '../use-cases/search-guidelines';

type Queue = 'guideline-retrieval-interactive';

export class SearchGuidelinesResponder implements Responder<typeof QUEUES, Queue, 'search-guidelines.v1'> {
  readonly queue = 'guideline-retrieval-interactive';
  readonly job = 'search-guidelines.v1';

  constructor(private readonly search: SearchGuidelines) {}

  answer(payload: Payload): Promise<SearchGuidelinesResult> {
    return answerWithKnowledge(() => this.search.execute(payload));
  }
}
