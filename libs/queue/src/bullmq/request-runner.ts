import { DomainError } from '@openrounds/contracts';
import { type Job } from 'bullmq';
import { findContract, parse } from '../contract';
import { BusyFault, PayloadRejected } from '../faults';
import { isInfrastructureFault } from '../infrastructure/infrastructure-fault';
import { type QueueMap } from '../ports/queue-map';
import { type JobEvent, type QueueObserver } from '../ports/queue-observer';
import { type AnyResponder, type RequestContext } from '../ports/requester';
import { FLEETING, REPLY, replyPlace } from './bull-requester';
import { type ReplyEnvelope, type ReplyProblem, RequestEnvelope } from './envelope';
import { type RunInScope } from './job-runner';
import { MessageRefused, type MessageSigner } from './message-signer';
import { type QueueCache } from './queue-cache';

/** When to ask again after an outage. */
const RETRY_AFTER_SECONDS = 2;

/** A responder without the types of its one job: the map has been checked by then. */
interface LooseResponder {
  answer(payload: unknown, context: RequestContext): Promise<unknown>;
}

/** Answers the requests of one queue. A job never fails here: whatever goes wrong is the answer. */
export class RequestRunner<M extends QueueMap> {
  private readonly responders: ReadonlyMap<string, LooseResponder>;

  constructor(
    private readonly map: M,
    private readonly queue: string,
    responders: readonly AnyResponder<M>[],
    private readonly queues: QueueCache,
    private readonly observer: QueueObserver,
    private readonly runInScope: RunInScope,
    private readonly signer: MessageSigner,
  ) {
    this.responders = new Map(responders.map((responder) => [responder.job, responder as LooseResponder]));
  }

  async run(job: Job): Promise<void> {
    const started = Date.now();
    const request = this.requestOf(job);
    if (request === undefined) return;
    const id = job.id ?? '';
    const reply = await this.reply(job, request, started);
    const signed = this.signer.sign(replyPlace(request.replyTo, id), JSON.stringify(reply));
    await this.queues.get(request.replyTo).add(REPLY, signed, { ...FLEETING, jobId: id });
  }

  /** What is asked, or nothing where it cannot be trusted, which is told. */
  private requestOf(job: Job): RequestEnvelope | undefined {
    const place = { kind: 'request', queue: this.queue, job: job.name, id: job.id ?? '' } as const;
    try {
      return this.signer.open(place, job.data, RequestEnvelope);
    } catch (error) {
      if (!(error instanceof MessageRefused)) throw error;
      // Whoever wrote it may have said that it is to be kept.
      job.opts.removeOnComplete = true;
      this.observer.messageRefused?.(this.queue, place.id, error.reason);
      return undefined;
    }
  }

  private async reply(job: Job, request: RequestEnvelope, started: number): Promise<ReplyEnvelope> {
    try {
      return { ok: true, result: await this.answer(job, request, started) };
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error('a value that is not an error was thrown');
      this.observer.jobFailed?.(requestEvent(this.queue, job, started), error, false);
      return { ok: false, problem: asProblem(error) };
    }
  }

  private async answer(job: Job, request: RequestEnvelope, started: number): Promise<unknown> {
    const contract = findContract(this.map, this.queue, job.name);
    const responder = this.responders.get(job.name);
    if (!contract || !responder) throw new DomainError('dependency-unavailable');
    const payload = parse(contract.payload, request.payload, this.queue, job.name);
    const { requestId, tenantId, traceparent } = payload.meta;
    const context = { queue: this.queue, job: job.name, requestId, tenantId, traceparent };
    const scope = { queue: this.queue, job: job.name, jobId: job.id ?? '' };
    const result = await this.runInScope(payload.meta, scope, () => responder.answer(payload, context));
    this.observer.jobCompleted?.({ ...requestEvent(this.queue, job, started), requestId, tenantId });
    return parse(contract.result, result ?? null, this.queue, job.name);
  }
}

/** Domain errors cross as they are; of anything else the requester learns only that it happened. */
function asProblem(error: Error): ReplyProblem {
  if (error instanceof DomainError) {
    const { code, message, errors, retryAfterSeconds } = error;
    return {
      code,
      detail: message,
      errors: [...errors],
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    };
  }
  if (error instanceof BusyFault || isInfrastructureFault(error)) {
    const { code, message } = new DomainError('dependency-unavailable');
    return { code, detail: message, errors: [], retryAfterSeconds: RETRY_AFTER_SECONDS };
  }
  const { code, message } = new DomainError('internal');
  return { code, detail: error instanceof PayloadRejected ? error.name : message, errors: [] };
}

function requestEvent(queue: string, job: Job, started: number): JobEvent {
  return {
    queue,
    job: job.name,
    jobId: job.id ?? '',
    attempt: 1,
    requestId: undefined,
    tenantId: undefined,
    waitedMs: Math.max(0, started - job.timestamp),
    tookMs: Date.now() - started,
  };
}
