import { readFile } from 'node:fs/promises';
import { type Browser, type Page } from 'playwright-core';
import { eventually, FULL, itInFull } from '@openrounds/testing';
import { borrowStack } from '../support/borrowed-stack';
import { closePages, launchBrowser } from '../support/browser';
import { answerOf, clientOf, type Schemas } from '../support/client';
import {
  type ConsolePage,
  faultsWhenZoomed,
  fitsItsScreen,
  openConsole,
  violationsOn,
  wordsIn,
} from '../support/console-page';
import { picture } from '../support/picture';
import { teachingCase } from '../support/sample-teaching-case';
import { type Stack } from '../support/stack';

jest.setTimeout(240_000);

/** The whole way in both languages; else in one. */

const STAGE = {
  en: 'A woman of 58 has had chest pain since this morning. No fever.',
  zh: '58岁女性，今晨起胸痛，无发热。',
} as const;
const TITLE = { en: 'Breathless on a Monday', zh: '周一的气促' } as const;
const TONGUE = { en: 'English', zh: '中文' } as const;
const EMBOLISM = { en: 'Pulmonary embolism', zh: '肺栓塞' } as const;
const ECG = { en: '12-lead electrocardiogram', zh: '十二导联心电图' } as const;
const CHEST_PAIN = { en: 'Chest pain', zh: '胸痛' } as const;

