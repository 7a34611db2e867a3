import { chromium, type Browser } from 'playwright-core';

/**
 * Starts the Chromium that the set-up of the `browser` project found. Close it when done.
 *
 * @throws Error outside that project
 */
export function launchBrowser(): Promise<Browser> {
  const found = process.env['OPENROUNDS_TEST_BROWSER'];
  if (found === undefined) throw new Error('Run this test in the browser project.');
  const { executablePath, args } = JSON.parse(found) as { executablePath: string; args: string[] };
  return chromium.launch({ executablePath, args });
}
