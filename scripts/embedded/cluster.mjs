import { execFile, spawn } from 'node:child_process';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { exists } from './exists.mjs';
import { freePort } from './free-port.cjs';
import { commandLine, isAlive, until } from './processes.mjs';

const run = promisify(execFile);

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;
const START_ATTEMPTS = 5;
const PAUSE_MS = 200;
const LOG_LIMIT_BYTES = 5_000_000;

/** Messages in English whatever the machine's language, because the log is read by us and by bug reports. */
const ENVIRONMENT = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C', PGOPTIONS: '' };

/** What makes a database fast and forgetful; for tests only. */
const FORGETFUL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

/**
 * Server settings. Six services, each with a pool for its schema, one for the queue and a connection that listens, stay
 * below 200 connections. Errors of statements, which quote values, go to the client only: they may hold what
 * a patient said. (In `log_min_messages` the level `log` stands above `error`.)
 */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'timezone=UTC',
];

/**
 * Makes a database cluster unless there is one. It appears under its name only when complete, so an
 * interruption leaves nothing that looks like data.
 *
 * @param {{ binaries: object, runAs: import('./run-as.mjs').RunAs, clusterDir: string, password: string, fast: boolean }} options
 * @returns {Promise<boolean>} whether it was made now
 */
export async function initialiseCluster({ binaries, runAs, clusterDir, password, fast }) {
  if (await exists(join(clusterDir, 'PG_VERSION'))) return false;
  const unfinished = `${clusterDir}.unfinished`;
  const passwordFile = `${clusterDir}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await rm(clusterDir, { recursive: true, force: true });
  await makeFolderFor(runAs, unfinished);
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    await runAs.own(passwordFile);
    const { file, args, ids } = runAs.command(binaries.initdb, [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      '--lc-messages=C',
      ...(fast ? ['--no-sync'] : []),
    ]);
    await run(file, args, { ...ids, env: ENVIRONMENT });
  } catch (cause) {
    throw new Error(`Could not create the database in ${clusterDir}: ${cause.stderr ?? cause.message}`, {
      cause,
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, clusterDir);
  return true;
}

/** The other roles get theirs when they are provisioned. */
const FORGET_OTHERS =
  'DO $$ DECLARE name text; BEGIN FOR name IN SELECT rolname FROM pg_roles WHERE rolcanlogin ' +
  "AND rolname <> 'postgres' LOOP EXECUTE format('ALTER ROLE %I PASSWORD NULL', name); END LOOP; END $$";

/**
 * Takes a cluster over whose passwords nobody knows, such as one from a backup: a server without connections, for which
 * there is no password, sets the superuser's and forgets the others. What a crash or a backup left is recovered first.
 */
export async function giveNewPassword({ binaries, runAs, clusterDir, password }) {
  const { file, args, ids } = runAs.command(binaries.postgres, [
    '--single',
    '-D',
    resolve(clusterDir),
    ...['exit_on_error=on', 'log_min_error_statement=panic'].flatMap((setting) => ['-c', setting]),
    'postgres',
  ]);
  const running = run(file, args, { ...ids, env: ENVIRONMENT });
  running.child.stdin.on('error', () => undefined); // it ended before it read: how is told below
  running.child.stdin.end(`ALTER ROLE postgres PASSWORD '${password}'\n${FORGET_OTHERS}\n`);
  await running.catch((cause) => {
    throw new Error(
      `The database in ${clusterDir} cannot be opened: ${lastLines(cause.stderr ?? cause.message, 5)}`,
      { cause },
    );
  });
}

async function makeFolderFor(runAs, path) {
  await mkdir(path, { mode: 0o700 });
  await runAs.own(path);
}

/**
 * Clears what an earlier start left: stops a Postgres that outlived its launcher, and removes the
 * `postmaster.pid` of one that did not (its process id may belong to another program by now, and Postgres
 * would then refuse to start).
 */
export async function clearLeftovers(clusterDir) {
  const file = join(clusterDir, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n', 1)[0]);
  if (!pid) return;
  if (isAlive(pid) && (await serves(pid, clusterDir))) {
    process.kill(pid, 'SIGINT'); // "fast shutdown": ends sessions, writes a checkpoint
    if (!(await until(() => !isAlive(pid), STOP_TIMEOUT_MS))) {
      throw new Error(`An earlier Postgres (process ${pid}) still uses ${clusterDir} and does not stop.`);
    }
  }
  await rm(file, { force: true });
}

async function serves(pid, clusterDir) {
  const command = await commandLine(pid);
  return command !== undefined && command.includes('postgres') && command.includes(resolve(clusterDir));
}

/** Another program took the port meanwhile; or the last sessions of a killed server are still ending. */
const PASSING = /could not bind|Address already in use|pre-existing shared memory block/i;

/**
 * Starts the server and resolves once it takes connections.
 *
 * It gets a session of its own, because Ctrl-C in a terminal reaches a whole process group and the
 * database must outlive the services that are just finishing their work.
 *
 * @param {{ port?: number }} options where to listen; default: a free port
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, port: number }>}
 */
export async function startServer({ binaries, runAs, clusterDir, logFile, fast, port: wanted }) {
  for (let attempt = 1; ; attempt++) {
    const port = wanted ?? (await freePort());
    const started = await tryStart({ binaries, runAs, clusterDir, logFile, fast, port });
    if (started.child) return { child: started.child, port };
    if (!PASSING.test(started.log) || attempt === START_ATTEMPTS) {
      throw new Error(
        `Postgres did not start. Its log (${logFile}) ends with:\n${lastLines(started.log, 15)}`,
      );
    }
    await delay(PAUSE_MS);
  }
}

async function tryStart({ binaries, runAs, clusterDir, logFile, fast, port }) {
  const settings = [...SETTINGS, ...(fast ? FORGETFUL : [])].flatMap((setting) => ['-c', setting]);
  const { file, args, ids } = runAs.command(binaries.postgres, [
    '-D',
    resolve(clusterDir),
    '-p',
    String(port),
    ...settings,
  ]);
  const log = await openLog(logFile);
  const logStart = (await log.stat()).size;
  let ended = false;
  const child = spawn(file, args, {
    ...ids,
    env: ENVIRONMENT,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  await log.close();

  await until(async () => ended || (await isReady(clusterDir, port)), START_TIMEOUT_MS);
  if (!ended && (await isReady(clusterDir, port))) return { child };
  child.kill('SIGQUIT');
  return { log: (await readFile(logFile, 'utf8')).slice(logStart) };
}

/** The server writes its state into the eighth line of `postmaster.pid`; `pg_ctl` waits for it in the same way. */
async function isReady(clusterDir, port) {
  const lines = (await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return lines[3] === String(port) && lines[7]?.trim() === 'ready';
}

/** Ends all sessions and stops the server; killed if it does not end within half a minute. */
export async function stopServer(binaries, child, clusterDir) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((done) => child.once('exit', done));
  if (process.platform === 'win32') {
    await run(binaries.pgCtl, ['stop', '-m', 'fast', '-D', clusterDir]);
  } else {
    child.kill('SIGINT');
  }
  const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_TIMEOUT_MS);
  await exit;
  clearTimeout(timer);
}

async function openLog(logFile) {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await rename(logFile, `${logFile}.1`);
  return open(logFile, 'a', 0o600);
}

const lastLines = (text, count) => text.trimEnd().split('\n').slice(-count).join('\n');
