import { type JobMeta } from '@openrounds/contracts';
import { type z } from 'zod';

/** One job of a queue: what is sent with it and what its handler answers; both JSON. */
export interface JobContract {
  readonly payload: z.ZodType<{ meta: JobMeta }>;
  readonly result: z.ZodType;
}

/** Queue → job (its name carries its version) → contract. The house's map is `QUEUES` of libs/contracts. */
export type QueueMap = Readonly<Record<string, Readonly<Record<string, JobContract>>>>;

export type QueueName<M extends QueueMap> = keyof M & string;
export type JobName<M extends QueueMap, Q extends QueueName<M>> = keyof M[Q] & string;

/** The payload as a handler receives it: parsed, defaults filled in. */
export type Payload<M extends QueueMap, Q extends QueueName<M>, J extends JobName<M, Q>> = z.output<
  M[Q][J]['payload']
>;

/** The payload as a sender may write it: what has a default may be left out. */
export type PayloadInput<M extends QueueMap, Q extends QueueName<M>, J extends JobName<M, Q>> = z.input<
  M[Q][J]['payload']
>;

/** The result as whoever asked receives it. */
export type Result<M extends QueueMap, Q extends QueueName<M>, J extends JobName<M, Q>> = z.output<
  M[Q][J]['result']
>;

/** The result as a handler may write it. */
export type ResultInput<M extends QueueMap, Q extends QueueName<M>, J extends JobName<M, Q>> = z.input<
  M[Q][J]['result']
>;
