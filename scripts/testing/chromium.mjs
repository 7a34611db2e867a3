import { access, constants } from 'node:fs/promises';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

// One process for everything dies with its first page; the rest would switch off what the test is there to see.
const UNWANTED = new Set(['--single-process', '--disable-web-security', '--allow-running-insecure-content']);

/**
 * The Chromium that the browser test uses: the one that CHROME_PATH names, one that is installed, or the one that comes
 * in the npm package `@sparticuz/chromium` where somebody has installed it.
 *
 * @returns {Promise<{ executablePath: string, args: string[] } | undefined>}
 */
export async function findChromium() {
  const given = process.env.CHROME_PATH;
  for (const path of given ? [given] : USUAL_PLACES) {
    if (await isExecutable(path)) return { executablePath: path, args: [] };
  }
  if (given) throw new Error(`CHROME_PATH names ${given}, which cannot be run.`);
  return fromPackage();
}

async function fromPackage() {
  const name = '@sparticuz/chromium';
  const found = await import(name).catch(() => undefined);
  if (found === undefined) return undefined;
  const chromium = found.default;
  const args = chromium.args.filter((arg) => !UNWANTED.has(arg));
  return { executablePath: await chromium.executablePath(), args };
}

const isExecutable = (path) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
