import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { findBinaries } from './binaries.mjs';
import { clearLeftovers, giveNewPassword, initialiseCluster, startServer, stopServer } from './cluster.mjs';
import { claim } from './ownership.mjs';
import { refuseHalfRestored } from './backup/places.mjs';
import { chooseRunAs } from './run-as.mjs';

export { DataFolderInUse } from './ownership.mjs';

const DATABASE = 'openrounds';
const SUPERUSER = 'postgres';

/** The login roles: one for each service that owns a schema, and the queue they share. */
export const ROLES = [
  'gateway',
  'case_intake',
  'ddx_ranking',
  'guideline_retrieval',
  'explanation_log',
  'teaching',
  'integration',
  'queue',
];

/**
 * @typedef {object} EmbeddedPostgres
 * @property {number} port on 127.0.0.1; another one at each start
 * @property {(role?: string) => string} url connection string of a role of {@link ROLES}; without one, of the superuser
 * @property {Promise<void>} ended settles when the server ends, asked or not
 * @property {(meanwhile?: () => Promise<unknown>) => Promise<void>} restart ends the server and starts it again under the same
 * address, after `meanwhile`; for tests
 * @property {() => Promise<void>} stop ends all sessions and the server; harmless when repeated
 */

/**
 * Starts a Postgres of our own in `dataDir` (made if need be) with the product's database, roles and
 * schemas, as root or as an ordinary user. Whatever a killed start left behind is cleared first.
 *
 * The folder then holds `cluster/` (the data), `credentials.json` (mode 0600), `owner.json` (who runs it)
 * and `postgres.log`.
 *
 * @param {{ dataDir: string, fast?: boolean }} options `fast` gives up durability and is for tests only
 * @returns {Promise<EmbeddedPostgres>}
 * @throws {import('./ownership.mjs').DataFolderInUse} when a live OpenRounds uses the folder
 */
export async function startPostgres({ dataDir, fast = false }) {
  const home = resolve(dataDir);
  const clusterDir = join(home, 'cluster');
  const binaries = await findBinaries();
  await refuseHalfRestored(home);
  await mkdir(home, { recursive: true, mode: 0o711 });
  const release = await claim(home);
  let runAs;
  let child;
  try {
    runAs = await chooseRunAs(binaries, home);
    const credentialsFile = join(home, 'credentials.json');
    const known = await readCredentials(credentialsFile);
    const credentials = { ...newCredentials(), ...known };
    const password = credentials[SUPERUSER];
    const isNew = await initialiseCluster({ binaries, runAs, clusterDir, password, fast });
    await clearLeftovers(clusterDir);
    await runAs.own(clusterDir);
    if (!isNew && known[SUPERUSER] === undefined)
      await giveNewPassword({ binaries, runAs, clusterDir, password });
    if (Object.keys(credentials).some((role) => known[role] === undefined))
      await keepCredentials(credentialsFile, credentials);
    const start = (port) =>
      startServer({ binaries, runAs, clusterDir, logFile: join(home, 'postgres.log'), fast, port });
    const server = await start();
    child = server.child;
    const url = (role = SUPERUSER) => connectionString(role, credentials[role], server.port, DATABASE);
    await provision(
      connectionString(SUPERUSER, credentials.postgres, server.port, 'postgres'),
      url(),
      credentials,
    );
    return handle({ binaries, server, start, clusterDir, runAs, release, url });
  } catch (error) {
    if (child) await stopServer(binaries, child, clusterDir);
    await runAs?.dispose();
    await release();
    throw error;
  }
}

/**
 * How to reach the Postgres that runs on a data folder, started by whichever process.
 *
 * @returns {Promise<((role?: string) => string) | undefined>} undefined when none runs
 */
export async function urlsOfRunning(dataDir) {
  const home = resolve(dataDir);
  // Postgres' own file: process id, data folder, start, port, …
  const lines = await readFile(join(home, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '');
  const port = Number(lines.split('\n')[3]);
  if (!Number.isInteger(port) || port < 1) return undefined;
  const credentials = await readCredentials(join(home, 'credentials.json'));
  return (role = SUPERUSER) => connectionString(role, credentials[role], port, DATABASE);
}

function handle({ binaries, server: { child, port }, start, clusterDir, runAs, release, url }) {
  // Without setpriv (macOS) nothing else takes the server along when this process ends by itself.
  const killAlong = () => child.kill('SIGINT');
  process.once('exit', killAlong);
  let restarting = false;
  let settleEnded;
  const ended = new Promise((done) => (settleEnded = done));
  const watch = () => child.once('exit', () => restarting || settleEnded());
  watch();
  const restart = async (meanwhile) => {
    restarting = true;
    try {
      await stopServer(binaries, child, clusterDir);
      await meanwhile?.();
      ({ child } = await start(port));
      watch();
    } finally {
      restarting = false;
    }
  };
  let stopping;
  const stop = async () => {
    await stopServer(binaries, child, clusterDir);
    process.off('exit', killAlong);
    await runAs.dispose();
    await release();
  };
  return { port, url, ended, restart, stop: () => (stopping ??= stop()) };
}

function connectionString(role, password, port, database) {
  if (password === undefined)
    throw new Error(`There is no database role "${role}"; there are: ${ROLES.join(', ')}.`);
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** The generated passwords by role, as far as there are any yet. */
async function readCredentials(file) {
  return JSON.parse(
    await readFile(file, 'utf8').catch((error) => {
      if (error.code === 'ENOENT') return '{}';
      throw error;
    }),
  );
}

const newCredentials = () =>
  Object.fromEntries([SUPERUSER, ...ROLES].map((role) => [role, randomBytes(24).toString('base64url')]));

async function keepCredentials(file, credentials) {
  await writeFile(`${file}.new`, JSON.stringify(credentials, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function provision(maintenanceUrl, productUrl, credentials) {
  await withClient(maintenanceUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(DATABASE)}`);
  });
  await withClient(productUrl, async (client) => {
    await client.query(await readFile(new URL('../database/provision.sql', import.meta.url), 'utf8'));
    for (const role of ROLES) await setPassword(client, role, credentials[role]);
  });
}

/** Only a role without a password gets one: each change costs a key derivation, and start-up time is felt. */
async function setPassword(client, role, password) {
  const { rowCount } = await client.query(
    'SELECT FROM pg_authid WHERE rolname = $1 AND rolpassword IS NULL',
    [role],
  );
  if (rowCount === 0) return;
  await client.query(
    `ALTER ROLE ${client.escapeIdentifier(role)} PASSWORD ${client.escapeLiteral(password)}`,
  );
}

/**
 * Connects, asks and ends.
 *
 * @param {(error: Error) => Promise<never>} [unreachable] what becomes of an error to connect
 */
export async function withClient(url, use, unreachable = (error) => Promise.reject(error)) {
  const client = new pg.Client({ connectionString: url });
  await client.connect().catch(unreachable);
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
