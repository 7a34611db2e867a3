import { Inject } from '@nestjs/common';
import {
  narrationJobId,
  type NarrationWrittenPayload,
  type Queues,
  type WriteNarrationPayload,
} from '@openrounds/contracts';
import { CLOCK, faultPoint, type Clock } from '@openrounds/platform';
import { type JobContext, type JobQueue } from '@openrounds/queue';
import { Handles, JOB_QUEUE, permanently, withKnowledge } from '@openrounds/run-flow';
import { faultTold, WriteNarration } from '../use-cases/write-narration';
import { decideFault } from './decide-fault';

/** Has a run told in sentences, and tells the gateway what came of it, once. */
@Handles('ddx-ranking-llm', 'write-narration.v1')
export class WriteNarrationProcessor {
  /** So that an erasure has no copy to look for. */
  readonly scrubWhenDone = true;

  constructor(
    @Inject(WriteNarration) private readonly write: Pick<WriteNarration, 'execute'>,
    @Inject(JOB_QUEUE) private readonly jobs: Pick<JobQueue<Queues>, 'enqueue'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(
    payload: WriteNarrationPayload,
    { signal }: Pick<JobContext<Queues>, 'signal'>,
  ): Promise<null> {
    const outcome = await permanently(() =>
      withKnowledge(payload.meta.acceptedAt, this.clock, () =>
        this.write.execute(payload, signal).catch(decideFault),
      ),
    );
    faultPoint('ddx-ranking:write-narration');
    await this.tell(payload, outcome);
    return null;
  }

  async onFinallyFailed(payload: WriteNarrationPayload | undefined, fault: Error): Promise<void> {
    if (payload !== undefined) await this.tell(payload, { fault: faultTold(fault) });
  }

  private tell(
    { meta, narrationId }: WriteNarrationPayload,
    outcome: NarrationWrittenPayload['outcome'],
  ): Promise<void> {
    const jobId = narrationJobId(narrationId, 'written');
    return this.jobs.enqueue('gateway', 'narration-written.v1', { meta, narrationId, outcome }, { jobId });
  }
}
