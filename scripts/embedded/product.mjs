import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { dataFolder, furnish } from './data-folder.mjs';
import { announceStop } from './ownership.mjs';
import { startPostgres } from './postgres.mjs';
import { environmentOf, mainOf, SERVICES, servicesFor } from './services.mjs';
import { SupervisedService } from './supervisor.mjs';

/** Thrown out of a start that was told to stop. */
export class Stopped extends Error {
  constructor() {
    super('stopped while starting');
    this.name = 'Stopped';
  }
}

/**
 * The whole product on one machine: a Postgres of its own and the services as processes. What they run must
 * have been built.
 *
 * Events: `service-ready` ({ name, port }), `service-ended` ({ name, code, signal, restartInMs }),
 * `postgres-ended` when the database ends without being asked.
 */
export class Product extends EventEmitter {
  #options;
  #services = new Map();
  #postgres;
  #given;
  #starting = Promise.resolve();
  #stopping;

  /**
   * @param {object} options
   * @param {string} options.dataDir
   * @param {number} [options.port] of the gateway; default: a free one
   * @param {boolean} [options.fast] a database that forgets and services that take memory rather than time, for tests
   * @param {boolean} [options.restarts] whether services that die are started again
   * @param {string} [options.startCode] opens one browser session, once: a gateway that is started again does not know it
   * @param {NodeJS.ProcessEnv} [options.env] besides the environment of this process, for every service
   * @param {Record<string, NodeJS.ProcessEnv>} [options.envOf] the same for single services
   */
  constructor({ dataDir, port = 0, fast = false, restarts = true, startCode, env = {}, envOf = {} }) {
    super();
    this.#options = { port, fast, restarts, startCode, env, envOf };
    this.folder = dataFolder(dataDir);
  }

  /**
   * Starts everything and resolves when every service is ready.
   *
   * @returns {Promise<{ port: number, apiKey: string }>}
   * @throws {import('./postgres.mjs').DataFolderInUse | import('./supervisor.mjs').ServiceFailed | Stopped}
   */
  start() {
    const started = this.#start();
    this.#starting = started.then(
      () => undefined,
      () => undefined,
    );
    return started;
  }

  /** Connection string of a database role; without one, of the superuser. */
  databaseUrl(role) {
    return this.#postgres.url(role);
  }

  /**
   * @param {string} name
   * @returns {SupervisedService}
   */
  service(name) {
    const service = this.#services.get(name);
    if (service === undefined) throw new Error(`There is no service "${name}" running.`);
    return service;
  }

  /** Stops the gateway, then the other services, then the database. Harmless when repeated. */
  stop() {
    return (this.#stopping ??= this.#stop());
  }

  /** No patience any more: the services are killed; the database ends with this process. */
  kill() {
    for (const service of this.#services.values()) service.kill('SIGKILL');
  }

  async #start() {
    const { fast, port } = this.#options;
    const postgres = await startPostgres({ dataDir: this.folder.dir, fast });
    this.#postgres = postgres;
    void postgres.ended.then(() => {
      if (this.#stopping === undefined) this.emit('postgres-ended');
    });
    const apiKey = await furnish(this.folder);
    if (this.#stopping !== undefined) throw new Stopped();
    this.#given = { postgres, folder: this.folder, port };
    const running = servicesFor({ ...process.env, ...this.#options.env });
    for (const one of running) this.#services.set(one.name, this.#supervise(one, this.#given));
    await Promise.all([...this.#services.values()].map((service) => service.start()));
    return { port: this.service('gateway').port, apiKey };
  }

  /** Starts another gateway beside the first, as `gateway-2`; resolves to its port when it is ready. */
  async startSecondGateway() {
    const one = SERVICES.find(({ name }) => name === 'gateway');
    const service = this.#supervise(one, { ...this.#given, port: 0 }, 'gateway-2');
    this.#services.set(service.name, service);
    return service.start({ INSTANCE_ID: '2' });
  }

  /** Ends the database under the running services and starts it again a while later, for tests. */
  restartPostgres(awayMs) {
    return this.#postgres.restart(() => delay(awayMs));
  }

  #supervise(one, given, name = one.name) {
    const { startCode, fast, restarts, env, envOf } = this.#options;
    const service = new SupervisedService({
      name,
      main: mainOf(one),
      heap: one.heap,
      env: { ...environmentOf(one, given), ...env, ...envOf[one.name] },
      firstEnv: name === 'gateway' && startCode !== undefined ? { START_CODE: startCode } : {},
      logFile: join(this.folder.logsDir, `${name}.log`),
      fast,
      restarts,
    });
    service.on('ready', (port) => this.emit('service-ready', { name, port }));
    service.on('ended', (how) => this.emit('service-ended', { name, ...how }));
    return service;
  }

  async #stop() {
    await announceStop(this.folder.dir);
    await this.#services.get('gateway')?.stop();
    await Promise.all([...this.#services.values()].map((service) => service.stop()));
    await this.#starting; // a start that was under way has given up by now, or brings the database only
    await this.#postgres?.stop();
  }
}
