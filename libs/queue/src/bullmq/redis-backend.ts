import { FlowProducer, Queue, createRedisBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { AbandonableWorker } from './abandonable-worker';
import { type BullBackend, NO_EVENTS } from './backend';

export interface RedisBackendOptions {
  readonly url: string;
  /** What every key starts with. Default `openrounds`. */
  readonly prefix?: string;
}

/**
 * BullMQ on Redis: 6.2 or newer with `maxmemory-policy noeviction` and AOF. Senders share one connection that
 * gives up after two failed tries, so that the outbox keeps what cannot be sent; workers wait for Redis for ever.
 */
export async function openRedisBackend(
  options: RedisBackendOptions,
  onError: (error: Error) => void,
): Promise<BullBackend> {
  const prefix = options.prefix ?? 'openrounds';
  const sending = new Redis(options.url, { maxRetriesPerRequest: 2, lazyConnect: true });
  const working = new Redis(options.url, { maxRetriesPerRequest: null, lazyConnect: true });
  for (const client of [sending, working]) {
    client.setMaxListeners(0); // every queue and worker adds some, by design
    client.on('error', onError);
  }
  await sending.connect();

  return {
    workerLimit: Number.POSITIVE_INFINITY,
    queue(name, onQueueError) {
      const queue = new Queue(name, { connection: sending, prefix, ...NO_EVENTS }, createRedisBackend);
      queue.on('error', onQueueError);
      return queue;
    },
    worker(name, process, workerOptions, events) {
      const worker = new AbandonableWorker(
        name,
        process,
        { ...workerOptions, connection: working, prefix },
        createRedisBackend,
      );
      worker.on('error', events.onError);
      worker.on('stalled', events.onStalled);
      worker.on('completed', events.onCompleted);
      worker.on('failed', events.onFailed);
      return worker;
    },
    flowProducer(onFlowError) {
      const flows = new FlowProducer({ connection: sending, prefix }, createRedisBackend);
      flows.on('error', onFlowError);
      return flows;
    },
    async ping() {
      await sending.ping();
    },
    async close() {
      sending.disconnect();
      working.disconnect();
      return Promise.resolve();
    },
  };
}
