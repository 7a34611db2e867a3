import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Host } from './host.cjs';

export const SERVICES = [
  'gateway',
  'case-intake',
  'ddx-ranking',
  'guideline-retrieval',
  'explanation-log',
  'teaching',
] as const;
/** Those that run where the test gives a `PUBLIC_URL`. */
export const ALL_SERVICES = [...SERVICES, 'integration'] as const;
/** Those that run in every stack, and `integration`. */
export type ServiceName = (typeof ALL_SERVICES)[number];
type Environment = Readonly<Record<string, string>>;

/** The environment of all services with which `integration` runs as well. */
export const WITH_INTEGRATION = { PUBLIC_URL: 'https://rounds.example', SECURE_COOKIES: 'true' } as const;

export interface StackOptions {
  /** Of the gateway; a free one where none is named. */
  readonly port?: number;
  /** Environment of single services, above that of all. */
  readonly env?: Readonly<Partial<Record<ServiceName, Environment>>>;
  /** Environment of all services. */
  readonly commonEnv?: Environment;
  /** Queues in this Redis instead of in Postgres. */
  readonly redisUrl?: string;
  /** Opens one browser session, once. */
  readonly startCode?: string;
  /** A data folder that is there, instead of a fresh installation; it is removed with the stack. */
  readonly dataDir?: string;
  /** Whether a service that dies is started again by itself, as in the embedded default; default false. */
  readonly restarts?: boolean;
}

/** The whole product, running: its services as processes of their own, a database and queues. */
export interface RunningStack {
  /** `http://127.0.0.1:<port>`; stays the same when the gateway is started again. */
  readonly baseUrl: string;
  /** Of an administrator. */
  readonly apiKey: string;
  /** What a service has written to its log. */
  logs(service: ServiceName): string;
}

/** A stack of a test's own, for tests that kill, restart or configure. Its key is the local API key. */
export interface Stack extends RunningStack {
  readonly dataDir: string;
  /** Connection string of a database role; without one, of the superuser. */
  databaseUrl(role?: string): Promise<string>;
  /** Port of a service on this machine, for what only its operator asks. */
  port(service: ServiceName): Promise<number>;
  /** What each service says of itself: `ok`, `degraded` or `unavailable`; `away` where it does not answer. */
  health(): Promise<Readonly<Record<string, string>>>;
  /** Ends Postgres under the running services, and starts it again under the same address. */
  restartPostgres(awayMs: number): Promise<void>;
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
  /** Stops everything and removes the data. */
  stop(): Promise<void>;
}

/** What a service writes to its log from now on: the log of a lent stack also holds what others did with it. */
export function logsFromNow(stack: RunningStack, service: ServiceName): () => string {
  const { length } = stack.logs(service);
  return () => stack.logs(service).slice(length);
}

/** Where a stack runs. */
export interface Started {
  readonly port: number;
  readonly apiKey: string;
  readonly dataDir: string;
  readonly logsDir: string;
}

/** What has just been started answers late where other tests run beside it. */
export const UNHURRIED = { REQUEST_DEADLINE_MS: '8000' };

/**
 * Starts the whole product with a fresh database, which costs ten seconds of a processor: a test that kills, restarts
 * and configures nothing takes `sharedStack()`, and one that does takes `borrowStack()` unless it leaves something behind
 * that the next file would stumble over. `dist/` must have been built and started once: the projects `e2e` and
 * `browser` do so before their first test.
 *
 * @throws Error with the end of its log where a service does not start
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const host = new Host();
  const commonEnv = { ...UNHURRIED, ...options.commonEnv };
  try {
    const started = await host.ask<Started>('start', toldToHost({ ...options, commonEnv }));
    return stackOf(
      started,
      (command, details) => host.ask(command, details),
      () => host.end(),
    );
  } catch (error) {
    await host.end();
    throw error;
  }
}

/** The options as stack-host.mjs knows them. */
export const toldToHost = ({
  port,
  dataDir,
  env = {},
  commonEnv = {},
  redisUrl,
  startCode,
  restarts = false,
}: StackOptions): object => ({
  port,
  dataDir,
  env: { LOG_LEVEL: 'info', ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }), ...commonEnv },
  envOf: env,
  startCode,
  restarts,
});

/** What a service has written to its log in a folder. */
export const logsIn =
  (logsDir: string): RunningStack['logs'] =>
  (service) =>
    readFileSync(join(logsDir, `${service}.log`), 'utf8');

/** Sends a command of stack-host.mjs to where a stack runs. */
export type Ask = <T>(command: string, details?: object) => Promise<T>;

/** A stack by what it is asked and how it is stopped. */
export function stackOf(
  { port, apiKey, dataDir, logsDir }: Started,
  ask: Ask,
  stop: () => Promise<void>,
): Stack {
  return {
    baseUrl: `http://127.0.0.1:${String(port)}`,
    apiKey,
    dataDir,
    databaseUrl: (role) => ask('databaseUrl', { role }),
    port: (service) => ask('port', { service }),
    health: () => ask('health'),
    restartPostgres: (awayMs) => ask('restartPostgres', { awayMs }),
    pid: (service) => ask('pid', { service }),
    kill: (service, signal = 'SIGKILL') => ask('kill', { service, signal }),
    signal: (service, signal) => ask('signal', { service, signal }),
    exited: (service) => ask('exited', { service }),
    restart: (service, env = {}) => ask('restart', { service, env }),
    logs: logsIn(logsDir),
    stop,
  };
}
