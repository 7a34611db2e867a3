import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, FULL } from '@openrounds/testing';
import { source as axeSource } from 'axe-core';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
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

/** What the first page of somebody has loaded and compiled, the next ones find: half of what a page costs. */
const signedIn = new WeakMap<Browser, Map<string, Promise<BrowserContext>>>();

function contextOf(browser: Browser, baseUrl: string, key: string): Promise<BrowserContext> {
  const contexts = signedIn.get(browser) ?? new Map<string, Promise<BrowserContext>>();
  signedIn.set(browser, contexts);
  const known = contexts.get(key) ?? signIn(browser, baseUrl, key);
  contexts.set(key, known);
  return known;
}

async function signIn(browser: Browser, baseUrl: string, key: string): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await context.request.post(`${baseUrl}/v1/session`, {
    headers: { authorization: `Bearer ${key}` },
    data: {},
  });
  return context;
}

/** A signed-in page of the console, in a language of its own; what pages before it have stored is gone. */
export async function openConsole(
  browser: Browser,
  stack: Pick<RunningStack, 'baseUrl' | 'apiKey'>,
  path: string,
  { key = stack.apiKey, language = 'en', width = 1440, height = 1000 }: PageOptions = {},
): Promise<ConsolePage> {
  const page = await (await contextOf(browser, stack.baseUrl, key)).newPage();
  await page.setViewportSize({ width, height });
  // A reload keeps what was stored, and the language that was chosen before. An empty page has no storage.
  await page.addInitScript(`if (location.protocol !== 'about:') {
    if (sessionStorage.getItem('begun') === null) localStorage.clear();
    sessionStorage.setItem('begun', 'yes');
    localStorage.setItem('openrounds.language', '${language}');
  }`);
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

/** What does not show all that it holds and cannot be scrolled; what is for screen readers alone is left out. */
const cutOn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.body.querySelectorAll('*')].filter((element) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(element);
    const isCut = (overflow, held, shown) => /hidden|clip/.test(overflow) && held > shown + 1;
    return clipPath === 'none' && !element.matches('.vh, input, svg, svg *') &&
      (isCut(overflowX, element.scrollWidth, element.clientWidth) ||
        isCut(overflowY, element.scrollHeight, element.clientHeight));
  }).map((element) => element.outerHTML.slice(0, 120))`);

/** The innermost element that holds more than it is wide, and does not scroll by itself. */
const widestOn = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const isOut = (element) =>
      element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && element.closest('.scroll, svg, .vh') === null;
    const out = [...document.body.querySelectorAll('*')].filter(isOut);
    return (out.find((element) => ![...element.children].some(isOut)) ?? document.body).outerHTML.slice(0, 200);
  })()`);

/** Pixels of CSS, and how many of the screen each is. */
interface Screen {
  readonly width: number;
  readonly height: number;
  readonly deviceScaleFactor: number;
}

const NARROWEST: Screen = { width: 320, height: 640, deviceScaleFactor: 1 };

/** What axe can find at one size and not at another; all rules at each size are the long form's. */
const RULES_OF_SIZE = FULL ? [] : ['target-size', 'scrollable-region-focusable', 'link-name', 'button-name'];

/** What is wrong with a page at a zoom of 200 % and on a screen of 320 px: too wide, cut off, or found by axe. */
export async function faultsWhenZoomed(page: Page): Promise<string[]> {
  const size = page.viewportSize();
  if (size === null) throw new Error('a page without a size');
  const session = await page.context().newCDPSession(page);
  const faults: string[] = [];
  const look = async (where: string, screen: Screen): Promise<void> => {
    await session.send('Emulation.setDeviceMetricsOverride', { ...screen, mobile: false });
    const isDrawn = async () => (await page.evaluate('window.innerWidth')) === screen.width;
    await eventually('the page takes its new width', isDrawn);
    if (!(await fitsItsScreen(page))) faults.push(`${where}: wider than its screen: ${await widestOn(page)}`);
    for (const cut of await cutOn(page)) faults.push(`${where}: cut off: ${cut}`);
    for (const violation of await violationsOn(page, RULES_OF_SIZE)) faults.push(`${where}: ${violation}`);
  };
  // A page zoom of 200 % is this: half as many pixels of CSS each way, each drawn with twice as many of the screen.
  const [width, height] = [Math.floor(size.width / 2), Math.floor(size.height / 2)];
  await look('at 200 %', { width, height, deviceScaleFactor: 2 });
  await look('at 320 px', NARROWEST);
  await session.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
  await session.detach();
  return faults;
}

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
