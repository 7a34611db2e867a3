import { retryDelay } from '../api/retry-delay';

/** `polling`: the stream does not hold, but the server answers when asked. */
export type Link = 'connecting' | 'live' | 'polling' | 'lost';

/** What a stream of events tells. */
export interface StreamListener {
  onOpen(): void;
  /** Something came, so that the stream is alive. */
  onSign(): void;
  onError(): void;
}

export interface ConnectionParts {
  /** Asks for the newest state; rejects where the server does not answer. */
  look(): Promise<void>;
  /** Opens the stream and returns how to close it; null where the browser has none. */
  listen(listener: StreamListener): (() => void) | null;
  onLink(link: Link): void;
  /** At least 0, below 1. */
  random(): number;
}

/** A stream that says nothing for so long is doubted: some middlemen hold it open and pass nothing on. */
export const SILENCE_MS = 30_000;
/** A stream that has not opened by then is taken for one that never will. */
export const OPENING_MS = 8_000;
/** Between two looks where there is no stream, ± 50 %. */
export const POLL_MS = 4_000;

/**
 * Keeps a page in step with its room: by a stream of events where one holds, else by asking. It comes back by itself after
 * every kind of loss, at random times, so that 1,000 phones do not return in one second.
 */
export class RoomConnection {
  private closeStream: (() => void) | null = null;
  private streaming = false;
  /** Looks that failed in a row. */
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** Rises with every start from the beginning: what belongs to an older one is no longer listened to. */
  private turn = 0;
  private stopped = true;

  constructor(private readonly parts: ConnectionParts) {}

  start(): void {
    this.stopped = false;
    this.parts.onLink('connecting');
    this.again();
  }

  stop(): void {
    this.stopped = true;
    this.hangUp();
  }

  /** The page is looked at again, or the network is back: no reason to wait out a long delay. */
  wake(): void {
    if (this.stopped) return;
    this.failures = 0;
    if (this.streaming) void this.look(this.turn);
    else this.again();
  }

  private again(): void {
    this.hangUp();
    void this.lookAndListen(this.turn);
  }

  private async lookAndListen(turn: number): Promise<void> {
    await this.look(turn);
    if (turn !== this.turn) return;
    const closeStream = this.parts.listen({
      onOpen: () => {
        if (turn === this.turn) this.opened(turn);
      },
      onSign: () => {
        if (turn === this.turn) this.waitForSigns(turn);
      },
      onError: () => {
        if (turn === this.turn) this.lose();
      },
    });
    if (closeStream === null) {
      this.comeBack();
      return;
    }
    this.closeStream = closeStream;
    this.timer = setTimeout(() => {
      this.lose();
    }, OPENING_MS);
  }

  private opened(turn: number): void {
    this.streaming = true;
    this.failures = 0;
    this.parts.onLink('live');
    this.waitForSigns(turn);
  }

  private async look(turn: number): Promise<void> {
    try {
      await this.parts.look();
      if (turn !== this.turn) return;
      this.failures = 0;
      if (this.streaming) this.waitForSigns(turn);
      else this.parts.onLink('polling');
    } catch {
      if (turn !== this.turn) return;
      this.failures += 1;
      if (this.streaming) this.lose();
      else this.parts.onLink('lost');
    }
  }

  private lose(): void {
    if (this.streaming) {
      this.parts.onLink('lost');
      // Nobody knows whether the server is there: everybody lost the stream with us.
      this.failures = Math.max(1, this.failures);
    }
    this.comeBack();
  }

  private comeBack(): void {
    const random = this.parts.random();
    const delay = this.failures === 0 ? POLL_MS * (0.5 + random) : retryDelay(this.failures, random);
    this.hangUp();
    this.timer = setTimeout(() => {
      this.again();
    }, delay);
  }

  private waitForSigns(turn: number): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(turn), SILENCE_MS);
  }

  private hangUp(): void {
    this.turn += 1;
    this.streaming = false;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.closeStream?.();
    this.closeStream = null;
  }
}
