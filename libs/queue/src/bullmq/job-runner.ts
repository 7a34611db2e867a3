import { DelayedError, type Job, UnrecoverableError } from 'bullmq';
import { JobMeta } from '@openrounds/contracts';
import { z } from 'zod';
import { findContract, parse } from '../contract';
import { BusyFault, JobUnknown, PayloadRejected, PermanentFault } from '../faults';
import { isInfrastructureFault } from '../infrastructure/infrastructure-fault';
import { type RecoveryPolicy } from '../policy';
import { type AnyProcessor, type JobContext } from '../ports/job-worker';
import { type QueueMap, type QueueName } from '../ports/queue-map';
import { type JobEvent, type QueueObserver } from '../ports/queue-observer';
import { LeftToOthers } from './abandonable-worker';
import { BullChildren } from './bull-children';
import { Envelope, type FullEnvelope, type ScrubbedEnvelope } from './envelope';
import { MessageRefused, type MessageSigner, type Signed } from './message-signer';

/** Runs a handler inside a scope of the caller's making: request id in the log, trace context, … */
export type RunInScope = <T>(
  meta: JobMeta,
  job: { queue: string; job: string; jobId: string },
  run: () => Promise<T>,
) => Promise<T>;

/**
 * Until when a job is driven again, without counting, while database or queue are away or nobody knows it; undefined:
 * for ever. After it such a fault ends the job.
 */
export type DeadlineOf = (payload: unknown) => Date | undefined;

/** What a {@link JobRunner} is told besides its processors. */
export interface JobRunnerOptions {
  readonly observer: QueueObserver;
  readonly runInScope: RunInScope;
  readonly recovery: Pick<RecoveryPolicy, 'lockDurationMs' | 'reportAgainMs'>;
  readonly deadlineOf: DeadlineOf;
  readonly signer: MessageSigner;
  /** By the clock of those who send. */
  readonly now: () => number;
}

/**
 * While something is away (a database, a process that knows the job) it is asked ever more seldom: after a tenth of the
 * time that the job has waited.
 */
const PAUSE_MIN_MS = 250;
const PAUSE_MAX_MS = 5_000;

/** A processor without the types of its one job: the map has been checked by then. */
interface LooseProcessor<M extends QueueMap> {
  readonly scrubWhenDone?: boolean;
  handle(payload: unknown, context: JobContext<M>): Promise<unknown>;
  onFinallyFailed?(payload: unknown, fault: Error, context: FailureContext<M>): Promise<void>;
}

type FailureContext<M extends QueueMap> = Omit<JobContext<M>, 'meta'> & {
  readonly meta: JobMeta | undefined;
};

/**
 * Runs the jobs of one queue: parses, calls the handler, and turns what it throws into what BullMQ
 * understands. Nothing that a job carried reaches BullMQ's own record of a failure.
 */
export class JobRunner<M extends QueueMap> {
  private readonly processors: ReadonlyMap<string, LooseProcessor<M>>;
  /** What was handled and is not yet marked as completed. */
  private readonly handled = new WeakMap<Job, JobEvent>();

  constructor(
    private readonly map: M,
    private readonly queue: QueueName<M>,
    processors: readonly AnyProcessor<M>[],
    private readonly options: JobRunnerOptions,
  ) {
    this.processors = new Map(processors.map((processor) => [processor.job, processor as LooseProcessor<M>]));
  }

