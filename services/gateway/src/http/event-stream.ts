import { type ApiReply } from './api-request';
import { type StreamedEvent } from '../use-cases/stream-run';

type Events = (signal: AbortSignal) => AsyncIterable<StreamedEvent | null>;

/**
 * Sends server-sent events (WHATWG HTML, section 9.2) until the run has ended or the reader is gone; `null` is a
 * heartbeat. An error in the middle, or the end of the service, ends the stream: the reader connects again and goes
 * on where it was.
 */
export async function sendEvents(reply: ApiReply, events: Events, shuttingDown: AbortSignal): Promise<void> {
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
  raw.write(': the sections of the run follow as they become known\n\n');
  try {
    for await (const event of events(abort.signal)) {
      if (abort.signal.aborted) break;
      raw.write(event === null ? ': still here\n\n' : format(event));
    }
  } finally {
    end();
  }
}

const format = ({ id, type, data }: StreamedEvent): string =>
  `id: ${String(id)}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
