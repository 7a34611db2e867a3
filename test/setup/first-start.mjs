import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Product } from '../../scripts/embedded/product.mjs';
import { buildAll } from '../../scripts/build.mjs';

/**
 * Builds the product and starts it once, so that the stacks of the tests begin as a second start does: a database that
 * is made and migrated is copied in a tenth of the time. `start.test.ts` tests the first start itself.
 *
 * @returns {Promise<string>} the folder with its data
 */
export async function prepareFirstStart() {
  await buildAll();
  const dataDir = await mkdtemp(join(tmpdir(), 'openrounds-first-start-'));
  const product = new Product({ dataDir, fast: true, restarts: false });
  try {
    await product.start();
  } finally {
    await product.stop();
  }
  await rm(product.folder.logsDir, { recursive: true });
  return dataDir;
}
