'use strict';
// CommonJS, because the tests use it too, and Jest can't load ESM.
const { randomInt } = require('node:crypto');
const { once } = require('node:events');
const { mkdir, rm, stat, writeFile } = require('node:fs/promises');
const { createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/**
 * Systems give out ports of their own choice from 32768 (Linux) or 49152 (macOS, Windows) on, to every connection that
 * a program opens. A port from there, asked for now and listened on later, may be somebody's connection by then.
 */
const FIRST = 20_000;
const LAST = 29_999;
const TRIES = 50;
/** Longer than it takes from the choice of a port until somebody listens on it. */
const CLAIM_MS = 120_000;
const CLAIMS = join(tmpdir(), `openrounds-ports-${process.getuid?.() ?? 'here'}`);

/**
 * A port of this machine that nobody listens on just now, and that is given to nobody else here for two minutes: many
 * stacks start side by side. A stranger's program may still take it before the caller does, so what a person starts
 * tries again.
 *
 * @returns {Promise<number>} 20000 to 29999
 * @throws Error when fifty ports in a row are taken
 */
exports.freePort = async function freePort() {
  await mkdir(CLAIMS, { recursive: true });
  for (let tries = 0; tries < TRIES; tries++) {
    const port = randomInt(FIRST, LAST + 1);
    if ((await claim(port)) && (await isFree(port))) return port;
  }
  throw new Error(`no free port between ${FIRST} and ${LAST}`);
};

/** Whether it is ours now: nobody else claimed it, or so long ago that it no longer counts. */
async function claim(port) {
  const file = join(CLAIMS, String(port));
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }));
  if (Date.now() - mtimeMs > CLAIM_MS) await rm(file, { force: true });
  try {
    await writeFile(file, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

async function isFree(port) {
  const server = createServer().listen(port, '127.0.0.1');
  const free = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (free) await once(server.close(), 'close');
  return free;
}
