import { type Frames, readFrames, type Seen } from './frames';
import { type RoomApi } from './room-api';

/** A reader of a room: its stream is opened again whenever it ends, until the room has ended or it is closed. */
export class Stream {
  /** What each stream brought, in the order in which they were opened. */
  readonly read: Frames[] = [];
  private readonly stop = new AbortController();
  private readonly done: Promise<void>;
  private waiting: (() => void)[] = [];
  /** All frames that were seen. */
  readonly seen: Seen[] = [];

  /** @param onOpen called whenever a stream is there */
  constructor(
    private readonly api: RoomApi,
    private readonly code: string,
    private readonly bearer: string,
    private readonly now: () => number,
    private readonly onOpen: () => void = () => undefined,
  ) {
    this.done = this.follow();
  }

  /**
   * The first frame that is wanted, also of those that came before.
   *
   * @returns null where it does not come before the signal
   */
  async first(wanted: (seen: Seen) => boolean, signal: AbortSignal): Promise<Seen | null> {
    for (;;) {
      const found = this.seen.find(wanted);
      if (found !== undefined) return found;
      if (signal.aborted) return null;
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }

  async close(): Promise<void> {
    this.stop.abort();
    await this.done;
  }

  private async follow(): Promise<void> {
    const { signal } = this.stop;
    for (let failures = 1; !signal.aborted; failures += 1) {
      const stream = await this.api.events(this.code, this.bearer, signal).catch(() => undefined);
      if (stream !== undefined) {
        failures = 0;
        this.onOpen();
        const frames = await readFrames(stream, this.now, (seen) => this.onFrame(seen));
        this.read.push(frames);
        if (frames.ended) return;
      }
      await this.api.beforeAnotherStream(Math.max(1, failures), signal).catch(() => undefined);
    }
  }

  private onFrame(seen: Seen): void {
    this.seen.push(seen);
    for (const wake of this.waiting.splice(0)) wake();
  }
}
