import { type FindContentPayload, type FoundContent } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { FindContent } from '../use-cases/find-content';

/** Says what a link means. */
@Handles('teaching-interactive', 'find-content.v1')
export class FindContentResponder {
  constructor(private readonly findContent: FindContent) {}

  answer(wanted: FindContentPayload): Promise<FoundContent> {
    return this.findContent.execute(wanted);
  }
}
