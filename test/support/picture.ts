import { join } from 'node:path';
import { type Page } from 'playwright-core';

/** Where pictures go; none are taken where it is not set. */
const PICTURES = process.env['OPENROUNDS_PICTURES'];

/** Takes a picture of the whole page, for somebody who wants to see it: `OPENROUNDS_PICTURES=DIR npx jest …`. */
export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}
