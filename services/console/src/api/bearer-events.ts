import { retryDelay } from './retry-delay';
import { EventReader } from './event-reader';

/** What a stream of events tells. */
export interface EventsListener<Name extends string = string> {
  onOpen(): void;
  /** @param data as JSON; null where they are none */
  onEvent(name: Name, data: unknown): void;
  /** @param forGood whether it is not tried again */
  onLost(forGood: boolean): void;
}

export interface BearerParts {
  fetch(path: string, init: RequestInit): Promise<Response>;
  /** Resolves after a time, or as soon as nobody listens any more. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** At least 0, below 1. */
  random(): number;
}

const BROWSER: BearerParts = {
  fetch: (path, init) => fetch(path, init),
  pause: (milliseconds, signal) =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal.addEventListener('abort', end);
    }),
  random: Math.random,
};

export function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

/**
 * Listens to events as an `EventSource` does, with the token that those of browsers cannot send. What is lost is connected to
 * again and goes on after the last event; a refusal, or what is no stream, is the end.
 *
 * @returns a function that stops listening
 */
export function hearByBearer(
  path: string,
  bearer: string,
  listener: EventsListener,
  parts = BROWSER,
): () => void {
  const aborter = new AbortController();
  const stream = new BearerEvents({ path, bearer, signal: aborter.signal }, listener, parts);
  void stream.follow();
  return () => {
    aborter.abort();
  };
}

interface Asked {
  readonly path: string;
  readonly bearer: string;
  readonly signal: AbortSignal;
}

class BearerEvents {
  private lastId = '';
  /** Connections in a row that brought nothing. */
  private failures = 0;

  constructor(
    private readonly asked: Asked,
    private readonly listener: EventsListener,
    private readonly parts: BearerParts,
  ) {}

  async follow(): Promise<void> {
    while (!this.stopped) {
      const refused = await this.once();
      if (this.stopped) return;
      this.listener.onLost(refused);
      if (refused) return;
      this.failures += 1;
      await this.pause();
    }
  }

  private get stopped(): boolean {
    return this.asked.signal.aborted;
  }

  private async pause(): Promise<void> {
    if (this.stopped) return;
    const { pause, random } = this.parts;
    await pause(retryDelay(this.failures, random()), this.asked.signal);
  }

  /** One connection to its end. @returns whether the next would be refused as well */
  private async once(): Promise<boolean> {
    try {
      const body = await this.connect();
      if (body === null) return true;
      this.listener.onOpen();
      await this.hear(body);
    } catch {
      // The network is away, or went in the middle.
    }
    return false;
  }

  private async connect(): Promise<ReadableStream<Uint8Array> | null> {
    const { path, bearer, signal } = this.asked;
    const headers = {
      ...{ accept: 'text/event-stream', authorization: `Bearer ${bearer}` },
      ...(this.lastId !== '' && { 'last-event-id': this.lastId }),
    };
    const response = await this.parts.fetch(path, { headers, signal, cache: 'no-store' });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    if (response.status === 200 && isStream) return response.body;
    await response.body?.cancel();
    return null;
  }

  private async hear(body: ReadableStream<Uint8Array>): Promise<void> {
    const pieces = body.getReader();
    const decoder = new TextDecoder();
    const reader = new EventReader(this.lastId);
    for (;;) {
      const { done, value } = await pieces.read();
      if (done) return;
      for (const { name, data } of reader.read(decoder.decode(value, { stream: true }))) {
        if (this.stopped) return;
        this.failures = 0;
        this.listener.onEvent(name, jsonOf(data));
      }
      this.lastId = reader.lastId;
    }
  }
}
