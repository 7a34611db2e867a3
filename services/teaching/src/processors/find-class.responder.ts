import { type FindClassPayload, type FoundClass } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { JoinClass } from '../use-cases/join-class';

/** Says which class a code means. */
@Handles('teaching-interactive', 'find-class.v1')
export class FindClassResponder {
  constructor(private readonly joinClass: JoinClass) {}

  answer({ code }: FindClassPayload): Promise<FoundClass> {
    return this.joinClass.find(code);
  }
}
