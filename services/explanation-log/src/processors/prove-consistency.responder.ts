import { type ConsistencyProof, type ProveConsistencyPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ProveLog } from '../use-cases/prove-log';

/** Proves that the log only grew. */
@Handles('explanation-log-interactive', 'prove-consistency.v1')
export class ProveConsistencyResponder {
  constructor(private readonly log: ProveLog) {}

  answer({ from, to }: ProveConsistencyPayload): Promise<ConsistencyProof> {
    return this.log.consistency(from, to);
  }
}