/** An installation with two authors, where a case needs a second reader. */
describe("the author's page", () => {
  let stack: Stack;
  let browser: Browser;
  let author: string;
  let colleague: string;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([borrowStack(), launchBrowser()]);
    await stack.restart('teaching', { EMBEDDED: 'false' });
    const admin = clientOf(stack.baseUrl, stack.apiKey);
    const keyOf = async (name: string): Promise<string> =>
      (await answerOf(admin.POST('/v1/api-keys', { params: {}, body: { name, role: 'author' } }))).key;
    author = await keyOf('author');
    colleague = await keyOf('colleague');
    // Of what has just started the first text is read late where other tests run beside it.
    await eventually('texts are read', async () => {
      const body = { narrative: STAGE.zh, language: 'zh' } as const;
      return (await admin.POST('/v1/intake/preview', { body })).response.ok;
    });
  });
  afterEach(() => closePages(browser));
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  const stored = (): Promise<Schemas['TeachingCase']> =>
    answerOf(
      clientOf(stack.baseUrl, author).POST('/v1/teaching-cases', {
        params: {},
        body: { body: teachingCase() },
      }),
    );

  const opened = async (id: string, options: { key?: string } = {}): Promise<ConsolePage> => {
    const at = await openConsole(browser, stack, `/author?case=${id}`, { key: author, ...options });
    await at.page.locator('main[data-case]').waitFor();
    return at;
  };

  const looksRight = async (page: Page, name: string): Promise<void> => {
    await picture(page, name);
    expect(await violationsOn(page)).toEqual([]);
    expect(await fitsItsScreen(page)).toBe(true);
  };

  const saves = async (page: Page, save: string): Promise<void> => {
    const answered = page.waitForResponse(
      (response) =>
        response.request().method() === 'POST' &&
        /teaching-cases(?:\/[^/]+\/versions)?$/.test(response.url()),
    );
    await page.getByRole('button', { name: save, exact: true }).click();
    expect((await answered).status()).toBe(201);
  };

  it.each(FULL ? (['en', 'zh'] as const) : (['zh'] as const))(
    'leads a case from the first word over a second reader into the library (%s)',
    async (language) => {
      const words = wordsIn(language);
      const { page, complaints } = await openConsole(browser, stack, '/author', { key: author, language });
      await page.getByRole('link', { name: words('library.write') }).click();
      const checks = page.getByTestId('checks');
      await checks.locator('[data-severity=missing]').first().waitFor();
      expect(await violationsOn(page)).toEqual([]);

      const field = (label: string) =>
        page.getByLabel(`${words(label)} (${TONGUE[language]})`, { exact: true });
      const open = (part: string) =>
        page
          .locator('.parts')
          .getByRole('button', { name: words(part) })
          .first()
          .click();
      const pick = async (label: string, name: string): Promise<void> => {
        await page.getByRole('combobox', { name: words(label), exact: true }).fill(name);
        await page.getByRole('option', { name, exact: true }).click();
      };
      await field('author.title').fill(TITLE[language]);
      await page.getByLabel(words('author.ageYears')).fill('58');
      await page.getByLabel(words('author.by')).fill('A school');
      await pick('author.problem', CHEST_PAIN[language]);

      await open('author.stage.history');
      await pick('author.addChoice', ECG[language]);
      const choice = page.locator('[data-choice=ecg]');
      await page.getByText(words('author.noBest')).waitFor();
      await choice.locator('select').selectOption('best');
      await page.getByText(words('author.noBest')).waitFor({ state: 'detached' });
      await choice.locator(`[lang=${language}].field`).fill(TITLE[language]);
      await field('author.stageText').fill(STAGE[language]);
      // What is read comes in above the pickers; what is being typed there stays.
      const typed = ECG[language].slice(0, 4);
      let goOn: () => void = () => undefined;
      const bothTyped = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      const intake = /\/v1\/intake/;
      await page.route(intake, async (route) => {
        await bothTyped;
        await route.continue();
      });
      await page.getByRole('button', { name: words('author.readText') }).click();
      const pickers = ['findings.add', 'author.addChoice'].map((label) =>
        page.getByRole('combobox', { name: words(label), exact: true }),
      );
      // While a list is open the other picker is not there for those who cannot see.
      for (const picker of pickers) {
        await page.keyboard.press('Tab');
        await picker.fill(typed);
      }
      goOn();
      await page.getByTestId('facts').locator('[data-fact=chest-pain]').waitFor();
      await page.unroute(intake);
      for (const picker of pickers.reverse()) {
        expect(await picker.inputValue()).toBe(typed);
        await picker.fill('');
        await page.keyboard.press('Tab');
      }
      await looksRight(page, `${language}-author-stage`);
      expect(await faultsWhenZoomed(page)).toEqual([]);
      await open('author.stage.examination');
      await page.getByRole('button', { name: words('author.removeStage') }).click();

      await open('author.part.key');
      await pick('author.diagnosis', EMBOLISM[language]);
      await pick('author.essential', CHEST_PAIN[language]);
      await page.locator('.picks li', { hasText: CHEST_PAIN[language] }).waitFor();
      await looksRight(page, `${language}-author-key`);
      await open('author.part.debrief');
      await page.locator('.bilingual').getByLabel(TONGUE[language]).first().fill(TITLE[language]);
      await checks.locator('[data-severity=missing]').first().waitFor({ state: 'detached' });
      expect(await checks.locator('[data-severity=error]').count()).toBe(0);
      expect(await checks.locator('[data-severity=warning]').count()).toBeGreaterThan(0);
      await saves(page, words('author.save'));

      await page.getByTestId('forecast').locator('svg.lines').waitFor();
      const id = await page.locator('main[data-case]').getAttribute('data-case');
      const saved = await answerOf(
        clientOf(stack.baseUrl, author).GET('/v1/teaching-cases/{id}', {
          params: { path: { id: id ?? '' } },
        }),
      );
      expect(saved.body).toMatchObject({
        choices: [[{ testId: 'ecg', verdict: 'best', why: { [language]: TITLE[language] } }]],
        essential: ['chest-pain'],
      });
      await page.getByRole('button', { name: words('author.submit') }).click();
      await page.getByTestId('case-state').getByText(words('author.state.in-review')).waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await page.getByRole('button', { name: words('author.publish') }).click();
      await page.getByText(words('caseError.needs-review')).waitFor();

      const reader = await openConsole(browser, stack, `/author?case=${id ?? ''}`, {
        key: colleague,
        language,
      });
      const next = reader.page.getByTestId('preview').locator('> .btn');
      await next.click();
      await reader.page.getByTestId('key').getByText(EMBOLISM[language]).first().waitFor();
      await reader.page.getByTestId('key').getByText(ECG[language]).waitFor();
      await reader.page.getByLabel(words('author.reviewComment')).fill('OK');
      expect(await violationsOn(reader.page)).toEqual([]);
      await reader.page.getByRole('button', { name: words('author.agree') }).click();
      await reader.page
        .getByTestId('reviews')
        .locator('b', { hasText: words('author.said.agree') })
        .waitFor();

      await page.reload();
      await page
        .getByTestId('reviews')
        .locator('b', { hasText: words('author.said.agree') })
        .waitFor();
      await page.getByRole('button', { name: words('author.publish') }).click();
      await page.getByTestId('case-state').getByText(words('author.state.published')).waitFor();
      await page.getByRole('link', { name: words('nav.library') }).click();
      const card = page.locator(`[data-case="${id ?? ''}"]`);
      await card.waitFor();
      expect(await card.innerText()).toContain(words('library.mark.reviewed'));
      expect([...complaints, ...reader.complaints]).toEqual([]);
    },
  );

  itInFull(
    'loses nothing that was written: not by a reload, not by somebody else who saves first',
    async () => {
      const { id, body } = await stored();
      const { page, complaints } = await opened(id);
      const title = page.getByLabel('Title (English)', { exact: true });
      await title.fill('Written and not saved');
      await page.reload();
      await page.getByTestId('recovered').waitFor();
      expect(await title.inputValue()).toBe('Written and not saved');

      const other = clientOf(stack.baseUrl, author);
      await answerOf(
        other.POST('/v1/teaching-cases/{id}/versions', {
          params: { path: { id }, header: { 'If-Match': '"1"' } },
          body: { body: { ...body, title: { en: 'Saved by somebody else' } } },
        }),
      );
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByTestId('conflict').waitFor();
      expect(await violationsOn(page)).toEqual([]);
      expect(await title.inputValue()).toBe('Written and not saved');
      await page.getByRole('button', { name: 'Save mine as the next version' }).click();
      await page.getByTestId('conflict').waitFor({ state: 'detached' });
      await page.getByTestId('case-state').getByText('draft, version 3').waitFor();
      expect(await page.getByTestId('versions').locator('li').count()).toBe(3);

      await page.getByTestId('versions').getByRole('button', { name: 'Version 2' }).click();
      await page.getByRole('button', { name: 'Go on from this version' }).click();
      expect(await title.inputValue()).toBe('Saved by somebody else');
      await page.reload();
      await page.getByTestId('recovered').getByRole('button', { name: 'Give them up' }).click();
      expect(await title.inputValue()).toBe('Written and not saved');
      expect(complaints).toEqual([]);
    },
  );

  itInFull('names what is wrong beside its field, and leads there from the list', async () => {
    const { id } = await stored();
    const { page } = await opened(id);
    const teaser = page.getByLabel('Teaser (optional) (English)', { exact: true });
    await teaser.fill('A pulmonary embolism after an operation.');
    const said = page.getByText('stands here before the last stage is revealed');
    await said.first().waitFor();
    expect(await teaser.getAttribute('aria-describedby')).toBe('at-teaser-en-said');
    expect(await page.locator('#at-teaser-en-said').innerText()).toContain('Pulmonary embolism');
    await page.locator('.parts').getByRole('button', { name: 'The key' }).click();
    const entry = page.getByTestId('checks').locator('li', { hasText: 'before the last stage' });
    await entry.getByRole('button').click();
    await page.locator('#at-teaser-en:focus').waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  itInFull('reads a built-in case, copies it, and takes a file out and in again', async () => {
    const { page, complaints } = await openConsole(browser, stack, '/library', { key: author });
    const builtIn = page.getByTestId('cards').locator('[data-case]', { hasText: 'built in' });
    await builtIn.first().getByRole('link').first().click();
    await page.getByTestId('preview').waitFor();
    expect(await page.getByTestId('key').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Copy as a draft of mine' }).click();
    await page.getByTestId('versions').waitFor();

    const downloaded = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export as YAML' }).click();
    const download = await downloaded;
    expect(download.suggestedFilename()).toMatch(/\.yaml$/);
    const file = await readFile(await download.path());
    await page.getByRole('link', { name: 'Author' }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: download.suggestedFilename(),
      mimeType: 'application/yaml',
      buffer: file,
    });
    await page.getByTestId('imported').getByRole('link').waitFor();
    await page.locator('input[type=file]').setInputFiles({
      name: 'no-case.json',
      mimeType: 'application/json',
      buffer: Buffer.from('[{}]'),
    });
    await page.getByTestId('imported').locator('.fault').waitFor();
    expect(await violationsOn(page)).toEqual([]);

    await page.getByTestId('own-cases').getByRole('link').first().click();
    await page.getByRole('button', { name: 'Rank it in the case room' }).click();
    expect(await page.locator('textarea').first().inputValue()).not.toBe('');
    expect(complaints).toEqual([]);
  });
});
