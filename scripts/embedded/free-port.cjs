'use strict';
// CommonJS, because the tests use it too, and Jest can't load ESM.
const { randomInt } = require('node:crypto');
const { once } = require('node:events');
const { createServer } = require('node:net');

/**
 * Systems give out ports of their own choice from 32768 (Linux) or 49152 (macOS, Windows) on, to every connection that
 * a program opens. A port from there, asked for now and listened on later, may be somebody's connection by then.
 */
const FIRST = 20_000;
const LAST = 29_999;
const TRIES = 50;

/**
 * A port of this machine that nobody listens on just now. Another program may still take it before the caller does,
 * so what a person starts tries again.
 *
 * @returns {Promise<number>} 20000 to 29999
 * @throws Error when fifty ports in a row are taken
 */
exports.freePort = async function freePort() {
  for (let tries = 0; tries < TRIES; tries++) {
    const port = randomInt(FIRST, LAST + 1);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port between ${FIRST} and ${LAST}`);
};

async function isFree(port) {
  const server = createServer().listen(port, '127.0.0.1');
  const free = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (free) await once(server.close(), 'close');
  return free;
}
