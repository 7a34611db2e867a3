import { type z } from 'zod';
import { QUEUES, type JobName, type QueueName, type Queues } from './queue-map';

/** A queue of requests with an answer: whoever asks waits for it. */
export type InteractiveQueue = Extract<QueueName, `${string}-interactive`>;

export const isInteractive = (queue: string): queue is InteractiveQueue => queue.endsWith('-interactive');

/** What one service can ask another: the jobs of the interactive queues. A question's name says whom it is for. */
export type Question = { [Q in InteractiveQueue]: JobName<Q> }[InteractiveQueue];

type QueueOf<J extends Question> = {
  [Q in InteractiveQueue]: J extends JobName<Q> ? Q : never;
}[InteractiveQueue];

type ContractOf<J extends Question> = {
  [Q in InteractiveQueue]: J extends JobName<Q> ? Queues[Q][J] : never;
}[InteractiveQueue];

type Part<Contract, Name extends string> = Contract extends Readonly<Record<Name, infer S>> ? S : never;

/** What a question is asked with; what has a default may be left out. */
export type QuestionPayload<J extends Question> = z.input<Part<ContractOf<J>, 'payload'> & z.ZodType>;

/** What a question is answered with. */
export type Answer<J extends Question> = z.output<Part<ContractOf<J>, 'result'> & z.ZodType>;

const ASKED_IN: ReadonlyMap<string, InteractiveQueue> = new Map(
  Object.keys(QUEUES)
    .filter(isInteractive)
    .flatMap((queue) => Object.keys(QUEUES[queue]).map((job) => [job, queue] as const)),
);

/** The queue in which a question is asked. */
export function queueOf<J extends Question>(job: J): QueueOf<J> {
  return ASKED_IN.get(job) as QueueOf<J>;
}
