import { createServer } from 'node:net';
import { Failure } from './failure.mjs';
import { isAbandoned } from './ownership.mjs';
import { until } from './processes.mjs';

/** Services whose launcher was killed stop by themselves; the gateway then gives the port back. */
const LEFTOVERS_MS = 15_000;

/**
 * Makes sure that the port can be had, before anything else is done.
 *
 * @throws {Failure} saying what to do
 */
export async function requireFreePort(port, dataDir) {
  const problem = await tryPort(port);
  if (problem === undefined) return;
  if (problem === 'EACCES') {
    throw new Failure(`Port ${port} may not be used by this account. Choose another: PORT=3001 npm start`);
  }
  if (problem !== 'EADDRINUSE') throw new Failure(`Port ${port} cannot be used (${problem}).`);
  const free = async () => (await tryPort(port)) === undefined;
  if ((await isAbandoned(dataDir)) && (await until(free, LEFTOVERS_MS, 100))) return;
  throw new Failure(
    `Port ${port} is taken by another program (perhaps another OpenRounds).\n` +
      `Stop that program, or choose another port: PORT=${port + 1} npm start`,
  );
}

/** The code of the error that keeps the port from us, or undefined. */
function tryPort(port) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error) => done(error.code));
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => done(undefined)));
  });
}
