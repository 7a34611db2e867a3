import { type Browser, type Page } from 'playwright-core';
import { eachInFull, FULL } from '@openrounds/testing';
import { closePages, launchBrowser } from '../support/browser';
import { answerOf, clientOf } from '../support/client';
import { faultsWhenZoomed, type PageLanguage } from '../support/console-page';
import {
  commit,
  commits,
  fillIn,
  hasAnswered,
  Lecture,
  leads,
  next,
  openPlanned,
  planOneQuestion,
  presses,
  SMALL_PHONE,
} from '../support/lecture';
import { teachingCase } from '../support/sample-teaching-case';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(240_000);

/** Each lecture in one language; in the long form in both. */

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
  let lecture: Lecture;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([sharedStack(), launchBrowser()]);
  });
  beforeEach(() => {
    lecture = new Lecture(browser, stack);
  });
  afterEach(() => closePages(browser));
  afterAll(() => browser.close());

  const looksRight = (page: Page, name: string): Promise<void> => lecture.looksRight(page, name);
  /** Looks at a page at a zoom of 200 % and on the narrowest screen. */
  const staysWhole = async (page: Page, name: string): Promise<void> => {
    for (const fault of await faultsWhenZoomed(page)) lecture.faults.push(`${name} ${fault}`);
  };
  const isLockedOut = async (code: string, language: PageLanguage): Promise<void> => {
    const page = await lecture.phoneAtDoor(code, language);
    await page.getByRole('heading', { name: WORDS[language].locked }).waitFor();
  };

  it.each<PageLanguage>(FULL ? ['en', 'zh'] : ['en'])(
    'is led by keys from the lobby to the diagnosis, with one phone off the network for a while (%s)',
    async (language) => {
      const teacher = await lecture.teacherAt('/lecture', { language });
      await teacher.locator('.ct-card').first().waitFor();
      await looksRight(teacher, `${language}-new-room`);
      await planOneQuestion(teacher);
      const code = await openPlanned(teacher);
      await looksRight(teacher, `${language}-control-lobby`);
      const wall = await lecture.wallOf(code, language);
      const ada = await lecture.phoneIn(code, language);
      const ben = await lecture.phoneIn(code, language, SMALL_PHONE);
      await looksRight(ada, `${language}-phone-lobby`);
      await wall.getByRole('status').filter({ hasText: '2' }).first().waitFor();
      await looksRight(wall, `${language}-wall-lobby`);

      await next(wall);
      await wall.locator('.wall-text').waitFor();
      await ada.locator('.ph-case').waitFor();
      await next(wall);
      await wall.locator('.wall-ask').waitFor();
      await fillIn(ada, LISTS[language]);
      await looksRight(ada, `${language}-phone-form`);
      await commits(ada);
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

      await next(wall);
      await ada.locator('h1', { hasText: WORDS[language].closed }).waitFor();
      // Pressed at once: the screen waits for answers that are on their way, then shows by itself.
      await next(wall);
      await wall.locator('.wall-table').waitFor();
      expect(await wall.locator('.wall-table').getAttribute('data-voices')).toBe('1');
      await looksRight(wall, `${language}-wall-class`);
      await next(wall);
      await wall.locator('.wall-table[data-voices="2"]').waitFor();
      await looksRight(wall, `${language}-wall-engine`);
      await staysWhole(wall, `${language}-wall-engine`);
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
        await leads(teacher);
        await wall.locator(`.wall-steps li:nth-child(${String(step + 1)})[data-step=now]`).waitFor();
      }
      await leads(teacher);
      await ada.locator('.ph-score').waitFor();
      await looksRight(ada, `${language}-phone-score`);
      await looksRight(wall, `${language}-wall-diagnosis`);
      await looksRight(teacher, `${language}-control-results`);
      await staysWhole(teacher, `${language}-control-results`);
      const table = await teacher.context().request.get(`${stack.baseUrl}/v1/rooms/${code}/results.csv`);
      expect((await table.text()).split('\r\n').length).toBeGreaterThan(3);

      await teacher.locator('.ct-words').first().fill(KNOWN[language]);
      await teacher.locator('.ct-words').waitFor({ state: 'detached' });
      await presses(teacher, teacher.getByRole('button', { name: WORDS[language].lock }));
      await teacher.getByRole('button', { name: WORDS[language].unlock }).waitFor();
      await isLockedOut(code, language);
      await presses(teacher, teacher.getByRole('button', { name: WORDS[language].end, exact: true }));
      await presses(teacher, teacher.getByRole('button', { name: WORDS[language].yes, exact: true }));
      await ben.getByRole('heading', { name: WORDS[language].ended }).waitFor();
      await looksRight(ben, `${language}-phone-ended`);
      expect(lecture.faults).toEqual([]);
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
  /** The screen knows it, too. */
  const isClosed = (wall: Page, language: PageLanguage): Promise<void> =>
    wall.getByRole('timer').filter({ hasText: WORDS[language].closed }).waitFor();
  const answeredBy = async (phone: Page, ...picks: string[]): Promise<void> => {
    await phone.locator('.ph-picks').first().waitFor();
    for (const pick of picks) await phone.locator('.ph-pick', { hasText: pick }).first().click();
    await commits(phone);
  };

  // The long form's: `phone.test.ts` and `teams.test.ts` go through the same questions with one phone each.
  eachInFull<PageLanguage>(['en', 'zh'])(
    'asks for the next test, a planted error and a vote on the spot, led by the keyboard from the control page (%s)',
    async (language) => {
      const words = ASKED[language];
      const teacher = await lecture.teacherAt(`/lecture?case=${await judgedCase()}`, { language });
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
      const code = await openPlanned(teacher);
      const wall = await lecture.wallOf(code, language);
      const ada = await lecture.phoneIn(code, language);
      const ben = await lecture.phoneIn(code, language, SMALL_PHONE);

      await leads(teacher);
      await wall.locator('.wall-text').waitFor();
      await leads(teacher);
      await looksRight(ada, `${language}-phone-test`);
      await answeredBy(ada, words.best);
      await answeredBy(ben, words.poor);
      await hasAnswered(wall, 2);
      await looksRight(wall, `${language}-wall-test-open`);
      await leads(teacher);
      await isClosed(wall, language);
      await leads(teacher);
      await wall.locator('.wall-choices').waitFor();
      expect(await wall.locator('[data-mark]').count()).toBe(0);
      await looksRight(wall, `${language}-wall-test-class`);
      await leads(teacher);
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
      await leads(teacher);
      await isClosed(wall, language);
      await leads(teacher);
      await wall.locator('.wall-choices li', { hasText: words.options[1] }).waitFor();
      await wall.locator('.wall-question', { hasText: words.ask }).waitFor();
      await looksRight(wall, `${language}-wall-vote-class`);
      expect(await wall.locator('[data-mark]').count()).toBe(0);

      await leads(teacher);
      await wall.locator('.wall-steps li:nth-child(2)[data-step=now]').waitFor();
      await leads(teacher);
      await looksRight(ada, `${language}-phone-error`);
      await answeredBy(ada, words.lines[1], words.kind);
      await answeredBy(ben, words.lines[0], words.kind);
      await hasAnswered(wall, 2);
      await looksRight(wall, `${language}-wall-error-open`);
      await leads(teacher);
      await isClosed(wall, language);
      await leads(teacher);
      await wall.locator('.wall-choices').waitFor();
      await leads(teacher);
      await wall.locator('.wall-choices [data-mark=planted]', { hasText: words.lines[1] }).waitFor();
      await looksRight(wall, `${language}-wall-error-key`);
      await ada.locator('.ph-mark[data-mark=planted]').waitFor();
      await looksRight(ada, `${language}-phone-error-key`);

      await leads(teacher);
      await ada.getByRole('heading', { name: words.diagnosis }).waitFor();
      await teacher.getByRole('button', { name: words.right, exact: true }).click();
      await teacher.locator('tr[data-number="1"]', { hasText: words.both }).waitFor();
      await looksRight(teacher, `${language}-people-scores`);
      await teacher.locator('tr[data-number="2"]').getByRole('button', { name: words.remove }).click();
      await teacher.getByRole('button', { name: WORDS[language].yes, exact: true }).click();
      await teacher.locator('tr[data-number="2"]').waitFor({ state: 'detached' });
      expect(lecture.faults).toEqual([]);
    },
  );
});
