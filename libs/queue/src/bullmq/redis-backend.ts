import { FlowProducer, Queue, createRedisBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { AbandonableWorker } from './abandonable-worker';
import { type BullBackend, NO_EVENTS } from './backend';
import { CLOSE_MS } from './within';

export interface RedisBackendOptions {
  readonly url: string;
  /** What every key starts with. Default `openrounds`. */
  readonly prefix?: string;
}

const CONNECT_MS = 5_000;
const KEEP_ALIVE_MS = 10_000;
const SEND_MS = 5_000;
/** A worker's blocking look takes up to 10 s by itself. */
const WORK_MS = 20_000;
const HEALTH_KEPT_MS = 60_000;

/**
 * BullMQ on Redis: 6.2 or newer with `maxmemory-policy noeviction` and AOF. Senders share one connection that
 * gives up after two failed tries, so that the outbox keeps what cannot be sent; workers wait for Redis for ever.
 * Nothing waits for the first connection: a service starts without Redis and begins to work when it is there.
 */
export function openRedisBackend(
  options: RedisBackendOptions,
  onError: (error: Error) => void,
  onReady: () => void,
): BullBackend {
  const prefix = options.prefix ?? 'openrounds';
  const common = { connectTimeout: CONNECT_MS, keepAlive: KEEP_ALIVE_MS, reconnectOnError: isDemoted };
  const sending = new Redis(options.url, { ...common, maxRetriesPerRequest: 2, commandTimeout: SEND_MS });
  const working = new Redis(options.url, { ...common, maxRetriesPerRequest: null, commandTimeout: WORK_MS });
  for (const client of [sending, working]) {
    client.setMaxListeners(0); // every queue and worker adds some, by design
    client.on('error', onError);
    client.on('ready', onReady);
  }

  return {
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
      // Written, not only asked: at `maxmemory` Redis still answers a PING but takes no job.
      await sending.set(`${prefix}:health`, '1', 'PX', HEALTH_KEPT_MS);
    },
    closeMs: () => (working.status === 'ready' ? CLOSE_MS : 0),
    async close() {
      sending.disconnect();
      working.disconnect();
      return Promise.resolve();
    },
  };
}

/** After a failover the old primary keeps its connections and refuses to write: the new one is behind the same address. */
const isDemoted = ({ message }: Error): boolean => message.startsWith('READONLY');
