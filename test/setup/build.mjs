import { buildAll } from '../../scripts/build.mjs';

/** What runs as separate processes is what is built: nothing to do where it is up to date. */
export default async function buildProduct() {
  await buildAll();
}
