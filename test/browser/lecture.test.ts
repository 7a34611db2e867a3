import { join } from 'node:path';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { fitsItsScreen, openConsole, type PageLanguage, violationsOn } from '../support/console-page';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(240_000);

/** Where pictures of the lecture go; none are taken where it is not set. */
const PICTURES = process.env['OPENROUNDS_PICTURES'];

const PHONE = { width: 390, height: 844 };
const SMALL_PHONE = { width: 320, height: 640 };
/** The wall of a hall, and a laptop beside a television. */
const WALL = { en: { width: 1920, height: 1080 }, zh: { width: 1366, height: 768 } } as const;

const LISTS = {
  en: ['Pulmonary embolism', 'Pneumothorax', 'something of my own'],
  zh: ['肺栓塞', '气胸', '我自己的诊断'],
} as const;

const KNOWN = { en: 'Multiple myeloma', zh: '多发性骨髓瘤' } as const;
const WORDS = {
  en: {
    lock: 'Lock the room',
    unlock: 'Let people in again',
    locked: 'The room is locked',
    end: 'End the room',
    yes: 'Yes',
    ended: 'The room has ended',
  },
  zh: {
    lock: '锁定课堂',
    unlock: '重新开放加入',
    locked: '课堂已锁定',
    end: '结束课堂',
    yes: '是',
    ended: '课堂已结束',
  },
} as const;

