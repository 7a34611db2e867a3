import { type InclusionProof, type ProveInclusionPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ProveLog } from '../use-cases/prove-log';

/** Proves that an entry stands in the log. */
@Handles('explanation-log-interactive', 'prove-inclusion.v1')
export class ProveInclusionResponder {
  constructor(private readonly log: ProveLog) {}

  answer({ index, size }: ProveInclusionPayload): Promise<InclusionProof> {
    return this.log.inclusion(index, size);
  }
}
