import { type Browser, type Page } from 'playwright-core';
import { describeInFull } from '@openrounds/testing';
import { closePages, launchBrowser } from '../support/browser';
import { answerOf, clientOf } from '../support/client';
import { fitsItsScreen, openConsole, violationsOn, wordsIn } from '../support/console-page';
import { picture } from '../support/picture';
import { teachingCase } from '../support/sample-teaching-case';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(180_000);

/** The steps of an assignment are tried through the API in each run; here are its pages. */
const NARROW = 320;

describeInFull('the pages of an assignment', () => {
  let stack: RunningStack;
  let browser: Browser;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([sharedStack(), launchBrowser()]);
    const client = clientOf(stack.baseUrl, stack.apiKey);
    const { id } = await answerOf(
      client.POST('/v1/teaching-cases', { params: {}, body: { body: teachingCase() } }),
    );
    await answerOf(
      client.POST('/v1/teaching-cases/{id}:publish', { params: { path: { id } }, body: { version: 1 } }),
    );
  });
  afterEach(() => closePages(browser));
  afterAll(() => browser.close());

  it.each(['en', 'zh'] as const)(
    'make, take and release one, by keyboard and on a narrow screen (%s)',
    async (language) => {
      const plain = wordsIn(language);
      const words = (key: string, given: object = {}): string =>
        Object.entries(given).reduce(
          (text, [name, value]) => text.replace(`{${name}}`, String(value)),
          plain(key),
        );
      const client = clientOf(stack.baseUrl, stack.apiKey);
      const ofClass = await answerOf(
        client.POST('/v1/classes', { params: {}, body: { name: `Year 4 ${language}`, language } }),
      );
      const { key } = await answerOf(
        client.POST('/v1/api-keys', { params: {}, body: { name: 'student', role: 'student' } }),
      );
      const sound = async (page: Page, name: string): Promise<void> => {
        expect(await violationsOn(page)).toEqual([]);
        expect(await fitsItsScreen(page)).toBe(true);
        await picture(page, `assignments-${name}-${language}`);
      };

      const teacher = await openConsole(browser, stack, '/library?q=', { language, width: NARROW });
      const card = teacher.page
        .locator('[data-case]')
        .filter({ hasText: language === 'en' ? 'Breathless after a new knee' : '膝关节置换术后气促' });
      await card.getByRole('link', { name: words('assignments.make') }).click();
      await teacher.page.getByLabel(words('assignments.new.class')).selectOption(ofClass.id);
      expect(await teacher.page.locator('#tutor').count()).toBe(0);
      await sound(teacher.page, 'new');
      await teacher.page.getByRole('button', { name: words('assignments.new.go') }).press('Enter');
      await teacher.page.getByText(words('assignments.nobody')).waitFor();
      await sound(teacher.page, 'made');

      const student = await openConsole(browser, stack, '/assignments', { key, language, width: NARROW });
      const { page } = student;
      await page.getByLabel(words('assignments.join.code')).fill(ofClass.joinCode ?? '');
      await page.keyboard.press('Enter');
      const listed = page.getByTestId('assignments').getByRole('link');
      await listed.first().waitFor();
      await sound(page, 'list');
      await listed.first().press('Enter');
      await page.getByRole('button', { name: words('assignments.begin') }).press('Enter');
      const commit = async (points: number): Promise<void> => {
        for (const [at, name] of ['pulmonary embolism', 'pneumonia', 'my own idea'].entries()) {
          await page.getByLabel(words('assignments.diagnosisNo', { no: at + 1 }), { exact: true }).fill(name);
          const field = page.getByLabel(words('assignments.pointsNo', { no: at + 1 }), { exact: true });
          await field.fill(String(at === 0 ? points : 5));
        }
        await sound(page, `form-${String(points)}`);
        const rest = words('assignments.step.rest-to-other', { points: 90 - points });
        await page.getByRole('button', { name: rest }).press('Enter');
      };
      await page.getByLabel(words('assignments.diagnosisNo', { no: 1 }), { exact: true }).waitFor();
      await commit(30);
      await page.getByRole('button', { name: words('assignments.next') }).press('Enter');
      await page.locator('[data-stage="2"]').waitFor();
      await commit(60);
      await page.getByText(words('assignments.refused.not-released')).waitFor();
      await sound(page, 'waiting');

      await teacher.page
        .getByRole('button', { name: words('assignments.release'), exact: true })
        .press('Enter');
      await sound(teacher.page, 'releasing');
      await teacher.page.getByRole('button', { name: words('assignments.releaseYes') }).press('Enter');
      await teacher.page.getByTestId('results').waitFor();
      await sound(teacher.page, 'results');
      await page.reload();
      await page.getByTestId('score').waitFor();
      expect(await page.getByTestId('score').innerText()).toContain('60');
      await page.getByTestId('engine-list').first().waitFor();
      await sound(page, 'score');
      expect([...teacher.complaints, ...student.complaints]).toEqual([]);
    },
  );
});
