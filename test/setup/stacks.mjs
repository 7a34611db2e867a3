import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { findChromium } from '../../scripts/testing/chromium.mjs';
import { Host } from '../support/host.cjs';
import { prepareFirstStart } from './first-start.mjs';

/**
 * Prepares what `startStack()`, `sharedStack()` and `launchBrowser()` of test/support need, and tells the workers through
 * the environment where it is.
 */
export default async function prepareStacks() {
  const chromium = await findChromium();
  if (chromium !== undefined) process.env.OPENROUNDS_TEST_BROWSER = JSON.stringify(chromium);
  process.env.OPENROUNDS_FIRST_START = await prepareFirstStart();
  const shared = new SharedStack();
  process.env.OPENROUNDS_SHARED_STACK = await shared.listen();
  globalThis.openroundsSharedStack = shared;
}

/** One stack for all files that ask for it: started for the first of them, and stopped after the last. */
class SharedStack {
  #host;
  #started;
  #server = createServer((request, response) => {
    text(request)
      .then((options) => (this.#started ??= this.#start(JSON.parse(options))))
      .then(
        (started) => response.end(JSON.stringify(started)),
        (error) => response.writeHead(500).end(error.message),
      );
  });

  /** @returns {Promise<string>} where to ask for it */
  async listen() {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  /** @throws {Error} naming the services that ended by themselves: started again, they spoilt no other test */
  async stop() {
    this.#server.closeAllConnections();
    this.#server.close();
    const ended = (await this.#host?.ask('ended')) ?? [];
    await this.#host?.end();
    if (ended.length > 0) throw new Error(`Ended by themselves in the shared stack: ${ended.join(', ')}`);
  }

  async #start(options) {
    this.#host = new Host();
    const started = await this.#host.ask('start', options);
    return { ...started, databaseUrl: await this.#host.ask('databaseUrl') };
  }
}
