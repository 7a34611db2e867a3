import { type FlowProducer } from '../ports/flow-producer';
import { type JobQueue } from '../ports/job-queue';
import { type AnyProcessor, type JobWorkers } from '../ports/job-worker';
import { type QueueMap, type QueueName } from '../ports/queue-map';
import { type QueueObserver } from '../ports/queue-observer';
import { type AnyResponder, type Requester } from '../ports/requester';
import { type SigningKeys } from '../ports/signing-keys';
import { DEFAULT_RECOVERY, DEFAULT_RETENTION, type RecoveryPolicy, type RetentionPolicy } from '../policy';
import { assertEveryJobServed } from '../processors';
import { type BullBackend, type BullProcessor, type BullWorker, type BullWorkerEvents } from './backend';
import { BullFlows } from './bull-flow-producer';
import { BullJobQueue } from './bull-job-queue';
import { BullRequester } from './bull-requester';
import { BullWorkers } from './bull-workers';
import { type RetryPolicies } from './job-options';
import { type DeadlineOf, JobRunner, type RunInScope } from './job-runner';
import { MessageSigner } from './message-signer';
import { type PostgresBackendOptions, openPostgresBackend } from './postgres-backend';
import { QueueCache } from './queue-cache';
import { type RedisBackendOptions, openRedisBackend } from './redis-backend';
import { RequestRunner } from './request-runner';

export interface QueuesOptions<M extends QueueMap> {
  /** The queue map; the house's is `QUEUES` of libs/contracts. */
  readonly map: M;
  readonly backend:
    | ({ readonly kind: 'postgres' } & PostgresBackendOptions)
    | ({ readonly kind: 'redis' } & RedisBackendOptions);
  /** Every message is signed by these; what they did not sign is refused. */
  readonly signing: SigningKeys;
  /** Retry policies of jobs that need another than `DEFAULT_RETRY`. */
  readonly retry?: RetryPolicies<M>;
  readonly retention?: RetentionPolicy;
  readonly recovery?: RecoveryPolicy;
  readonly observer?: QueueObserver;
  /** Until when a job outlives an outage of database or queue. Default: for ever. */
  readonly deadlineOf?: DeadlineOf;
  /** Milliseconds since the epoch by a clock that all who share the queues go by. Default: the process's own. */
  readonly now?: () => number;
  /** Wraps each call of a handler: log scope, request id, trace context. Default: calls it. */
  readonly runInScope?: RunInScope;
}

export interface WorkersOptions<M extends QueueMap, S> {
  /** The queues that this service serves; every job in them needs exactly one handler. */
  readonly queues: readonly QueueName<M>[];
  readonly handlers: readonly S[];
  /** Jobs of a queue at the same time in this process. Default 4. */
  readonly concurrency?: { readonly [Q in QueueName<M>]?: number };
}

/** A process's connection to the queues. */
export interface Queues<M extends QueueMap> {
  readonly jobs: JobQueue<M>;
  readonly flows: FlowProducer<M>;
  /** Starts a worker for each queue. @throws {@link ProcessorMismatch} */
  startWorkers(options: WorkersOptions<M, AnyProcessor<M>>): Promise<JobWorkers>;
  /** Starts answering requests, one worker for each queue. @throws {@link ProcessorMismatch} */
  startResponders(options: WorkersOptions<M, AnyResponder<M>>): Promise<JobWorkers>;
  /**
   * Opens this instance's reply queue. `instance` is a stable name of letters, digits and `-`, one for each process
   * (`gateway-0`): a restarted process then clears away what its predecessor did not read.
   */
  openRequester(instance: string): Promise<Requester<M>>;
  /** Resolves when the backend answers: for readiness. */
  ping(): Promise<void>;
  /** Ends the connections; close workers and requesters first. */
  close(): Promise<void>;
}

const DEFAULT_CONCURRENCY = 4;
const REPLY_CONCURRENCY = 50;

/**
 * Connects to the queues, on Postgres or on Redis. Makes or updates the queue's schema on Postgres, which must be
 * there; on Redis nothing is waited for.
 */
export async function openQueues<M extends QueueMap>(options: QueuesOptions<M>): Promise<Queues<M>> {
  const observer = options.observer ?? {};
  const onError = (error: Error) => observer.backendError?.('', error);
  const onReady = () => observer.backendReady?.();
  const backend = await openBackend(options.backend, onError, onReady);
  return new BullQueues(options, backend, observer, onError);
}

async function openBackend(
  backend: QueuesOptions<QueueMap>['backend'],
  onError: (error: Error) => void,
  onReady: () => void,
): Promise<BullBackend> {
  return backend.kind === 'postgres'
    ? openPostgresBackend(backend, onError, onReady)
    : openRedisBackend(backend, onError, onReady);
}

