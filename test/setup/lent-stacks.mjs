import { Host } from '../support/host.cjs';

/**
 * Stacks that one file after the other has for itself: to kill, to restart, to configure. There are as many as files run
 * at once. One that comes back is made whole before the next file gets it.
 */
export class LentStacks {
  /** @type {{ host: Host, started: object, changed: Set<string> }[]} */
  #stacks = [];
  /** Numbers of those that nobody has. */
  #idle = [];

  async borrow(options) {
    const number = this.#idle.pop() ?? (await this.#start(options));
    return { ...this.#stacks[number].started, number };
  }

  /** Passes a command of stack-host.mjs on. */
  ask({ number, command, ...details }) {
    const { host, changed } = this.#stacks[number];
    if (command === 'restart' && Object.keys(details.env).length === 0) changed.delete(details.service);
    else if (['restart', 'kill', 'signal'].includes(command)) changed.add(details.service);
    return host.ask(command, details);
  }

  async giveBack({ number }) {
    const { host, changed } = this.#stacks[number];
    for (const service of new Set([...changed, ...(await host.ask('down'))]))
      await host.ask('restart', { service });
    changed.clear();
    this.#idle.push(number);
  }

  async stop() {
    await Promise.all(this.#stacks.map(({ host }) => host.end()));
  }

  async #start(options) {
    const host = new Host();
    const number = this.#stacks.push({ host, started: {}, changed: new Set() }) - 1;
    const started = await host.ask('start', options);
    this.#stacks[number].started = { ...started, databaseUrl: await host.ask('databaseUrl') };
    return number;
  }
}