describe('a lecture', () => {
  let stack: RunningStack;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    [stack, browser] = await Promise.all([sharedStack(), launchBrowser()]);
  });
  beforeEach(() => {
    faults.length = 0;
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(() => browser.close());

  const picture = async (page: Page, name: string): Promise<void> => {
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  };
  const looksRight = async (page: Page, name: string): Promise<void> => {
    await picture(page, name);
    for (const violation of await violationsOn(page)) faults.push(`${name}: ${violation}`);
    if (!(await fitsItsScreen(page))) faults.push(`${name}: wider than its screen`);
  };

  const teacherAt = async (path: string, language: PageLanguage, size = {}): Promise<Page> => {
    const { page } = await openConsole(browser, stack, path, { language, ...size });
    contexts.push(page.context());
    return page;
  };
  const phoneIn = async (code: string, language: PageLanguage, viewport = PHONE): Promise<Page> => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(`${stack.baseUrl}/j/${code}?lang=${language}`);
    await page.locator('#name').waitFor();
    await page.locator('button[type=submit]').click();
    await page.locator('.ph-seat').waitFor();
    return page;
  };
  /** The first figure of the screen; the second is the time. */
  const hasAnswered = (wall: Page, count: number): Promise<void> =>
    wall
      .locator('.wall-count')
      .first()
      .filter({ hasText: new RegExp(`^${String(count)}\\s`) })
      .waitFor();
  const isLockedOut = async (code: string, language: PageLanguage): Promise<void> => {
    const context = await browser.newContext({ viewport: PHONE });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(`${stack.baseUrl}/j/${code}?lang=${language}`);
    await page.locator('#name').waitFor();
    await page.locator('button[type=submit]').click();
    await page.getByRole('heading', { name: WORDS[language].locked }).waitFor();
  };
  /** Opens a room for the first case with one question at its first stage, and returns its code. */
  const openRoom = async (teacher: Page): Promise<string> => {
    await teacher.locator('.ct-card').first().waitFor();
    await teacher.locator('#search').fill('');
    await teacher.locator('.ct-card').first().click();
    const stages = teacher.locator('.ct-stage');
    await stages.first().waitFor();
    for (let at = 1; at < (await stages.count()); at += 1)
      await stages.nth(at).locator('input[type=checkbox]').first().uncheck();
    await teacher.locator('.ct-next').click();
    await teacher.locator('.ct-code').waitFor();
    return (await teacher.locator('.ct-code').innerText()).replace(/\D/g, '');
  };
  const fillIn = async (phone: Page, names: readonly string[]): Promise<void> => {
    await phone.locator('.ph-rows').waitFor();
    for (const name of names) {
      await phone.locator('.ph-naming input').first().fill(name);
      await phone.keyboard.press('Enter');
    }
    for (const [at, points] of ['50', '20', '10', '20'].entries())
      await phone.locator('.ph-stepper input').nth(at).fill(points);
  };
  const commit = (phone: Page): Promise<void> => phone.locator('.ph-btn.primary').click();

  it.each<PageLanguage>(['en', 'zh'])(
    'is led by keys from the lobby to the diagnosis, with one phone off the network for a while (%s)',
    async (language) => {
      const teacher = await teacherAt('/lecture', language);
      await teacher.locator('.ct-card').first().waitFor();
      await looksRight(teacher, `${language}-new-room`);
      const code = await openRoom(teacher);
      await looksRight(teacher, `${language}-control-lobby`);
      const wall = await teacherAt(`/lecture?room=${code}&view=wall`, language, WALL[language]);
      await wall.locator('.wall-lobby').waitFor();
      const [ada, ben] = [await phoneIn(code, language), await phoneIn(code, language, SMALL_PHONE)];
      await looksRight(ada, `${language}-phone-lobby`);
      await wall.getByRole('status').filter({ hasText: '2' }).first().waitFor();
      await looksRight(wall, `${language}-wall-lobby`);

      await wall.keyboard.press('ArrowRight');
      await wall.locator('.wall-text').waitFor();
      await ada.locator('.ph-case').waitFor();
      await wall.keyboard.press('ArrowRight');
      await wall.locator('.wall-ask').waitFor();
      await fillIn(ada, LISTS[language]);
      await looksRight(ada, `${language}-phone-form`);
      await commit(ada);
      await ada.locator('[data-posting=kept]').waitFor();
      await hasAnswered(wall, 1);
      await looksRight(wall, `${language}-wall-vote`);

      await ben.context().setOffline(true);
      await fillIn(ben, [...LISTS[language]].reverse());
      await commit(ben);
      await ben.locator('[data-posting=waiting]').waitFor();
      await looksRight(ben, `${language}-phone-waiting`);
      await ben.context().setOffline(false);
      await ben.locator('[data-posting=kept]').waitFor();
      await hasAnswered(wall, 2);
      await looksRight(teacher, `${language}-control-open`);

      await wall.keyboard.press('ArrowRight');
      await ada.locator('h1', { hasText: language === 'en' ? 'Closed' : '已结束' }).waitFor();
      // Pressed at once: the screen waits for answers that are on their way, then shows by itself.
      await wall.keyboard.press('ArrowRight');
      await wall.locator('.wall-table').waitFor();
      expect(await wall.locator('.wall-table').getAttribute('data-voices')).toBe('1');
      await looksRight(wall, `${language}-wall-class`);
      await wall.keyboard.press('ArrowRight');
      await wall.locator('.wall-table[data-voices="2"]').waitFor();
      await looksRight(wall, `${language}-wall-engine`);
      await ada.locator('[data-voice=engine]').first().waitFor();
      await looksRight(ada, `${language}-phone-engine`);

      await wall.keyboard.press('j');
      await wall.locator('dialog .wall-code').waitFor();
      await looksRight(wall, `${language}-wall-join`);
      await wall.keyboard.press('Escape');
      await wall.keyboard.press('?');
      await wall.locator('.wall-keymap').waitFor();
      await looksRight(wall, `${language}-wall-keys`);
      await wall.keyboard.press('Escape');
      await wall.locator('.wall-keymap').waitFor({ state: 'detached' });

      const steps = await wall.locator('.wall-steps li').count();
      for (let step = 1; step < steps; step += 1) {
        await wall.keyboard.press('ArrowRight');
        await wall.locator(`.wall-steps li:nth-child(${String(step + 1)})[data-step=now]`).waitFor();
      }
      await wall.keyboard.press('ArrowRight');
      await ada.locator('.ph-score').waitFor();
      await looksRight(ada, `${language}-phone-score`);
      await looksRight(wall, `${language}-wall-diagnosis`);
      await looksRight(teacher, `${language}-control-results`);
      const table = await teacher.context().request.get(`${stack.baseUrl}/v1/rooms/${code}/results.csv`);
      expect((await table.text()).split('\r\n').length).toBeGreaterThan(3);

      await teacher.locator('.ct-words').first().fill(KNOWN[language]);
      await teacher.locator('.ct-words').waitFor({ state: 'detached' });
      await teacher.getByRole('button', { name: WORDS[language].lock }).click();
      await teacher.getByRole('button', { name: WORDS[language].unlock }).waitFor();
      await isLockedOut(code, language);
      await teacher.getByRole('button', { name: WORDS[language].end, exact: true }).click();
      await teacher.getByRole('button', { name: WORDS[language].yes, exact: true }).click();
      await ben.getByRole('heading', { name: WORDS[language].ended }).waitFor();
      await looksRight(ben, `${language}-phone-ended`);
      expect(faults).toEqual([]);
    },
  );
});
