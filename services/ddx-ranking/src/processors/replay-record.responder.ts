import { type Replay, type ReplayRecordPayload } from '@openrounds/contracts';
import { answerWithKnowledge, Handles, unpackJson } from '@openrounds/run-flow';
import { ReplayRun } from '../use-cases/replay-run';

/** Computes the answer of a record again, and tells where it differs. */
@Handles('ddx-ranking-interactive', 'replay-record.v1')
export class ReplayRecordResponder {
  constructor(private readonly replay: ReplayRun) {}

  answer({ packed }: ReplayRecordPayload): Promise<Replay> {
    return answerWithKnowledge(() => this.replay.execute(unpackJson(Buffer.from(packed, 'base64'))));
  }
}
