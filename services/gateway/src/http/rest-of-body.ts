import { MAX_DOCUMENT_BODY_BYTES } from '@openrounds/contracts';
import { type FastifyRequest } from 'fastify';

/** More than any operation takes: who sends more is answered at once. */
const MOST_BYTES = 2 * MAX_DOCUMENT_BODY_BYTES;
const LONGEST_MS = 10_000;

/**
 * Throws away what still comes of a body that is answered without being read. A connection that is closed while the other
 * side still writes is reset, and the answer is lost with it (RFC 9112, section 9.6): whoever sends too much would see a
 * broken connection in place of 413.
 *
 * @returns when all has come, when the connection is lost, or when it takes too long or has no end
 */
export async function throwAway(request: FastifyRequest['raw']): Promise<void> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (request.complete || request.readableEnded || request.destroyed || announced > MOST_BYTES) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(stop, LONGEST_MS);
    let left = MOST_BYTES;
    request.on('data', (chunk: Buffer | string) => {
      left -= chunk.length;
      if (left < 0) stop();
    });
    request.once('end', stop).once('close', stop);
    function stop(): void {
      clearTimeout(timer);
      resolve();
    }
  });
}
