import { Host } from '../support/host.cjs';

/** One stack for all files that ask for it: started for the first of them, and stopped after the last. */
export class SharedStack {
  #host;
  #started;

  get(options) {
    return (this.#started ??= this.#start(options));
  }

  /** @throws {Error} naming the services that ended by themselves: started again, they spoilt no other test */
  async stop() {
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
