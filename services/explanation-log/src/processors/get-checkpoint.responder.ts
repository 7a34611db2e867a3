import { type GetCheckpointPayload, type LogCheckpoint } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ReadLog } from '../use-cases/read-log';

/** Gives the signed head of the log. */
@Handles('explanation-log-interactive', 'get-checkpoint.v1')
export class GetCheckpointResponder {
  constructor(private readonly log: ReadLog) {}

  answer({ witnessed }: GetCheckpointPayload): Promise<LogCheckpoint> {
    return this.log.checkpoint(witnessed);
  }
}
