import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A hall's radio carries the page for phones a thousand times: names of diseases come apart from it, once. */
export const PHONE_BUDGET_BYTES = 122 * 1_024;

/**
 * What a phone loads before it shows the page: the document with its scripts and styles, each compressed.
 *
 * @param {string} dir where the console was built to
 * @returns {number} bytes
 */
export function phoneWeight(dir) {
  const page = readFileSync(join(dir, 'phone.html'), 'utf8');
  const assets = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path]) => path);
  if (!assets.some((path) => path.endsWith('.js'))) throw new Error('phone.html names no script');
  return ['phone.html', ...assets].reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(dir, path)), { level: 9 }).byteLength,
    0,
  );
}

/** @throws Error where the page for phones is heavier than its budget */
export function checkPhoneWeight(dir, budget = PHONE_BUDGET_BYTES) {
  const weight = phoneWeight(dir);
  if (weight > budget)
    throw new Error(`The page for phones weighs ${weight} bytes compressed; ${budget} are allowed.`);
}
