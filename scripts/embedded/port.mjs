import { createServer } from 'node:net';
import { Failure } from './failure.mjs';
import { DataFolderInUse, ownerOf } from './ownership.mjs';
import { until } from './processes.mjs';

/** A launcher whose npm was killed notices it within this time, and says that it is stopping. */
const NOTICE_MS = 1500;
/** How long a launcher takes at most to stop everything, and services whose launcher was killed to stop by themselves. */
const STOP_MS = 25_000;
const LOOK_EVERY_MS = 50;

/**
 * Makes sure that port and data folder can be had, before anything else is done. An OpenRounds with the same data that
 * is on its way out is waited for.
 *
 * @throws {Failure | DataFolderInUse} saying what to do
 */
export async function requireFreePlace(port, dataDir) {
  const state = async () => (await ownerOf(dataDir)).state;
  await until(async () => (await state()) !== 'running', NOTICE_MS, LOOK_EVERY_MS);
  const first = await ownerOf(dataDir);
  if (first.state === 'running') throw new DataFolderInUse(dataDir, first.pid);
  if (first.state !== 'nobody') {
    const gone = async () => (await state()) !== 'stopping' && (await problemWith(port)) !== 'EADDRINUSE';
    await until(gone, STOP_MS, LOOK_EVERY_MS);
  }
  await requireFreePort(port);
}

async function requireFreePort(port) {
  const problem = await problemWith(port);
  switch (problem) {
    case undefined:
      return;
    case 'EADDRINUSE':
      throw new Failure(
        `Port ${port} is taken by another program (perhaps another OpenRounds).\n` +
          `Stop that program, or choose another port: PORT=${port + 1} npm start`,
      );
    case 'EACCES':
      throw new Failure(`Port ${port} may not be used by this account. Choose another: PORT=3001 npm start`);
    default:
      throw new Failure(`Port ${port} cannot be used (${problem}).`);
  }
}

/** The code of the error that keeps the port from us, or undefined. */
function problemWith(port) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error) => done(error.code));
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => done(undefined)));
  });
}
