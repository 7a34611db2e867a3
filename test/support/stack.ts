import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const SERVICES = [
  'gateway',
  'case-intake',
  'ddx-ranking',
  'guideline-retrieval',
  'explanation-log',
  'teaching',
] as const;
export type ServiceName = (typeof SERVICES)[number];
type Environment = Readonly<Record<string, string>>;

export interface StackOptions {
  /** Environment of single services, above that of all. */
  readonly env?: Readonly<Partial<Record<ServiceName, Environment>>>;
  /** Environment of all services. */
  readonly commonEnv?: Environment;
  /** Queues in this Redis instead of in Postgres. */
  readonly redisUrl?: string;
  /** Opens one browser session, once. */
  readonly startCode?: string;
  /** Whether a service that dies is started again by itself, as in the embedded default; default false. */
  readonly restarts?: boolean;
}

/** The whole product, running: six services as processes of their own, a database and queues. */
export interface Stack {
  /** `http://127.0.0.1:<port>`; stays the same when the gateway is started again. */
  readonly baseUrl: string;
  /** The local API key: an admin. */
  readonly apiKey: string;
  readonly dataDir: string;
  /** Connection string of a database role; without one, of the superuser. */
  databaseUrl(role?: string): Promise<string>;
  /** Process id of a service, null while it does not run. */
  pid(service: ServiceName): Promise<number | null>;
  /** Ends a service and resolves when it is gone. */
  kill(service: ServiceName, signal?: NodeJS.Signals): Promise<void>;
  /** Sends a signal and waits for nothing. */
  signal(service: ServiceName, signal: NodeJS.Signals): Promise<void>;
  /** Resolves when the process that the service runs in now, or ran in last, has ended. */
  exited(service: ServiceName): Promise<void>;
  /** Starts a service (stopping it in order where it still runs) and resolves when it is ready. */
  restart(service: ServiceName, env?: Environment): Promise<void>;
  /** What a service has written to its log. */
  logs(service: ServiceName): string;
  /** Stops everything and removes the data. */
  stop(): Promise<void>;
}

interface Started {
  readonly port: number;
  readonly apiKey: string;
  readonly dataDir: string;
  readonly logsDir: string;
}

/**
 * Starts the whole product with a fresh database. `dist/` must have been built and started once: the projects `e2e` and
 * `browser` do so before their first test.
 *
 * @throws Error with the end of its log where a service does not start
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const host = new Host();
  const { env = {}, commonEnv = {}, redisUrl, startCode, restarts = false } = options;
  try {
    const started = await host.ask<Started>('start', {
      env: { LOG_LEVEL: 'info', ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }), ...commonEnv },
      envOf: env,
      startCode,
      restarts,
    });
    return stackOf(host, started);
  } catch (error) {
    await host.end();
    throw error;
  }
}

function stackOf(host: Host, { port, apiKey, dataDir, logsDir }: Started): Stack {
  return {
    baseUrl: `http://127.0.0.1:${String(port)}`,
    apiKey,
    dataDir,
    databaseUrl: (role) => host.ask('databaseUrl', { role }),
    pid: (service) => host.ask('pid', { service }),
    kill: (service, signal = 'SIGKILL') => host.ask('kill', { service, signal }),
    signal: (service, signal) => host.ask('signal', { service, signal }),
    exited: (service) => host.ask('exited', { service }),
    restart: (service, env = {}) => host.ask('restart', { service, env }),
    logs: (service) => readFileSync(join(logsDir, `${service}.log`), 'utf8'),
    stop: () => host.end(),
  };
}

interface Reply {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

/** The process that runs the product, asked by messages. */
class Host {
  private readonly process: ChildProcess;
  private readonly waiting = new Map<number, (reply: Reply) => void>();
  private lastId = 0;

  constructor() {
    this.process = fork(join(__dirname, 'stack-host.mjs'), [], { execArgv: [] });
    this.process.on('message', (reply: Reply) => {
      this.waiting.get(reply.id)?.(reply);
      this.waiting.delete(reply.id);
    });
    this.process.once('exit', () => {
      for (const [id, answer] of this.waiting)
        answer({ id, error: 'the process that runs the product ended' });
    });
  }

  async ask<Result>(command: string, details: object = {}): Promise<Result> {
    this.lastId += 1;
    const id = this.lastId;
    const reply = new Promise<Reply>((resolve) => {
      this.waiting.set(id, resolve);
    });
    this.process.send({ id, command, ...details });
    const { result, error } = await reply;
    if (error !== undefined) throw new Error(error);
    return result as Result;
  }

  async end(): Promise<void> {
    if (!this.process.connected) return;
    const exit = once(this.process, 'exit');
    await this.ask('stop');
    if (this.process.connected) this.process.disconnect();
    await exit;
  }
}
