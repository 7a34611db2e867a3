import { Client, type ClientConfig } from 'pg';

/** Where BullMQ says, by the name of a queue, that a job was added to it. */
const CHANNEL = 'bullmq_jobs';

/**
 * Hears of new jobs, on one connection for all workers of a process. BullMQ by itself opens one for each worker, and every
 * job that is added anywhere wakes all of them, in the database and here.
 */
export class JobSignals {
  private readonly waiting = new Map<string, Set<() => void>>();
  private listening: Promise<Client> | undefined;
  private client: Client | undefined;
  private closed = false;

  constructor(
    private readonly config: ClientConfig,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Resolves when it listens. @throws Error when Postgres is away; the next call tries again */
  async ready(): Promise<void> {
    if (this.closed) throw new Error('the queues are closed');
    this.listening ??= this.listen();
    await this.listening;
  }

  /** Calls `wake` when a job was added to the queue, and when signals may have been lost. @returns ends that */
  subscribe(queue: string, wake: () => void): () => void {
    const wakes = this.waiting.get(queue) ?? new Set();
    this.waiting.set(queue, wakes.add(wake));
    return () => wakes.delete(wake);
  }

  async close(): Promise<void> {
    this.closed = true;
    const client = await this.listening?.catch(() => undefined);
    this.listening = undefined;
    await client?.end();
  }

  private async listen(): Promise<Client> {
    const client = new Client(this.config);
    client.on('error', (error) => {
      if (!this.closed) this.onError(error);
      this.lose(client);
    });
    client.on('end', () => {
      this.lose(client);
    });
    client.on('notification', ({ channel, payload }) => {
      if (channel === CHANNEL) this.wake(payload ?? '');
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.client = client;
      return client;
    } catch (error) {
      this.listening = undefined;
      client.end().catch(() => undefined);
      throw error;
    }
  }

  /** Whoever waits looks again, and listens anew. */
  private lose(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.listening = undefined;
    for (const queue of this.waiting.keys()) this.wake(queue);
  }

  private wake(queue: string): void {
    for (const wake of [...(this.waiting.get(queue) ?? [])]) wake();
  }
}