class BullQueues<M extends QueueMap> implements Queues<M> {
  readonly jobs: BullJobQueue<M>;
  readonly flows: BullFlows<M>;
  private readonly cache: QueueCache;
  private readonly runInScope: RunInScope;
  private readonly recovery: RecoveryPolicy;
  private readonly signer: MessageSigner;
  private readonly now: () => number;

  constructor(
    private readonly options: QueuesOptions<M>,
    private readonly backend: BullBackend,
    private readonly observer: QueueObserver,
    onError: (error: Error) => void,
  ) {
    const retry = options.retry ?? {};
    const retention = options.retention ?? DEFAULT_RETENTION;
    this.runInScope = options.runInScope ?? ((_meta, _job, run) => run());
    this.recovery = options.recovery ?? DEFAULT_RECOVERY;
    this.signer = new MessageSigner(options.signing);
    this.now = options.now ?? Date.now;
    this.cache = new QueueCache(backend, observer);
    this.jobs = new BullJobQueue(options.map, this.cache, retry, retention, this.signer, this.now);
    this.flows = new BullFlows(options.map, backend, this.cache, retry, retention, this.signer, onError);
  }

  startWorkers(options: WorkersOptions<M, AnyProcessor<M>>): Promise<JobWorkers> {
    return this.start(options, (queue, own) => {
      const runner = new JobRunner(this.options.map, queue, own, {
        observer: this.observer,
        runInScope: this.runInScope,
        recovery: this.recovery,
        deadlineOf: this.options.deadlineOf ?? (() => undefined),
        signer: this.signer,
        now: this.now,
      });
      return {
        process: (job, token, signal) => runner.run(job, token, signal),
        onCompleted: (job) => {
          runner.reportCompleted(job);
        },
        onFailed: (job, error) => {
          if (!job?.deferredFailure) return;
          runner.reportGivenUp(job, error).catch((reason: unknown) => {
            this.observer.backendError?.(queue, reason instanceof Error ? reason : new Error(String(reason)));
          });
        },
      };
    });
  }

  startResponders(options: WorkersOptions<M, AnyResponder<M>>): Promise<JobWorkers> {
    return this.start(options, (queue, own) => {
      const runner = new RequestRunner(
        this.options.map,
        queue,
        own,
        this.cache,
        this.observer,
        this.runInScope,
        this.signer,
      );
      return { process: (job) => runner.run(job) };
    });
  }

  async openRequester(instance: string): Promise<Requester<M>> {
    const replyTo = `replies-${instance}`;
    const requester = new BullRequester(
      this.options.map,
      this.cache,
      replyTo,
      this.signer,
      this.observer,
      () => this.backend.closeMs(),
    );
    await requester.listen((onReply) =>
      this.worker(replyTo, REPLY_CONCURRENCY, {
        process: (job) => {
          onReply(job);
          return Promise.resolve(null);
        },
      }),
    );
    return requester;
  }

  ping(): Promise<void> {
    return this.backend.ping();
  }

  async close(): Promise<void> {
    await this.flows.close();
    await this.cache.close();
    await this.backend.close();
  }

  private async start<S extends { readonly queue: string; readonly job: string }>(
    options: WorkersOptions<M, S>,
    runnerOf: (queue: QueueName<M>, handlers: S[]) => WorkerParts,
  ): Promise<JobWorkers> {
    assertEveryJobServed(this.options.map, options.queues, options.handlers);
    let busy = 0;
    const workers = options.queues.map((queue) => {
      const own = options.handlers.filter((handler) => handler.queue === queue);
      const { process, ...parts } = runnerOf(queue, own);
      const counted: BullProcessor = (job, token, signal) => {
        busy += 1;
        return process(job, token, signal).finally(() => (busy -= 1));
      };
      const concurrency = options.concurrency?.[queue] ?? DEFAULT_CONCURRENCY;
      return this.worker(queue, concurrency, { ...parts, process: counted });
    });
    // What a worker that holds no job still waits for is a datastore that is away.
    const started = new BullWorkers(workers, () => busy === 0 && this.backend.closeMs() === 0);
    await started.ready();
    return started;
  }

  private worker(queue: string, concurrency: number, parts: WorkerParts): BullWorker {
    const { lockDurationMs, stalledIntervalMs, maxStalledCount } = this.recovery;
    return this.backend.worker(
      queue,
      // BullMQ hands a signal only to functions that declare three parameters.
      (job, token, signal) => parts.process(job, token, signal),
      { concurrency, lockDuration: lockDurationMs, stalledInterval: stalledIntervalMs, maxStalledCount },
      {
        onError: (error) => this.observer.backendError?.(queue, error),
        onStalled: (jobId) => this.observer.jobStalled?.(queue, jobId),
        onCompleted: parts.onCompleted ?? (() => undefined),
        onFailed: parts.onFailed ?? (() => undefined),
      },
    );
  }
}

interface WorkerParts {
  readonly process: BullProcessor;
  readonly onCompleted?: BullWorkerEvents['onCompleted'];
  readonly onFailed?: BullWorkerEvents['onFailed'];
}
