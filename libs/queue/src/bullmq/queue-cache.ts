import { type QueueObserver } from '../ports/queue-observer';
import { type BullBackend, type BullQueue } from './backend';
import { within } from './within';

/** The queues of this process, opened when they are first needed and closed together. */
export class QueueCache {
  private readonly queues = new Map<string, BullQueue>();

  constructor(
    private readonly backend: BullBackend,
    private readonly observer: QueueObserver,
  ) {}

  get(name: string): BullQueue {
    const known = this.queues.get(name);
    if (known) return known;
    const queue = this.backend.queue(name, (error) => this.observer.backendError?.(name, error));
    this.queues.set(name, queue);
    return queue;
  }

  async close(): Promise<void> {
    await within(
      Promise.all([...this.queues.values()].map((queue) => queue.close())),
      this.backend.closeMs(),
    );
    this.queues.clear();
  }
}
