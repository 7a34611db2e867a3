import { findChromium } from '../../scripts/testing/chromium.mjs';
import prepareFirstStart from './first-start.mjs';

/** Prepares what the browser will see and tells the tests, through the environment, which browser to take. */
export default async function prepareBrowserTests() {
  const chromium = await findChromium();
  if (chromium === undefined) {
    throw new Error('There is no Chromium here: install one, or name it in CHROME_PATH.');
  }
  process.env.OPENROUNDS_TEST_BROWSER = JSON.stringify(chromium);
  await prepareFirstStart();
}
