import { assertJobId, parseToSend, requireContract } from '../contract';
import { type EnqueueOptions, type JobQueue, type JobState, type QueueCounts } from '../ports/job-queue';
import { type JobName, type PayloadInput, type QueueMap, type QueueName } from '../ports/queue-map';
import { type RetentionPolicy } from '../policy';
import { envelopeText, type ScrubbedEnvelope } from './envelope';
import { type RetryPolicies, jobOptions, retryPolicy } from './job-options';
import { type MessageSigner } from './message-signer';
import { type QueueCache } from './queue-cache';
import { answered } from './within';

const STATES: Readonly<Record<string, JobState>> = {
  waiting: 'waiting',
  prioritized: 'waiting',
  active: 'active',
  completed: 'completed',
  failed: 'failed',
  delayed: 'delayed',
  'waiting-children': 'waiting-children',
};

/** {@link JobQueue} on BullMQ. */
export class BullJobQueue<M extends QueueMap> implements JobQueue<M> {
  constructor(
    private readonly map: M,
    private readonly queues: QueueCache,
    private readonly retry: RetryPolicies<M>,
    private readonly retention: RetentionPolicy,
    private readonly signer: MessageSigner,
    private readonly now: () => number,
  ) {}

  async enqueue<Q extends QueueName<M>, J extends JobName<M, Q>>(
    queue: Q,
    job: J,
    payload: PayloadInput<M, Q, J>,
    options: EnqueueOptions,
  ): Promise<void> {
    assertJobId(options.jobId, queue, job);
    const { text } = parseToSend(requireContract(this.map, queue, job).payload, payload, queue, job);
    const place = { kind: 'job', queue, job, id: options.jobId } as const;
    const sent = this.queues.get(queue).add(job, this.signer.sign(place, envelopeText(text, {})), {
      ...jobOptions(options.jobId, retryPolicy(this.retry, queue, job), this.retention),
      delay: options.delayMs ?? 0,
      timestamp: this.now(),
    });
    await answered(queue, sent);
  }

  jobState(queue: QueueName<M>, jobId: string): Promise<JobState> {
    return answered(queue, this.stateOf(queue, jobId));
  }

  private async stateOf(queue: QueueName<M>, jobId: string): Promise<JobState> {
    const job = await this.queues.get(queue).getJob(jobId);
    return job ? (STATES[await job.getState()] ?? 'missing') : 'missing';
  }

  scrub(queue: QueueName<M>, jobId: string): Promise<boolean> {
    return answered(queue, this.empty(queue, jobId));
  }

  private async empty(queue: QueueName<M>, jobId: string): Promise<boolean> {
    const job = await this.queues.get(queue).getJob(jobId);
    if (!job) return false;
    const state = await job.getState();
    if (state === 'completed' || state === 'failed') {
      await job.remove({ removeChildren: false });
    } else {
      const emptied: ScrubbedEnvelope = { scrubbed: true };
      const place = { kind: 'job', queue, job: job.name, id: jobId } as const;
      await job.updateData(this.signer.sign(place, JSON.stringify(emptied)));
    }
    return true;
  }

  remove(queue: QueueName<M>, jobId: string): Promise<boolean> {
    return answered(queue, this.forget(queue, jobId));
  }

  private async forget(queue: QueueName<M>, jobId: string): Promise<boolean> {
    const job = await this.queues.get(queue).getJob(jobId);
    if (!job || (await job.isActive())) return false;
    await job.remove({ removeChildren: false });
    return true;
  }

  async counts(queue: QueueName<M>): Promise<QueueCounts> {
    const asked = this.queues
      .get(queue)
      .getJobCounts('waiting', 'prioritized', 'active', 'completed', 'failed', 'delayed', 'waiting-children');
    const counts = await answered(queue, asked);
    const count = (state: string) => counts[state] ?? 0;
    return {
      waiting: count('waiting') + count('prioritized'),
      active: count('active'),
      completed: count('completed'),
      failed: count('failed'),
      delayed: count('delayed'),
      'waiting-children': count('waiting-children'),
    };
  }
}
