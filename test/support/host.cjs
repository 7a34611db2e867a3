const { fork } = require('node:child_process');
const { once } = require('node:events');
const { join } = require('node:path');

/** The process that runs the product, asked by messages: see stack-host.mjs. */
exports.Host = class Host {
  #process = fork(join(__dirname, 'stack-host.mjs'), [], { execArgv: [] });
  #waiting = new Map();
  #lastId = 0;

  constructor() {
    this.#process.on('message', (reply) => {
      this.#waiting.get(reply.id)?.(reply);
      this.#waiting.delete(reply.id);
    });
    this.#process.once('exit', () => {
      for (const [id, answer] of this.#waiting)
        answer({ id, error: 'the process that runs the product ended' });
    });
  }

  async ask(command, details = {}) {
    this.#lastId += 1;
    const id = this.#lastId;
    const reply = new Promise((resolve) => this.#waiting.set(id, resolve));
    this.#process.send({ id, command, ...details });
    const { result, error } = await reply;
    if (error !== undefined) throw new Error(error);
    return result;
  }

  async end() {
    if (!this.#process.connected) return;
    const exit = once(this.#process, 'exit');
    await this.ask('stop');
    if (this.#process.connected) this.#process.disconnect();
    await exit;
  }
};
