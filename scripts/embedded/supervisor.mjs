import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { Failure } from './failure.mjs';
import { CappedLog, lastLines } from './capped-log.mjs';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
/** A service that has lived this long before it ended did not fail at starting: the delay begins anew. */
const SETTLED_MS = 60_000;
/** A little more than a service takes for an orderly stop (SHUTDOWN_SECONDS) before it gives up by itself. */
const GRACE_MS = 12_000;
const LINES_SHOWN = 12;

/**
 * The old generation is collected when it has grown by 30 or 60 %, where V8 by itself waits for two or three times that: it is
 * that garbage which made services seem to grow from run to run. What starting left is collected at once, and what work
 * left when the service waits (`idle-collection.ts`); both need `--expose-gc`.
 * One thread collects: seven services share few cores, and helping threads take 5 % more of them for the same work.
 * V8 does not guess which places of the program make what lasts: in every third process it guessed wrong, put what an answer
 * makes among the old, and collected all of it three times as often (`docs/bench.md`).
 * The image starts them in the same way.
 *
 * @param {object} heap
 * @param {number} heap.youngMb a semi-space, in megabytes: the young generation has up to three. V8's own limit is 16 MB
 * @param {number} heap.growth of the old generation between two collections, in per cent of what was alive
 */
export const sparing = ({ youngMb, growth }) => [
  `--max-semi-space-size=${youngMb}`,
  `--heap-growing-percent=${growth}`,
  '--single-threaded-gc',
  '--no-allocation-site-pretenuring',
  '--expose-gc',
];

/** In tests: collecting is a third of a start, the process is soon gone again, and nobody counts its memory. */
const SHORT_LIVED = ['--max-semi-space-size=32'];

/** Thrown when a service ends before it has said that it is ready. */
export class ServiceFailed extends Failure {
  constructor(name, how, logFile) {
    const tail = lastLines(logFile, LINES_SHOWN);
    super(`${name} did not start (${how}). Its log (${logFile}) ends with:\n${tail}`);
    this.name = 'ServiceFailed';
  }
}

/**
 * One service as a process of its own, with its log, and started again with growing delays when it dies.
 *
 * Events: `ready` (port) at each start, `ended` ({ code, signal, restartInMs }) when it ends without being asked;
 * `restartInMs` is undefined where it stays down.
 */
export class SupervisedService extends EventEmitter {
  /** TCP port on 127.0.0.1, of the latest start. */
  port;
  #child;
  #exited = Promise.resolve();
  #log;
  #failures = 0;
  #timer;
  #stopping = false;

  /**
   * @param {object} options
   * @param {string} options.name
   * @param {string} options.main file to run
   * @param {{ youngMb: number, growth: number }} options.heap see `sparing`
   * @param {NodeJS.ProcessEnv} options.env
   * @param {NodeJS.ProcessEnv} [options.firstEnv] given at the first start only: what is good for one use
   * @param {string} options.logFile
   * @param {boolean} [options.fast] whether it takes memory rather than time, for tests
   * @param {boolean} [options.restarts] whether it is started again when it dies; never before it was ready once
   */
  constructor({ name, main, heap, env, firstEnv = {}, logFile, fast = false, restarts = true }) {
    super();
    Object.assign(this, { name, main, env, logFile, restarts });
    this.nodeOptions = fast ? SHORT_LIVED : sparing(heap);
    this.firstEnv = firstEnv;
  }

  /** Process id while it runs. */
  get pid() {
    return this.#child?.pid;
  }

  /** Settles when the process of the latest start has ended. */
  get exited() {
    return this.#exited;
  }

  /**
   * Starts it and resolves to its port when it says that it is ready.
   *
   * @throws {ServiceFailed} when it ends before
   */
  async start(env = {}) {
    this.#stopping = false;
    this.#log ??= new CappedLog(this.logFile);
    const child = fork(this.main, [], {
      // Of its own process group: Ctrl-C in a terminal reaches the launcher alone, which then stops all in order.
      detached: true,
      execArgv: this.nodeOptions,
      stdio: ['ignore', this.#log.fd, this.#log.fd, 'ipc'],
      env: { ...this.env, ...this.firstEnv, ...env },
    });
    this.firstEnv = {};
    this.#child = child;
    const startedAt = Date.now();
    let wasReady = false;
    const ready = new Promise((resolve) => {
      child.on('message', (message) => {
        if (message?.type !== 'ready') return;
        wasReady = true;
        this.port = message.port;
        resolve(message.port);
      });
    });
    const closed = new Promise((resolve) => {
      child.once('error', (error) => resolve({ code: null, signal: null, error }));
      child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    this.#exited = closed.then((how) => this.#onEnd(child, how, { wasReady, startedAt }));
    const port = await Promise.race([ready, closed.then((how) => this.#failed(how))]);
    this.emit('ready', port);
    return port;
  }

  /** Sends a signal to the process, if there is one. */
  kill(signal = 'SIGKILL') {
    return this.#child?.kill(signal) ?? false;
  }

  /** Ends it for good: orderly, by force when it takes too long. Harmless when repeated. */
  async stop() {
    this.#stopping = true;
    clearTimeout(this.#timer);
    this.kill('SIGTERM');
    const force = setTimeout(() => this.kill('SIGKILL'), GRACE_MS);
    await this.#exited;
    clearTimeout(force);
    this.#log?.close();
    this.#log = undefined;
  }

  #failed({ code, signal, error }) {
    throw new ServiceFailed(this.name, error?.message ?? signal ?? `exit code ${code}`, this.logFile);
  }

  #onEnd(child, { code, signal }, { wasReady, startedAt }) {
    if (this.#child === child) this.#child = undefined;
    if (this.#stopping) return;
    const restartInMs = this.#delayAfter(wasReady, Date.now() - startedAt);
    if (restartInMs !== undefined) {
      // A start that fails ends here again, with a longer delay.
      this.#timer = setTimeout(() => this.start().catch(() => undefined), restartInMs);
    }
    this.emit('ended', { code, signal, restartInMs });
  }

  #delayAfter(wasReady, livedMs) {
    const neverRan = !wasReady && this.port === undefined;
    if (!this.restarts || neverRan) return undefined;
    this.#failures = livedMs > SETTLED_MS ? 0 : this.#failures + 1;
    return Math.min(FIRST_DELAY_MS * 2 ** Math.max(this.#failures - 1, 0), LONGEST_DELAY_MS);
  }
}