  async run(job: Job, token: string | undefined, signal = new AbortController().signal): Promise<unknown> {
    const started = Date.now();
    const envelope = this.envelopeOf(job);
    if (envelope === undefined) return refuse(job);
    if ('scrubbed' in envelope) return endAsBefore(envelope);
    const context = this.contextOf(job, envelope, signal);
    try {
      const result = await this.handle(job, envelope, context);
      // One statement ends the job and takes it away; to empty it first would be another.
      if (this.processors.get(job.name)?.scrubWhenDone) job.opts.removeOnComplete = true;
      this.handled.set(job, jobEvent(this.queue, job, context, started));
      return this.signed(job, result);
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error('a value that is not an error was thrown');
      if (error instanceof BusyFault) return postpone(job, token, error.retryAfterMs);
      const elsewhere = isInfrastructureFault(error) || error instanceof JobUnknown;
      if (elsewhere && !this.isOver(envelope)) {
        this.options.observer.jobFailed?.(jobEvent(this.queue, job, context, started), error, true);
        return postpone(job, token, pauseOf(job), error instanceof JobUnknown);
      }
      const final =
        elsewhere ||
        context.lastAttempt ||
        error instanceof PermanentFault ||
        error instanceof PayloadRejected;
      this.options.observer.jobFailed?.(jobEvent(this.queue, job, context, started), error, !final);
      if (!final) throw untraced(new Error(describe(error), { cause: thrown }));
      return this.failFinally(job, token, envelope, error, context);
    }
  }

  /** The backend has taken the result: no other worker was given the job meanwhile. */
  reportCompleted(job: Job): void {
    const event = this.handled.get(job);
    if (event) this.options.observer.jobCompleted?.(event);
  }

  /** A job that BullMQ itself gave up because it took its workers along: it never reaches the handler again. */
  async reportGivenUp(job: Job, error: Error): Promise<void> {
    const envelope = this.envelopeOf(job);
    if (envelope === undefined || 'scrubbed' in envelope) return;
    const context = this.contextOf(job, envelope, new AbortController().signal);
    this.options.observer.jobFailed?.(jobEvent(this.queue, job, context, Date.now()), error, false);
    await this.processors.get(job.name)?.onFinallyFailed?.(this.payloadOf(job, envelope), error, context);
    if (this.processors.get(job.name)?.scrubWhenDone) await this.scrub(job, describe(error));
  }

  private async handle(job: Job, envelope: FullEnvelope, context: FailureContext<M>): Promise<unknown> {
    const contract = findContract(this.map, this.queue, job.name);
    const processor = this.processors.get(job.name);
    if (!contract || !processor) throw new JobUnknown(this.queue, job.name);
    const payload = parse(contract.payload, envelope.payload, this.queue, job.name);
    const known = { ...context, meta: payload.meta };
    const scope = { queue: this.queue, job: job.name, jobId: context.jobId };
    const result = await this.options.runInScope(payload.meta, scope, () => processor.handle(payload, known));
    return parse(contract.result, result ?? null, this.queue, job.name);
  }

  private async failFinally(
    job: Job,
    token: string | undefined,
    envelope: FullEnvelope,
    error: Error,
    context: FailureContext<M>,
  ): Promise<never> {
    const processor = this.processors.get(job.name);
    await this.requireLock(job, token);
    try {
      await processor?.onFinallyFailed?.(this.payloadOf(job, envelope), error, context);
    } catch (hookError) {
      this.options.observer.backendError?.(
        this.queue,
        hookError instanceof Error ? hookError : new Error(String(hookError)),
      );
      return postpone(job, token, this.options.recovery.reportAgainMs);
    }
    if (processor?.scrubWhenDone) await this.scrub(job, describe(error));
    throw untraced(new UnrecoverableError(describe(error)));
  }

  private isOver({ payload }: FullEnvelope): boolean {
    const deadline = this.options.deadlineOf(payload);
    return deadline !== undefined && deadline.getTime() <= this.options.now();
  }

  /** Another worker may have been given the job meanwhile: then it is that one's to say how it ends. */
  private async requireLock(job: Job, token: string | undefined): Promise<void> {
    const held = await job.extendLock(token ?? '', this.options.recovery.lockDurationMs);
    if (held !== 1) throw new Error(`the lock of ${job.id ?? 'a job'} was lost`);
  }

