import { chromium, type Browser } from 'playwright-core';

/**
 * Starts the Chromium that the set-up of the run found. Close it when done.
 *
 * @param more arguments besides those that it needs
 * @throws Error where there is none
 */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const found = process.env['OPENROUNDS_TEST_BROWSER'];
  if (found === undefined)
    throw new Error('There is no Chromium here: install one, or name it in CHROME_PATH.');
  const { executablePath, args } = JSON.parse(found) as { executablePath: string; args: string[] };
  return chromium.launch({ executablePath, args: [...args, ...more] });
}

/** After each test: a page that is left open goes on asking, and draws. */
export async function closePages(browser: Browser): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  await Promise.all(pages.map((page) => page.close()));
}
