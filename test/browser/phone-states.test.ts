import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { FULL } from '@openrounds/testing';
import { launchBrowser } from '../support/browser';
import { fitsItsScreen, type PageLanguage, violationsOn } from '../support/console-page';
import { FakeRoomServer } from '../support/fake-room';
import { type PhoneStates, phoneStates } from '../support/phone-states';
import { picture } from '../support/picture';
import { sampleRoom } from '../support/sample-room';

// In the long form some forty states in two languages, in one of them in three themes.
jest.setTimeout(480_000);

/** Both languages, and every state in every theme; else English, in which words are longest. */
const LIGHT = { light: [] } as const;
/** The first is looked at for everything, the others for their colours: these are the same in any language. */
const THEMES = {
  en: { ...LIGHT, dark: ['color-contrast'], projector: ['color-contrast'] },
  zh: LIGHT,
} as const;
/** Between them they have every colour of the page. */
const COLOURED = [
  'code-faulty',
  'between',
  'sum-too-high',
  'saved-on-this-phone',
  'in-the-room',
  'reset',
  'open-error',
  'choices-shown',
  'diagnosis-shown',
  'server-away',
];
/**
 * The narrowest phone, which is also what a window of 640 px has left at a page zoom of 200 %; and what a chat program leaves
 * of a small one, in which letters are as large as they get.
 */
const NARROW = { width: 320, height: 640 };
const IN_CHAT = FULL
  ? ([
      { width: 375, height: 603 },
      { width: 360, height: 565 },
    ] as const)
  : [];

/** Every state that a phone can be in, one after the other: what axe finds, whether it fits, and what it looks like. */
describe('every state of the page for phones', () => {
  let browser: Browser;
  let server: FakeRoomServer;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    faults.length = 0;
    server = await FakeRoomServer.start(sampleRoom());
    context = await browser.newContext({ viewport: NARROW, reducedMotion: 'reduce' });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
  });
  afterEach(async () => {
    await context.close();
    await server.stop();
  });

  const setOnRoot = (script: string): Promise<unknown> =>
    page.evaluate(`{ const root = document.documentElement; ${script} }`);
  const fits = async (name: string): Promise<void> => {
    if (!(await fitsItsScreen(page))) faults.push(`${name}: wider than its screen`);
  };

  const looksRight = async (name: string, language: PageLanguage): Promise<void> => {
    const themes = FULL || COLOURED.some((state) => name.endsWith(`-${state}`)) ? THEMES[language] : LIGHT;
    for (const [theme, rules] of Object.entries(themes)) {
      await setOnRoot(`root.dataset.theme = '${theme}'`);
      for (const violation of await violationsOn(page, rules)) faults.push(`${name} ${theme}: ${violation}`);
    }
    await setOnRoot("root.dataset.theme = 'light'");
    await fits(name);
    await picture(page, name);
    await setOnRoot("root.style.fontSize = '200%'");
    await fits(`${name} at 200 %`);
    await picture(page, `${name}-large`);
    await setOnRoot("root.style.fontSize = ''");
    for (const size of IN_CHAT) {
      await page.setViewportSize(size);
      await fits(`${name} at ${String(size.width)}`);
    }
    await page.setViewportSize(NARROW);
  };

  it.each<PageLanguage>(FULL ? ['en', 'zh'] : ['en'])(
    'is reached, legible, and fits 320 px and letters of twice the size (%s)',
    async (language) => {
      const states: PhoneStates = phoneStates(page, server, language);
      for (const [name, reach] of Object.entries(states)) {
        await reach();
        await looksRight(`${language}-${name}`, language);
      }
      expect(faults).toEqual([]);
    },
  );

  it('says aloud what is new, politely and at most once in ten seconds', async () => {
    await page.clock.install();
    const { lobby, 'open-differential': open, closed } = phoneStates(page, server, 'en');
    await page.addInitScript(`globalThis.said = [];
      new MutationObserver((changes) => {
        for (const { target } of changes)
          if (target instanceof Element && target.getAttribute('role') === 'status')
            said.push(target.textContent);
      }).observe(document, { subtree: true, childList: true });`);
    const said = (): Promise<string[]> => page.evaluate('said');
    // What a page says follows what it shows, at a moment of its own.
    const heard = (text: string): Promise<unknown> =>
      page.waitForFunction('said.at(-1) === ' + JSON.stringify(text));
    await lobby();
    await page.clock.runFor(10_000);
    await heard('You are in');
    await page.clock.runFor(10_000);
    const before = (await said()).length;
    await open();
    await heard('Your differential');
    await closed();
    await page.clock.runFor(10_000);
    await heard('Closed. You gave no answer to this question.');
    expect((await said()).slice(before)).toEqual([
      'Your differential',
      'Closed. You gave no answer to this question.',
    ]);
  });
});
