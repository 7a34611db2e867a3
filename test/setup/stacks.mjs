import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { findChromium } from '../../scripts/testing/chromium.mjs';
import { prepareFirstStart } from './first-start.mjs';
import { LentStacks } from './lent-stacks.mjs';
import { SharedStack } from './shared-stack.mjs';

/**
 * Prepares what `startStack()`, `sharedStack()`, `borrowStack()` and `launchBrowser()` of test/support need, and tells the
 * workers through the environment where it is.
 */
export default async function prepareStacks() {
  const chromium = await findChromium();
  if (chromium !== undefined) process.env.OPENROUNDS_TEST_BROWSER = JSON.stringify(chromium);
  process.env.OPENROUNDS_FIRST_START = await prepareFirstStart();
  const stacks = new Stacks();
  process.env.OPENROUNDS_STACKS = await stacks.listen();
  globalThis.openroundsStacks = stacks;
}

/** The stacks that outlive a test file, asked over HTTP as files run in processes of their own: see test/support. */
class Stacks {
  #shared = new SharedStack();
  #lent = new LentStacks();
  #commands = {
    '/shared': (options) => this.#shared.get(options),
    '/borrow': (options) => this.#lent.borrow(options),
    '/ask': (question) => this.#lent.ask(question),
    '/give-back': (stack) => this.#lent.giveBack(stack),
  };
  #server = createServer((request, response) => {
    text(request)
      .then((body) => this.#commands[request.url](JSON.parse(body)))
      .then(
        (result = null) => response.end(JSON.stringify(result)),
        (error) => response.writeHead(500).end(error.message),
      );
  });

  /** @returns {Promise<string>} where to ask */
  async listen() {
    // A connection that is closed for idleness may just have been given the next question.
    this.#server.keepAliveTimeout = 0;
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  async stop() {
    this.#server.closeAllConnections();
    this.#server.close();
    await this.#lent.stop();
    await this.#shared.stop();
  }
}
