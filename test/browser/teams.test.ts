import { type Browser, type Page } from 'playwright-core';
import { describeInFull } from '@openrounds/testing';
import { closePages, launchBrowser } from '../support/browser';
import { answerOf, clientOf } from '../support/client';
import {
  commits,
  fillIn,
  givePoints,
  hasAnswered,
  Lecture,
  next,
  openPlanned,
  SMALL_PHONE,
} from '../support/lecture';
import { Phone } from '../support/phone';
import { teachingCase } from '../support/sample-teaching-case';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(180_000);

const LIST = ['Pulmonary embolism', 'Pneumonia', 'Acute pericarditis'];
const LIST_ZH = ['肺栓塞', '肺炎', '急性心包炎'];
const SAID = 'Had we looked at the calf at once, we would have known.';

/** Played in English by two phones and the teacher; a third phone and a second page of the teacher speak Chinese. */
describeInFull('teams in a lecture', () => {
  let stack: RunningStack;
  let browser: Browser;
  let lecture: Lecture;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([sharedStack(), launchBrowser()]);
    lecture = new Lecture(browser, stack);
  });
  afterEach(() => closePages(browser));
  afterAll(() => browser.close());

  const looksRight = (page: Page, name: string): Promise<void> => lecture.looksRight(page, name);
  const published = async (): Promise<string> => {
    const teacher = clientOf(stack.baseUrl, stack.apiKey);
    const { id } = await answerOf(
      teacher.POST('/v1/teaching-cases', { params: {}, body: { body: teachingCase() } }),
    );
    await answerOf(
      teacher.POST('/v1/teaching-cases/{id}:publish', { params: { path: { id } }, body: { version: 1 } }),
    );
    return id;
  };
  const sendsAlone = async (phone: Phone): Promise<void> => {
    const entries = [
      { diseaseId: 'pulmonary-embolism', points: 60 },
      { diseaseId: 'community-acquired-pneumonia', points: 10 },
      { diseaseId: 'acute-pericarditis', points: 10 },
    ];
    const { round } = await phone.state();
    const answer = { kind: 'differential' as const, entries, other: 20 };
    const committedAt = new Date().toISOString();
    const sent = { roundId: round?.id ?? '', attempt: 1, revision: 1, committedAt, answer };
    expect(await phone.send(sent)).toBe('kept');
  };

  it('answer alone, then by a pen that is handed on; what it gained is shown, and what they say', async () => {
    const teacher = await lecture.teacherAt(`/lecture?case=${await published()}`);
    await teacher.locator('.ct-stage').nth(1).locator('.ct-questions .ct-q-head .x').last().click();
    await teacher.getByLabel('Teams of').fill('2');
    await teacher.getByRole('button', { name: 'Open the room with 2 questions' }).waitFor();
    await looksRight(teacher, 'en-teams-plan');
    const code = await openPlanned(teacher);
    const wall = await lecture.wallOf(code, 'en');
    const ada = await lecture.phoneIn(code, 'en');
    const ben = await lecture.phoneIn(code, 'zh', SMALL_PHONE);
    const cai = await lecture.phoneIn(code, 'en', SMALL_PHONE);
    const deb = await Phone.join(stack.baseUrl, code);
    await looksRight(ada, 'en-teams-phone-lobby');

    await next(wall);
    await wall.locator('.wall-text').waitFor();
    await next(wall);
    await fillIn(ada, LIST, ['20', '20', '10', '50']);
    await commits(ada);
    await fillIn(ben, LIST_ZH, ['30', '20', '10', '40']);
    await commits(ben);
    await fillIn(cai, LIST, ['60', '20', '10', '10']);
    await commits(cai);
    await sendsAlone(deb);
    await hasAnswered(wall, 4);
    await next(wall);
    await wall.getByRole('timer').filter({ hasText: 'Closed' }).waitFor();

    await next(wall);
    await ada.locator('.ph-pen').waitFor();
    await ben.getByText('由 1 号替全组作答').waitFor();
    await looksRight(ben, 'zh-teams-phone-wait');
    expect(await ben.locator('.ph-list').innerText()).toContain('30');
    await givePoints(ada, ['50', '20', '10', '20']);
    await looksRight(ada, 'en-teams-phone-pen');
    await commits(ada);
    await ben.locator('.ph-list', { hasText: '50' }).waitFor();
    await ada.getByRole('button', { name: 'Hand the pen to number 2' }).click();
    await ada.getByText('Number 2 writes for your team').waitFor();
    await looksRight(ada, 'en-teams-phone-wait');
    await ben.locator('.ph-pen').waitFor();
    await looksRight(ben, 'zh-teams-phone-pen');
    await ben.getByRole('button', { name: '更改我的作答' }).click();
    await givePoints(ben, ['65', '20', '10', '5']);
    await commits(ben);
    await givePoints(cai, ['40', '20', '20', '20']);
    await commits(cai);
    await hasAnswered(wall, 2);
    await looksRight(wall, 'en-teams-wall-open');
    await looksRight(teacher, 'en-teams-control-open');
    await next(wall);
    await wall.getByRole('timer').filter({ hasText: 'Closed' }).waitFor();

    await next(wall);
    await wall.locator('.wall-table').waitFor();
    await looksRight(wall, 'en-teams-wall-class');
    await looksRight(ada, 'en-teams-phone-class');
    await next(wall);
    await wall.locator('.wall-table[data-voices="2"]').waitFor();
    await next(wall);
    await wall.locator('.wall-steps li:nth-child(2)[data-step=now]').waitFor();
    await next(wall);
    await ada.getByText('Your team did better than its members alone').waitFor();
    await cai.getByText('Your team did no better than its members alone').waitFor();
    await wall.getByText('1 of 2 teams did better than the mean').waitFor();
    await looksRight(wall, 'en-teams-wall-gain');
    await looksRight(ada, 'en-teams-phone-gain');
    await looksRight(ben, 'zh-teams-phone-gain');

    const teams = teacher.getByRole('group', { name: 'Teams' }).locator('tbody tr');
    await teams.nth(1).waitFor();
    expect(await teams.allInnerTexts()).toEqual([
      expect.stringMatching(/^1\s+1, 2\s+0\.\d\d\s+0\.\d\d$/),
      expect.stringMatching(/^2\s+3, 4\s+0\.\d\d\s+−0\.\d\d$/),
    ]);

    await ada.locator('#say').fill(SAID);
    await ada.getByRole('button', { name: 'Send' }).click();
    await ben.getByText(SAID).waitFor();
    await looksRight(ada, 'en-comments-phone');
    await looksRight(ben, 'zh-comments-phone');
    await wall.keyboard.press('d');
    await wall.locator('.wall-comments').getByText(SAID).waitFor();
    await looksRight(wall, 'en-comments-wall');
    await teacher.getByText(SAID).waitFor();
    await looksRight(teacher, 'en-comments-control');
    await teacher.getByRole('button', { name: `Hide: ${SAID}` }).click();
    for (const page of [ada, ben, wall]) await page.getByText(SAID).waitFor({ state: 'detached' });
    await teacher.getByRole('button', { name: `Show again: ${SAID}` }).waitFor();
    await looksRight(teacher, 'en-comments-hidden');
    expect(lecture.faults).toEqual([]);
  });
});
