import { type Type } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import {
  isInteractive,
  type InteractiveQueue,
  type JobName,
  type QueueName,
  type Queues,
} from '@openrounds/contracts';
import { type AnyProcessor, type AnyResponder, type Processor, type Responder } from '@openrounds/queue';

/** What the class under {@link Handles} must be: it answers what is asked, and works on anything else. */
export type HandlerOf<Q extends QueueName, J extends JobName<Q>> = Q extends InteractiveQueue
  ? Omit<Responder<Queues, Q, J>, 'queue' | 'job'>
  : Omit<Processor<Queues, Q, J>, 'queue' | 'job'>;

const Handler = DiscoveryService.createDecorator();

/**
 * Makes a provider the handler of a job. Its constructor is injected like any provider's; that its `handle` (or
 * `answer`, in an interactive queue) takes the job's payload and gives its result is checked by the compiler, and that
 * each job of a service has exactly one handler when the service boots.
 */
export const Handles =
  <Q extends QueueName, J extends JobName<Q>>(queue: Q, job: J) =>
  <C extends new (...given: never[]) => HandlerOf<Q, J>>(handler: C): void => {
    Handler()(handler as unknown as Type);
    Object.assign(handler.prototype as object, { queue, job });
  };

/** The providers of all modules that handle a job. */
export const discoverHandlers = (discovery: DiscoveryService): object[] =>
  discovery.getProviders({ metadataKey: Handler.KEY }).map(({ instance }) => instance as object);

const isAsked = (handler: object): boolean => 'queue' in handler && isInteractive(String(handler.queue));

/** Those of the handlers that work on jobs, as the queue library takes them. */
export const processorsAmong = (handlers: readonly object[]): AnyProcessor<Queues>[] =>
  handlers.filter((handler) => !isAsked(handler)) as AnyProcessor<Queues>[];

/** Those of the handlers that answer requests, as the queue library takes them. */
export const respondersAmong = (handlers: readonly object[]): AnyResponder<Queues>[] =>
  handlers.filter(isAsked) as AnyResponder<Queues>[];
