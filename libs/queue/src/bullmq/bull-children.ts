import { type Job } from 'bullmq';
import { z } from 'zod';
import { parse, requireContract } from '../contract';
import { type ChildOutcome, type Children } from '../ports/job-worker';
import { type QueueObserver } from '../ports/queue-observer';
import { type JobName, type QueueMap, type QueueName, type Result } from '../ports/queue-map';
import { type ChildRef } from './envelope';
import { MessageRefused, type MessageSigner } from './message-signer';

/** What the backend tells a parent of its children, read once when it is first asked for. */
interface Outcomes {
  readonly results: Readonly<Record<string, unknown>>;
  readonly failures: Readonly<Record<string, string>>;
}

/** {@link Children} on BullMQ, which names a child `<queue>:<id>`, on Redis with a prefix before it. */
export class BullChildren<M extends QueueMap> implements Children<M> {
  private outcomes: Promise<Outcomes> | undefined;

  constructor(
    private readonly map: M,
    private readonly job: Job,
    private readonly children: readonly ChildRef[],
    private readonly signer: MessageSigner,
    private readonly observer: QueueObserver,
  ) {}

  async outcome<Q extends QueueName<M>, J extends JobName<M, Q>>(
    queue: Q,
    job: J,
  ): Promise<ChildOutcome<Result<M, Q, J>> | undefined> {
    const child = this.children.find((candidate) => candidate.queue === queue && candidate.job === job);
    if (!child) return undefined;
    this.outcomes ??= this.read();
    const { results, failures } = await this.outcomes;

    const isChild = (key: string) =>
      key === `${queue}:${child.jobId}` || key.endsWith(`:${queue}:${child.jobId}`);
    const done = Object.keys(results).find(isChild);
    if (done === undefined) {
      const failed = Object.keys(failures).find(isChild);
      return { ok: false, reason: failed === undefined ? 'the job was removed' : (failures[failed] ?? '') };
    }
    return this.signedResult(queue, job, child.jobId, results[done]);
  }

  private signedResult<Q extends QueueName<M>, J extends JobName<M, Q>>(
    queue: Q,
    job: J,
    jobId: string,
    signed: unknown,
  ): ChildOutcome<Result<M, Q, J>> {
    const { result } = requireContract(this.map, queue, job);
    try {
      const opened = this.signer.open({ kind: 'result', queue, job, id: jobId }, signed, z.unknown());
      return { ok: true, result: parse(result, opened, queue, job) as Result<M, Q, J> };
    } catch (error) {
      if (!(error instanceof MessageRefused)) throw error;
      this.observer.messageRefused?.(queue, jobId, error.reason);
      return { ok: false, reason: 'its result was refused' };
    }
  }

  private async read(): Promise<Outcomes> {
    const [results, failures] = await Promise.all([
      this.job.getChildrenValues(),
      this.job.getIgnoredChildrenFailures(),
    ]);
    return { results, failures };
  }
}
