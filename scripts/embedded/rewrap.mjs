import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DIST } from '../build/places.mjs';
import { dataFolder } from './data-folder.mjs';
import { Failure } from './failure.mjs';
import { urlsOfRunning } from './postgres.mjs';
import { environmentOf, SERVICES } from './services.mjs';

/** The services that keep seals. */
const SEALING = ['gateway', 'case-intake', 'ddx-ranking', 'teaching'];

/**
 * Wraps the seals of a running installation anew: each service's own command, with the environment that it runs in.
 *
 * @param {string} dataDir
 * @returns {Promise<number>} the first exit code that is not 0
 * @throws {Failure} when nothing runs on this data
 */
export async function rewrapSeals(dataDir) {
  const folder = dataFolder(dataDir);
  const url = await urlsOfRunning(folder.dir);
  if (url === undefined) throw new Failure(`Nothing runs on the data in ${folder.dir}: npm start first.`);
  for (const service of SERVICES.filter(({ name }) => SEALING.includes(name))) {
    const env = environmentOf(service, { postgres: { url }, folder, port: 0 });
    const main = join(DIST, 'services', service.name, 'src', 'rewrap.js');
    const child = spawn(process.execPath, ['--enable-source-maps', main], { env, stdio: 'inherit' });
    const [code] = await once(child, 'exit');
    if (code !== 0) return code ?? 1;
  }
  return 0;
}
