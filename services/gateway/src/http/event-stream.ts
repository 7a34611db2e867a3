import { type ApiReply } from './api-request';

/** An event as it goes over the wire; `null` for a heartbeat. */
type Events = (signal: AbortSignal) => AsyncIterable<string | Uint8Array | null>;

export interface StreamOptions {
  readonly shuttingDown: AbortSignal;
  /** A comment that the stream begins with. */
  readonly greeting: string;
  /** A reader that leaves more unread is cut off; it connects again and is told the newest. */
  readonly mostUnreadBytes?: number;
  /** Called when it is. */
  readonly onCut?: () => void;
}

/**
 * Sends server-sent events (WHATWG HTML, section 9.2) until there are no more or the reader is gone. An error in the
 * middle, or the end of the service, ends the stream: the reader connects again and goes on where it was.
 */
export async function sendEvents(reply: ApiReply, events: Events, options: StreamOptions): Promise<void> {
  const { shuttingDown, greeting, mostUnreadBytes = Infinity, onCut = () => undefined } = options;
  const abort = new AbortController();
  reply.hijack();
  const { raw } = reply;
  const end = (): void => {
    raw.end();
  };
  shuttingDown.addEventListener('abort', end, { once: true });
  raw.once('close', () => {
    abort.abort();
    shuttingDown.removeEventListener('abort', end);
  });
  raw.writeHead(200, {
    ...Object.fromEntries(
      Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write(`: ${greeting}\n\n`);
  try {
    for await (const event of events(abort.signal)) {
      if (abort.signal.aborted) break;
      raw.write(event ?? ': still here\n\n');
      if (raw.writableLength <= mostUnreadBytes) continue;
      onCut();
      raw.destroy();
    }
  } finally {
    end();
  }
}

/** A typed event with its data as JSON. */
export const eventText = (event: {
  readonly id: number;
  readonly type: string;
  readonly data: unknown;
}): string => `id: ${String(event.id)}\nevent: ${event.type}\ndata: ${JSON.stringify(event.data)}\n\n`;
