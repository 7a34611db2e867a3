import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { source as axeSource } from 'axe-core';
import { type Browser, type Page } from 'playwright-core';
import { type RunningStack } from './stack';

export type PageLanguage = 'en' | 'zh';

export interface PageOptions {
  /** Who looks; the local administrator where nobody is named. */
  readonly key?: string;
  readonly language?: PageLanguage;
  readonly width?: number;
  readonly height?: number;
}

export interface ConsolePage {
  readonly page: Page;
  /** Script errors, refused resources, breaches of the content policy; answers of the API that refuse are none. */
  readonly complaints: readonly string[];
}

const REFUSED = /the server responded with a status of (?:4\d\d|503)/;

/** A signed-in browser on a page of the console, in a language of its own. */
export async function openConsole(
  browser: Browser,
  stack: Pick<RunningStack, 'baseUrl' | 'apiKey'>,
  path: string,
  { key = stack.apiKey, language = 'en', width = 1440, height = 1000 }: PageOptions = {},
): Promise<ConsolePage> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  await context.request.post(`${stack.baseUrl}/v1/session`, {
    headers: { authorization: `Bearer ${key}` },
    data: {},
  });
  // What the reader chose before: a reload and every page after this one keep it.
  // An empty page has no storage.
  await context.addInitScript(
    `if (location.protocol !== 'about:') localStorage.setItem('openrounds.language', '${language}')`,
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !REFUSED.test(message.text())) complaints.push(message.text());
  });
  await page.goto(new URL(path, stack.baseUrl).href);
  return { page, complaints };
}

/**
 * What axe finds wrong on the page as it stands: rule, and the first element that breaks it.
 *
 * @param rules looked at; all where none is named
 */
export async function violationsOn(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // Read anew it costs more than what it does then.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axeSource);
  const only = rules.length === 0 ? '' : `, runOnly: ${JSON.stringify(rules)}`;
  return page.evaluate<string[]>(
    `axe.run(document, { resultTypes: ['violations']${only} }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
  );
}

/** Whether nothing on the page is wider than the screen. */
export const fitsItsScreen = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth');

interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

const CATALOGUES = join(__dirname, '../../services/console/src/i18n');

/** The console's own words in a language, by their key; those without arguments. */
export function wordsIn(language: PageLanguage): (key: string) => string {
  const catalogue = JSON.parse(readFileSync(join(CATALOGUES, `${language}.json`), 'utf8')) as Catalogue;
  return (key) => {
    const found = key
      .split('.')
      .reduce<string | Catalogue | undefined>(
        (at, step) => (typeof at === 'object' ? at[step] : undefined),
        catalogue,
      );
    if (typeof found !== 'string') throw new Error(`no words for ${key}`);
    return found;
  };
}
