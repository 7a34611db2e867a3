import { randomUUID } from 'node:crypto';
import { type Job } from 'bullmq';
import { DomainError, ERROR_CODES, type ErrorCode } from '@openrounds/contracts';
import { parse, parseToSend, requireContract } from '../contract';
import { RequestTimeout } from '../faults';
import {
  type JobName,
  type PayloadInput,
  type QueueMap,
  type QueueName,
  type Result,
} from '../ports/queue-map';
import { type QueueObserver } from '../ports/queue-observer';
import { type RequestOptions, type Requester } from '../ports/requester';
import { type BullQueue, type BullWorker } from './backend';
import { READY_MS } from './bull-workers';
import { envelopeText, ReplyEnvelope, type ReplyProblem } from './envelope';
import { MessageRefused, type MessageSigner } from './message-signer';
import { type QueueCache } from './queue-cache';
import { within } from './within';

const DEFAULT_DEADLINE_MS = 2_000;

/** Neither a request nor an answer is of use to anybody later. */
export const FLEETING = {
  attempts: 1,
  removeOnComplete: true,
  removeOnFail: true,
  stackTraceLimit: 0,
} as const;

/** How every answer is named in a reply queue. */
export const REPLY = 'reply';

/** An answer is bound to the queue of whoever asked and to the question. */
export const replyPlace = (replyTo: string, id: string) =>
  ({ kind: 'reply', queue: replyTo, job: REPLY, id }) as const;

interface Pending {
  readonly queue: string;
  readonly job: string;
  readonly deadlineMs: number;
  readonly timer: NodeJS.Timeout;
  /** Takes the question back. */
  withdraw(): Promise<void>;
  resolve(reply: ReplyEnvelope): void;
  reject(error: Error): void;
}

/** {@link Requester} on BullMQ: one reply queue for this instance, answers matched by a correlation id. */
export class BullRequester<M extends QueueMap> implements Requester<M> {
  private readonly pending = new Map<string, Pending>();
  /** Questions that are being taken back. */
  private readonly withdrawals = new Set<Promise<void>>();
  private worker: BullWorker | undefined;

  constructor(
    private readonly map: M,
    private readonly queues: QueueCache,
    private readonly replyTo: string,
    private readonly signer: MessageSigner,
    private readonly observer: QueueObserver,
    private readonly closeMs: () => number,
  ) {}

  /** Starts listening; `startWorker` opens a worker on the reply queue that hands each job to its argument. */
  async listen(startWorker: (onReply: (reply: Job) => void) => BullWorker): Promise<void> {
    this.worker = startWorker((reply) => {
      this.settle(reply);
    });
    await within(this.worker.waitUntilReady(), READY_MS);
  }

  async request<Q extends QueueName<M>, J extends JobName<M, Q>>(
    queue: Q,
    job: J,
    payload: PayloadInput<M, Q, J>,
    options: RequestOptions = {},
  ): Promise<Result<M, Q, J>> {
    const contract = requireContract(this.map, queue, job);
    const deadlineMs = options.deadlineMs ?? DEFAULT_DEADLINE_MS;
    const { text } = parseToSend(contract.payload, payload, queue, job);
    const body = envelopeText(text, { replyTo: this.replyTo });
    const reply = await this.exchange(queue, job, body, deadlineMs);
    if (!reply.ok) throw asDomainError(reply.problem);
    return parse(contract.result, reply.result, queue, job) as Result<M, Q, J>;
  }

  async close(): Promise<void> {
    for (const correlationId of [...this.pending.keys()]) this.giveUp(correlationId);
    await within(Promise.all(this.withdrawals), this.closeMs());
    const { worker } = this;
    if (worker && !(await within(worker.close(), this.closeMs()))) await worker.abandon();
  }

  /**
   * The deadline also bounds the sending: a backend that is down must not hold the caller up. It is kept by who asks alone:
   * with an age in the question, whoever answers would hold it against a clock of its own.
   */
  private exchange(queue: string, job: string, body: string, deadlineMs: number): Promise<ReplyEnvelope> {
    const id = randomUUID();
    const request = this.signer.sign({ kind: 'request', queue, job, id }, body);
    return new Promise<ReplyEnvelope>((resolve, reject) => {
      const asked = this.queues.get(queue);
      const sent = asked.add(job, request, { ...FLEETING, jobId: id });
      const timer = setTimeout(() => {
        this.giveUp(id);
      }, deadlineMs);
      const withdraw = () => withdrawn(asked, id, sent);
      this.pending.set(id, { queue, job, deadlineMs, timer, withdraw, resolve, reject });
      sent.catch((error: unknown) => {
        this.forget(id);
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    });
  }

  private giveUp(correlationId: string): void {
    const pending = this.pending.get(correlationId);
    if (pending === undefined) return;
    this.forget(correlationId);
    pending.reject(new RequestTimeout(pending.queue, pending.job, pending.deadlineMs));
    const withdrawal = pending.withdraw().finally(() => this.withdrawals.delete(withdrawal));
    this.withdrawals.add(withdrawal);
  }

  /** An answer that came too late, or was meant for an earlier process of this name, has nobody waiting. */
  private settle(job: Job): void {
    const id = job.id ?? '';
    try {
      const reply = this.signer.open(replyPlace(this.replyTo, id), job.data, ReplyEnvelope);
      const pending = this.pending.get(id);
      this.forget(id);
      pending?.resolve(reply);
    } catch (error) {
      if (!(error instanceof MessageRefused)) throw error;
      // Not an answer: the true one may still come. Whoever wrote it may have said that it is to be kept.
      job.opts.removeOnComplete = true;
      this.observer.messageRefused?.(this.replyTo, id, error.reason);
    }
  }

  private forget(correlationId: string): void {
    clearTimeout(this.pending.get(correlationId)?.timer);
    this.pending.delete(correlationId);
  }
}

/**
 * Takes a question back, so that nobody works for whoever has given up. One that is being answered stays, and its answer
 * finds nobody; so does one that the backend, being away, does not give back.
 */
async function withdrawn(queue: BullQueue, id: string, sent: Promise<unknown>): Promise<void> {
  try {
    await sent;
    await queue.remove(id);
  } catch {
    // Nothing depends on it: it only saves work.
  }
}

function asDomainError({ code, detail, errors, retryAfterSeconds }: ReplyProblem): DomainError {
  const known: ErrorCode = isErrorCode(code) ? code : 'internal';
  return new DomainError(known, detail, errors, retryAfterSeconds);
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CODES, code);
}
