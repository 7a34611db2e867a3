import { type Browser } from 'playwright-core';
import { borrowStack } from '../support/borrowed-stack';
import { closePages, launchBrowser } from '../support/browser';
import { clientOf, rank } from '../support/client';
import { fitsItsScreen, openConsole, violationsOn, wordsIn } from '../support/console-page';
import { picture } from '../support/picture';
import { CHINESE, ENGLISH } from '../support/sample-cases';
import { type Stack } from '../support/stack';

jest.setTimeout(300_000);
/** A machine that is busy with other tests. */
const PATIENCE_MS = 90_000;

/** In both languages; else in one. */
const FULL = process.env['OPENROUNDS_FULL'] === '1';
const DEMONSTRATION = { LLM_ADAPTER: 'scripted' };
const CASES = { en: ENGLISH, zh: CHINESE } as const;
const QUESTIONS = {
  en: 'Why does pulmonary embolism lead this list?',
  zh: '为什么肺栓塞排在首位？',
} as const;
const OTHER = { en: 'Any zebras?', zh: '多少毫克？' } as const;
const LABEL = { en: 'AI-generated', zh: 'AI生成' } as const;

describe('a demonstration of the language model in the console', () => {
  let stack: Stack;
  let browser: Browser;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([borrowStack(), launchBrowser()]);
    await Promise.all([stack.restart('gateway', DEMONSTRATION), stack.restart('ddx-ranking', DEMONSTRATION)]);
  });
  afterEach(() => closePages(browser));
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it.each(FULL ? (['en', 'zh'] as const) : (['en'] as const))(
    'reads, tells and answers beside the engine, labelled (%s)',
    async (language) => {
      const words = wordsIn(language);
      const client = clientOf(stack.baseUrl, stack.apiKey);
      const run = await rank(client, { case: CASES[language] });
      const { page, complaints } = await openConsole(browser, stack, `/?run=${run.id}`, { language });
      page.setDefaultTimeout(PATIENCE_MS);
      const panel = page.getByTestId('second-opinion');
      await panel.getByTestId('side-by-side').waitFor();
      await page.getByRole('heading', { name: words('reading.heading') }).waitFor();

      await panel.getByRole('button', { name: words('narrations.ask.clinician') }).click();
      const told = panel.getByTestId('narration');
      await told.waitFor();
      expect(await told.innerText()).toContain(LABEL[language]);

      const tutor = panel.getByTestId('tutor');
      const ask = async (question: string, status: string): Promise<string> => {
        await tutor.getByRole('textbox').fill(question);
        await tutor.getByRole('button', { name: words('tutor.ask') }).click();
        const answered = tutor.locator(`[data-testid=tutor-question][data-status=${status}]`);
        await answered.waitFor();
        return answered.innerText();
      };
      await tutor.getByRole('checkbox', { name: words('tutor.socratic') }).check();
      const answer = await ask(QUESTIONS[language], 'answered');
      expect(answer).toContain(LABEL[language]);
      expect(answer).toContain(words('tutor.asksBack'));
      await tutor.locator('details').first().click();
      expect(await tutor.locator('details a').count()).toBeGreaterThan(0);
      await ask(OTHER[language], 'unanswered');
      await picture(page, `${language}-language-model`);
      expect(await violationsOn(page)).toEqual([]);
      expect(await fitsItsScreen(page)).toBe(true);
      expect(complaints).toEqual([]);
    },
  );

  it('may be merged where an administrator says so, and says what leaves the machine', async () => {
    const words = wordsIn('en');
    const { page, complaints } = await openConsole(browser, stack, '/settings');
    page.setDefaultTimeout(PATIENCE_MS);
    await page.getByText(words('settings.leavesTexts')).waitFor();
    const merge = page.getByRole('radio', { name: words('settings.merge') });
    const saved = page.waitForResponse(
      (response) => response.request().method() === 'PATCH' && response.ok(),
    );
    await merge.click();
    await saved;
    await page.locator('input[value=merge]:checked').waitFor();
    await page.reload();
    await page.locator('input[value=merge]:checked').waitFor();
    await picture(page, 'en-language-model-settings');
    expect(await violationsOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
