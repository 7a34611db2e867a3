import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { residentMb } from './processes.mjs';
import { Product } from './product.mjs';
import { servicesFor } from './services.mjs';

const NAMES = servicesFor(process.env).map(({ name }) => name);

/**
 * A product to be struck: with data of its own, which is removed when it is stopped. What it runs must have been built.
 *
 * @returns {Promise<import('../../services/cli/src/rehearsal/own-product').OwnProduct>}
 */
export async function startOwnProduct() {
  const dataDir = await mkdtemp(join(tmpdir(), 'openrounds-rehearsal-'));
  // As long as this file is there, teaching lives on at the place where it is to die.
  const spared = join(dataDir, 'spared');
  await writeFile(spared, '');
  const product = new Product({
    dataDir,
    restarts: false,
    envOf: { teaching: { FAULT_POINT: 'teaching:record-submissions', FAULT_ONCE_FILE: spared } },
  });
  const stop = async () => {
    process.off('SIGINT', interrupted);
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  const interrupted = () => void stop().finally(() => process.exit(130));
  process.once('SIGINT', interrupted);
  try {
    const { port, apiKey } = await product.start();
    return { ...handle(product, spared), server: addressAt(port), teacherKey: apiKey, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const addressAt = (port) => `http://127.0.0.1:${port}`;

function handle(product, spared) {
  const gatewayPort = { PORT: undefined };
  const kill = async (name) => {
    const { exited } = product.service(name);
    product.service(name).kill('SIGKILL');
    await exited;
  };
  return {
    memoryMb: (name) => residentMb(product.service(name).pid),
    async kill(name) {
      if (name === 'gateway') gatewayPort.PORT = String(product.service(name).port);
      if (name !== 'teaching') return kill(name);
      const { exited } = product.service(name);
      await rm(spared, { force: true });
      await exited;
    },
    // The gateway comes back where its phones look for it.
    revive: (name) => product.service(name).start(name === 'gateway' ? gatewayPort : {}),
    async sleep(seconds) {
      for (const name of NAMES) product.service(name).kill('SIGSTOP');
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      for (const name of NAMES) product.service(name).kill('SIGCONT');
    },
    async secondGateway() {
      const port = await product.startSecondGateway();
      return { server: addressAt(port), kill: () => kill('gateway-2') };
    },
  };
}
