import { join } from 'node:path';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { answerOf, clientOf } from '../support/client';
import { fitsItsScreen, openConsole, type PageLanguage, violationsOn } from '../support/console-page';
import { teachingCase } from '../support/sample-teaching-case';
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
    closed: 'Closed',
  },
  zh: {
    lock: '锁定课堂',
    unlock: '重新开放加入',
    locked: '课堂已锁定',
    end: '结束课堂',
    yes: '是',
    ended: '课堂已结束',
    closed: '已结束',
  },
} as const;

/** What is asked, and what pages call it. */
const ASKED = {
  en: {
    best: 'CT pulmonary angiogra',
    poor: 'D-dimer',
    lines: [
      'Pain on breathing in speaks for embolism.',
      'No blood coughed up excludes it.',
      'A clot comes to mind.',
    ],
    kind: 'For instead of against',
    askNow: 'Ask something that is not in the plan',
    ask: 'Where does she go tonight?',
    options: ['Keep her in', 'Send her home'],
    people: 'Who is here, and how each does',
    right: 'Right',
    both: '2 of 2',
    diagnosis: 'The diagnosis was',
    remove: 'Take out',
  },
  zh: {
    best: 'CT',
    poor: 'D',
    lines: ['吸气痛支持肺栓塞。', '无咯血可排除肺栓塞。', '应想到血栓。'],
    kind: '支持与反对颠倒',
    askNow: '提一个计划之外的问题',
    ask: '今晚她去哪里？',
    options: ['收入院', '回家'],
    people: '查看每位参与者',
    right: '正确',
    both: '2/2',
    diagnosis: '诊断',
    remove: '移除',
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
    if (PICTURES !== undefined)
      await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
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
      await stages.nth(at).locator('.ct-questions > li').first().locator('.ct-q-head .x').last().click();
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
      await ada.locator('h1', { hasText: WORDS[language].closed }).waitFor();
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

  /** A published case of one's own whose teacher has judged the tests of its first stage. */
  const judgedCase = async (): Promise<string> => {
    const teacher = clientOf(stack.baseUrl, stack.apiKey);
    const why = { en: 'Raised after any operation: it cannot decide.', zh: '术后均可升高，不能鉴别。' };
    const body = teachingCase('Breathless on a Monday', {
      choices: [
        [
          { testId: 'ctpa', verdict: 'best', why: { en: 'It decides.', zh: '可以确诊。' } },
          { testId: 'd-dimer-test', verdict: 'poor', why },
          { testId: 'ecg', verdict: 'acceptable' },
        ],
        [],
      ],
    });
    const { id } = await answerOf(teacher.POST('/v1/teaching-cases', { params: {}, body: { body } }));
    const published = { params: { path: { id } }, body: { version: 1 } };
    await answerOf(teacher.POST('/v1/teaching-cases/{id}:publish', published));
    return id;
  };
  const next = (wall: Page): Promise<void> => wall.keyboard.press('ArrowRight');
  /** Closes the question; pressed before the screen knows it, the next key would close it again. */
  const closes = async (wall: Page, language: PageLanguage): Promise<void> => {
    await next(wall);
    await wall.getByRole('timer').filter({ hasText: WORDS[language].closed }).waitFor();
  };
  const answeredBy = async (phone: Page, ...picks: string[]): Promise<void> => {
    await phone.locator('.ph-picks').first().waitFor();
    for (const pick of picks) await phone.locator('.ph-pick', { hasText: pick }).first().click();
    await commit(phone);
    await phone.locator('[data-posting=kept]').waitFor();
  };

  it.each<PageLanguage>(['en', 'zh'])(
    'asks for the next test, a planted error and a vote on the spot, and shows what is right (%s)',
    async (language) => {
      const words = ASKED[language];
      const teacher = await teacherAt(`/lecture?case=${await judgedCase()}`, language);
      const stage = (no: number) => teacher.locator('.ct-stage').nth(no - 1);
      await stage(1).locator('[data-add=next-test]').click();
      await stage(1).locator('[data-task=next-test] .ct-picks li').nth(3).waitFor();
      await stage(2).locator('[data-add=find-error]').click();
      await teacher.locator('.ct-next').click();
      await teacher.locator('[data-fault=few-lines]').waitFor();
      await looksRight(teacher, `${language}-plan-missing`);
      const error = stage(2).locator('[data-task=find-error]');
      for (const [at, line] of words.lines.entries())
        await error.locator('.ct-lines .field').nth(at).fill(line);
      await error.locator('.ct-wrong input').nth(1).check();
      await error.locator('select').selectOption('wrong-sign');
      await stage(1).locator('[data-task=differential] .ct-q-head .x').last().click();
      await stage(2).locator('[data-task=differential] .ct-q-head .x').last().click();
      await looksRight(teacher, `${language}-plan`);
      await teacher.locator('.ct-next').click();
      await teacher.locator('.ct-code').waitFor();
      const code = (await teacher.locator('.ct-code').innerText()).replace(/\D/g, '');
      const wall = await teacherAt(`/lecture?room=${code}&view=wall`, language, WALL[language]);
      await wall.locator('.wall-lobby').waitFor();
      const [ada, ben] = [await phoneIn(code, language), await phoneIn(code, language, SMALL_PHONE)];

      await next(wall);
      await wall.locator('.wall-text').waitFor();
      await next(wall);
      await looksRight(ada, `${language}-phone-test`);
      await answeredBy(ada, words.best);
      await answeredBy(ben, words.poor);
      await hasAnswered(wall, 2);
      await looksRight(wall, `${language}-wall-test-open`);
      await closes(wall, language);
      await next(wall);
      await wall.locator('.wall-choices').waitFor();
      expect(await wall.locator('[data-mark]').count()).toBe(0);
      await looksRight(wall, `${language}-wall-test-class`);
      await next(wall);
      await wall.locator('.wall-choices [data-mark=best]', { hasText: words.best }).waitFor();
      await looksRight(wall, `${language}-wall-test-key`);
      await ben.locator('.ph-mark[data-mark=poor]').waitFor();
      await looksRight(ben, `${language}-phone-test-key`);

      await teacher.getByRole('button', { name: words.askNow }).click();
      const spot = teacher.locator('.ct-ask-now');
      await spot.locator('.ct-ask-text input').fill(words.ask);
      await spot.locator('.ct-lines .field').nth(0).fill(words.options[0]);
      await spot.locator('.ct-lines .field').nth(0).press('Enter');
      await spot.locator('.ct-lines .field').nth(1).fill(words.options[1]);
      await looksRight(teacher, `${language}-ask-now`);
      await spot.locator('button[type=submit]').click();
      await ada.locator('.ph-asked', { hasText: words.ask }).waitFor();
      await answeredBy(ada, words.options[0]);
      await hasAnswered(wall, 1);
      await teacher.getByRole('button', { name: words.people }).click();
      await teacher.locator('tr[data-number="2"]').waitFor();
      await looksRight(teacher, `${language}-people`);
      await closes(wall, language);
      await next(wall);
      await wall.locator('.wall-choices li', { hasText: words.options[1] }).waitFor();
      await wall.locator('.wall-question', { hasText: words.ask }).waitFor();
      await looksRight(wall, `${language}-wall-vote-class`);
      expect(await wall.locator('[data-mark]').count()).toBe(0);

      await next(wall);
      await wall.locator('.wall-steps li:nth-child(2)[data-step=now]').waitFor();
      await next(wall);
      await looksRight(ada, `${language}-phone-error`);
      await answeredBy(ada, words.lines[1], words.kind);
      await answeredBy(ben, words.lines[0], words.kind);
      await hasAnswered(wall, 2);
      await looksRight(wall, `${language}-wall-error-open`);
      await closes(wall, language);
      await next(wall);
      await wall.locator('.wall-choices').waitFor();
      await next(wall);
      await wall.locator('.wall-choices [data-mark=planted]', { hasText: words.lines[1] }).waitFor();
      await looksRight(wall, `${language}-wall-error-key`);
      await ada.locator('.ph-mark[data-mark=planted]').waitFor();
      await looksRight(ada, `${language}-phone-error-key`);

      await next(wall);
      await ada.getByRole('heading', { name: words.diagnosis }).waitFor();
      await teacher.getByRole('button', { name: words.right, exact: true }).click();
      await teacher.locator('tr[data-number="1"]', { hasText: words.both }).waitFor();
      await looksRight(teacher, `${language}-people-scores`);
      await teacher.locator('tr[data-number="2"]').getByRole('button', { name: words.remove }).click();
      await teacher.getByRole('button', { name: WORDS[language].yes, exact: true }).click();
      await teacher.locator('tr[data-number="2"]').waitFor({ state: 'detached' });
      expect(faults).toEqual([]);
    },
  );
});
