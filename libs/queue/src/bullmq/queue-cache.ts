import { type QueueObserver } from '../ports/queue-observer';
import { type BullBackend, type BullQueue } from './backend';
import { MadeWhenNeeded } from './made-when-needed';
import { within } from './within';

/** The queues of this process, opened when they are first needed and closed together. */
export class QueueCache {
  private readonly queues = new Map<string, MadeWhenNeeded<BullQueue>>();

  constructor(
    private readonly backend: BullBackend,
    private readonly observer: QueueObserver,
  ) {}

  get(name: string): BullQueue {
    const known = this.queues.get(name);
    if (known) return known.get();
    const queue = new MadeWhenNeeded(() =>
      this.backend.queue(name, (error) => this.observer.backendError?.(name, error)),
    );
    this.queues.set(name, queue);
    return queue.get();
  }

  async close(): Promise<void> {
    await within(
      Promise.all([...this.queues.values()].map((queue) => queue.close())),
      this.backend.closeMs(),
    );
    this.queues.clear();
  }
}
