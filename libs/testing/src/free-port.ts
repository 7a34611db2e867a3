import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that systems give out to connections: one of those may be taken between asking and listening. */
const FIRST = 20_000;
const LAST = 29_999;
const TRIES = 50;

/**
 * A port of this machine that nobody listens on just now.
 *
 * @returns 20000 to 29999
 * @throws Error when fifty ports in a row are taken
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < TRIES; tries++) {
    const port = randomInt(FIRST, LAST + 1);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port between ${String(FIRST)} and ${String(LAST)}`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  const free = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (free) await once(server.close(), 'close');
  return free;
}
