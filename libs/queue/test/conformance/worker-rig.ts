import {
  type AnyProcessor,
  type JobEvent,
  type JobWorkers,
  type QueueName,
  type Queues,
  type QueuesOptions,
} from '../../src/index';
import { type BackendUnderTest, open } from './backend-under-test';
import { type TestQueues } from './test-queues';

export type Handler = AnyProcessor<TestQueues>;

const idle: readonly Handler[] = [
  {
    queue: 'scales',
    job: 'weigh.v1',
    handle: ({ kilograms }) => Promise.resolve({ grams: kilograms * 1000 }),
  },
  { queue: 'scales', job: 'report.v1', handle: () => Promise.resolve(null) },
  { queue: 'slow', job: 'weigh.v1', handle: ({ kilograms }) => Promise.resolve({ grams: kilograms * 1000 }) },
  { queue: 'office', job: 'sum-up.v1', handle: () => Promise.resolve({ total: 0 }) },
];

export interface Failure {
  readonly event: JobEvent;
  readonly error: Error;
  readonly willRetry: boolean;
}

/** One process's queues with workers that a test can replace, closed together. */
export class WorkerRig {
  readonly completed: JobEvent[] = [];
  readonly failed: Failure[] = [];
  private readonly running: JobWorkers[] = [];

  private constructor(readonly queues: Queues<TestQueues>) {}

  static async open(
    backend: BackendUnderTest,
    options: Partial<QueuesOptions<TestQueues>> = {},
  ): Promise<WorkerRig> {
    const events: { rig?: WorkerRig } = {};
    const queues = await open(backend, {
      observer: {
        jobCompleted: (event) => events.rig?.completed.push(event),
        jobFailed: (event, error, willRetry) => events.rig?.failed.push({ event, error, willRetry }),
      },
      ...options,
    });
    events.rig = new WorkerRig(queues);
    return events.rig;
  }

  /** Starts workers for `queues`: the given handlers, and plain ones for the other jobs of those queues. */
  async work(queues: readonly QueueName<TestQueues>[], handlers: readonly Handler[]): Promise<JobWorkers> {
    const taken = (job: Handler) => handlers.some((own) => own.queue === job.queue && own.job === job.job);
    const others = idle.filter((handler) => queues.includes(handler.queue) && !taken(handler));
    const workers = await this.queues.startWorkers({ queues, handlers: [...handlers, ...others] });
    this.running.push(workers);
    return workers;
  }

  async close(): Promise<void> {
    await Promise.all(this.running.map((workers) => workers.close(5_000)));
    await this.queues.close();
  }
}
