/**
 * Runs the whole product for a test, as a process of its own: what it stands on is ESM, which Jest's CommonJS cannot
 * load. It speaks with stack.ts by messages `{ id, command, … }` → `{ id, result | error }` and takes everything along
 * when the test process ends, however that ends.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/embedded/free-port.cjs';
import { Product } from '../../scripts/embedded/product.mjs';
import { servicesFor } from '../../scripts/embedded/services.mjs';

let product;
let dataDir;
/** Names of the services that run with what the test said. */
let running = [];
/** Which services ended without being asked. */
const ended = [];

const commands = {
  async start({ port: given, dataDir: there, env, envOf, startCode, restarts }) {
    dataDir = there ?? (await freshInstallation());
    // A port chosen beforehand, so that a gateway that is started again has the same address.
    const port = given ?? (await freePort());
    running = servicesFor({ ...process.env, ...env }).map(({ name }) => name);
    product = new Product({ dataDir, port, fast: true, env, envOf, startCode, restarts });
    product.on('service-ended', ({ name, code, signal }) => ended.push(`${name} (${signal ?? code})`));
    const { apiKey } = await product.start();
    return { port, apiKey, dataDir, logsDir: product.folder.logsDir };
  },
  databaseUrl: ({ role }) => product.databaseUrl(role),
  port: ({ service }) => product.service(service).port,
  pid: ({ service }) => product.service(service).pid ?? null,
  async kill({ service, signal }) {
    const { exited } = product.service(service);
    product.service(service).kill(signal);
    await exited;
  },
  ended: () => ended,
  /** Services that do not run. */
  down: () => running.filter((name) => product.service(name).pid === undefined),
  /** What each service that is to run says of itself. */
  async health() {
    const said = running.map(async (name) => [name, await healthOn(product.service(name).port)]);
    return Object.fromEntries(await Promise.all(said));
  },
  restartPostgres: ({ awayMs }) => product.restartPostgres(awayMs),
  signal: ({ service, signal }) => void product.service(service).kill(signal),
  exited: ({ service }) => product.service(service).exited,
  async restart({ service, env }) {
    await product.service(service).stop();
    await product.service(service).start(env);
  },
  async stop() {
    await product?.stop();
    if (dataDir !== undefined) await rm(dataDir, { recursive: true, force: true });
  },
};

/** As the setup of the test run left it after its first start. */
async function freshInstallation() {
  const folder = await mkdtemp(join(tmpdir(), 'openrounds-stack-'));
  await cp(process.env.OPENROUNDS_FIRST_START, folder, { recursive: true });
  return folder;
}

const healthOn = (port) =>
  fetch(`http://127.0.0.1:${port}/health/ready`)
    .then((answer) => answer.json())
    .then(
      ({ status }) => status,
      () => 'away',
    );

process.on('message', ({ id, command, ...rest }) => {
  Promise.resolve()
    .then(() => commands[command](rest))
    .then(
      (result) => process.send?.({ id, result }),
      (error) => process.send?.({ id, error: error.message }),
    );
});

process.once('disconnect', () => {
  void commands.stop().finally(() => process.exit());
});