  private payloadOf(job: Job, envelope: FullEnvelope): unknown {
    return findContract(this.map, this.queue, job.name)?.payload.safeParse(envelope.payload).data;
  }

  private contextOf(job: Job, envelope: FullEnvelope, signal: AbortSignal): FailureContext<M> {
    const attempt = job.attemptsMade + 1;
    return {
      queue: this.queue,
      job: job.name,
      jobId: job.id ?? '',
      meta: z.object({ meta: JobMeta }).safeParse(envelope.payload).data?.meta,
      attempt,
      lastAttempt: attempt >= (job.opts.attempts ?? 1),
      enqueuedAt: new Date(job.timestamp),
      signal,
      children: new BullChildren(
        this.map,
        job,
        envelope.children ?? [],
        this.options.signer,
        this.options.observer,
      ),
    };
  }

  /** What a job says, or nothing where it cannot be trusted, which is told. */
  private envelopeOf(job: Job): Envelope | undefined {
    try {
      return this.options.signer.open(this.placeOf(job, 'job'), job.data, Envelope);
    } catch (error) {
      if (!(error instanceof MessageRefused)) throw error;
      this.options.observer.messageRefused?.(this.queue, job.id ?? '', error.reason);
      return undefined;
    }
  }

  private async scrub(job: Job, reason: string): Promise<void> {
    const emptied: ScrubbedEnvelope = { scrubbed: true, outcome: { reason } };
    await job.updateData(this.options.signer.sign(this.placeOf(job, 'job'), JSON.stringify(emptied)));
  }

  /** A result as a parent will read it. */
  private signed(job: Job, result: unknown): Signed {
    return this.options.signer.sign(this.placeOf(job, 'result'), JSON.stringify(result ?? null));
  }

  private placeOf(job: Job, kind: 'job' | 'result') {
    return { kind, queue: this.queue, job: job.name, id: job.id ?? '' };
  }
}

/**
 * BullMQ asks what it is thrown for its trace, and keeps none ({@link jobOptions}). To write one, a bundled service reads
 * its source map: half a second of processor time, and forty megabytes that it holds from then on.
 */
function untraced<E extends Error>(error: E): E {
  error.stack = '';
  return error;
}

/** Nothing is kept of it: under its id the true job can be sent again, and the reconciler finds it gone. */
function refuse(job: Job): never {
  job.opts.removeOnFail = true;
  throw untraced(new UnrecoverableError('refused'));
}

/** The handler had finished, or the job was erased: in neither case is there anything left to do. */
function endAsBefore({ outcome }: ScrubbedEnvelope): never {
  throw untraced(new UnrecoverableError(outcome?.reason ?? 'erased'));
}

/** Back into the queue for a while, without counting the try. Postgres keeps whole milliseconds and refuses others. */
async function postpone(
  job: Job,
  token: string | undefined,
  delayMs: number,
  isLeftToOthers = false,
): Promise<never> {
  await job.moveToDelayed(Date.now() + Math.ceil(delayMs), token);
  throw isLeftToOthers ? new LeftToOthers() : new DelayedError();
}

const pauseOf = (job: Job): number =>
  Math.min(PAUSE_MAX_MS, Math.max(PAUSE_MIN_MS, (Date.now() - job.timestamp) / 10));

/** Our own faults are written to be read by anybody; what another error says may quote the case. */
function describe(error: Error): string {
  return error instanceof PermanentFault || error instanceof PayloadRejected
    ? `${error.name}: ${error.message}`
    : `${error.name} (the log of the service has it)`;
}

function jobEvent<M extends QueueMap>(
  queue: string,
  job: Job,
  context: FailureContext<M>,
  started: number,
): JobEvent {
  return {
    queue,
    job: job.name,
    jobId: context.jobId,
    attempt: context.attempt,
    requestId: context.meta?.requestId,
    tenantId: context.meta?.tenantId,
    waitedMs: Math.max(0, started - job.timestamp),
    tookMs: Date.now() - started,
  };
}
