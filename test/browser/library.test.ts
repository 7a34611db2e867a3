import { createHash, randomUUID } from 'node:crypto';
import { type Browser } from 'playwright-core';
import { eachInFull, FULL, itInFull } from '@openrounds/testing';
import { PATHS } from '../../services/console/src/app/location';
import { closePages, launchBrowser } from '../support/browser';
import { answerOf, clientOf } from '../support/client';
import { faultsWhenZoomed, fitsItsScreen, openConsole, violationsOn, wordsIn } from '../support/console-page';
import { picture } from '../support/picture';
import { teachingCase } from '../support/sample-teaching-case';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(180_000);

/** In both languages; else in one, the other being looked at on the pages around it. */

const BUILT_IN = 84;

describe('the library page', () => {
  let stack: RunningStack;
  let browser: Browser;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([sharedStack(), launchBrowser()]);
    const client = clientOf(stack.baseUrl, stack.apiKey);
    const body = teachingCase('Breathless after a new knee', { difficulty: 'hard' });
    const { id } = await answerOf(client.POST('/v1/teaching-cases', { params: {}, body: { body } }));
    await answerOf(
      client.POST('/v1/teaching-cases/{id}:publish', { params: { path: { id } }, body: { version: 1 } }),
    );
  });
  afterEach(() => closePages(browser));
  afterAll(() => browser.close());

  it.each(FULL ? (['en', 'zh'] as const) : (['en'] as const))(
    'finds a case by words and by ticks, and keeps them in the address (%s)',
    async (language) => {
      const words = wordsIn(language);
      const { page, complaints } = await openConsole(browser, stack, '/library', { language });
      const cards = page.getByTestId('cards').locator('[data-case]');
      await cards.first().waitFor();
      expect(await cards.count()).toBe(BUILT_IN + 1);
      expect(await violationsOn(page)).toEqual([]);

      await page.getByRole('checkbox', { name: words('library.difficulty.hard') }).check();
      await page.getByRole('checkbox', { name: words('library.origin.mine') }).check();
      expect(await cards.count()).toBe(1);
      expect(await cards.innerText()).toContain(
        language === 'en' ? 'Breathless after a new knee' : '膝关节置换术后气促',
      );
      await page.reload();
      await cards.first().waitFor();
      expect(await cards.count()).toBe(1);

      await page.getByRole('searchbox').fill('zeppelin');
      await page.getByText(words('library.noMatch')).waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await page.getByRole('button', { name: words('library.clear') }).click();
      expect(await cards.count()).toBe(BUILT_IN + 1);
      expect(complaints).toEqual([]);
    },
  );

  itInFull('tells what the ranking rests on, in both languages', async () => {
    const { page, complaints } = await openConsole(browser, stack, '/library');
    await page.getByRole('link', { name: 'Case room' }).click();
    await page.getByRole('link', { name: 'What this rests on' }).click();
    const rows = page.getByTestId('sources').locator('[data-state]');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(31);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: '中文' }).or(page.getByText('中文')).first().click();
    await page.getByRole('heading', { name: '依据与局限' }).waitFor();
    await page.getByText('未做：').first().waitFor();
    expect(await page.getByText('未做：').count()).toBe(
      await page.locator('[data-state="not-done"]').count(),
    );
    expect(complaints).toEqual([]);
  });

  it('signs out on every page, and forgets what this person had not saved', async () => {
    const words = wordsIn('en');
    const admin = clientOf(stack.baseUrl, stack.apiKey);
    const { key } = await answerOf(
      admin.POST('/v1/api-keys', { params: {}, body: { name: 'leaves', role: 'teacher' } }),
    );
    const { page, complaints } = await openConsole(browser, stack, '/lecture', { key });
    const button = page.getByRole('button', { name: words('signOut.submit') });
    await button.waitFor();
    await page.goto(`${stack.baseUrl}/library`);
    const subject = await page.evaluate<string>(
      `fetch('/v1/session').then((told) => told.json()).then((told) => told.subject)`,
    );
    const drafts = [`openrounds.case.${subject}.new`, 'openrounds.case.somebody else.new'];
    await page.evaluate(`${JSON.stringify(drafts)}.forEach((name) => localStorage.setItem(name, '{}'))`);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.accept();
    });
    await button.click();
    await page.getByRole('heading', { name: words('signIn.heading') }).waitFor();
    expect(asked).toEqual([words('signOut.drafts')]);
    expect(await button.count()).toBe(0);
    expect(
      await page.evaluate(`Object.keys(localStorage).filter((name) => name.includes('.case.'))`),
    ).toEqual(drafts.slice(1));
    expect(await page.evaluate(`fetch('/v1/session').then(({ status }) => status)`)).toBe(401);
    expect(complaints).toEqual([]);
  });

  it('tells a student no key: titles lead nowhere, and no answer of the server holds one', async () => {
    const admin = clientOf(stack.baseUrl, stack.apiKey);
    const { key } = await answerOf(
      admin.POST('/v1/api-keys', { params: {}, body: { name: 'student', role: 'student' } }),
    );
    const { page, complaints } = await openConsole(browser, stack, 'about:blank', { key });
    const answers: Promise<string>[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/v1/')) answers.push(response.text());
    });
    await page.goto(`${stack.baseUrl}/library`);
    await page.getByTestId('cards').locator('[data-case]').first().waitFor();
    expect(await page.getByTestId('cards').getByRole('link').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Write a case' }).count()).toBe(0);
    expect((await Promise.all(answers)).join()).not.toMatch(/"key"|"diagnosis"/);
    await page.getByRole('link', { name: 'Author' }).click();
    await page.getByText('Cases are written by teachers.').waitFor();
    expect(complaints).toEqual([]);
  });

  it.each(FULL ? (['en', 'zh'] as const) : (['en'] as const))(
    'shows on a phone what a passage is superseded by, what stands against it and what finds its document (%s)',
    async (language) => {
      const words = wordsIn(language);
      const { page, complaints } = await openConsole(browser, stack, '/passages/cds-2020-diagnosis', {
        language,
        width: 390,
        height: 844,
      });
      await page.getByRole('heading', { name: words('passages.conflicts') }).waitFor();
      const text = await page.getByRole('main').innerText();
      expect(text).toContain(language === 'en' ? 'diabetes (2024 edition)' : '中国糖尿病防治指南（2024版）');
      expect(text).toContain(words('passages.noLink'));
      // Found by its own name, also by who reads in another language.
      expect(text).toContain('中国2型糖尿病防治指南（2020年版）');
      expect(text).toContain(language === 'en' ? 'China' : '中国');
      expect(text).toContain(language === 'en' ? '2020 edition, published in 2021' : '2020年版，2021年发表');
      await picture(page, `passage-${language}-phone`);
      expect(await fitsItsScreen(page)).toBe(true);
      expect(await violationsOn(page)).toEqual([]);

      await page.goto(`${stack.baseUrl}/passages/no-such-passage`);
      await page.getByText(words('passages.unknown')).waitFor();
      expect(complaints).toEqual([]);
    },
  );

  eachInFull(['en', 'zh'] as const)(
    'finds guideline passages by words, and leads from one to its page and its neighbours (%s)',
    async (language) => {
      const words = wordsIn(language);
      const { page, complaints } = await openConsole(browser, stack, '/passages', { language });
      const question = language === 'en' ? 'How is pulmonary embolism diagnosed?' : '肺栓塞怎么诊断？';
      await page.getByRole('searchbox').fill(question);
      await page.getByRole('searchbox').press('Enter');
      await page.locator('[data-passage]').first().waitFor();
      expect(new URL(page.url()).searchParams.get('q')).toBe(question);
      expect(await violationsOn(page)).toEqual([]);

      const found = page.locator('[data-passage="esc-2019-pe-clinical-probability"]');
      await found.getByRole('link', { name: words('passages.toPage') }).click();
      await page.getByRole('heading', { name: words('passages.neighbours') }).waitFor();
      const text = await page.getByRole('main').innerText();
      expect(text).toContain(language === 'en' ? 'written from memory' : '凭记忆撰写');
      expect(text).toContain('CC-BY-4.0');
      expect(await violationsOn(page)).toEqual([]);
      await page.reload();
      await page.getByRole('link', { name: language === 'en' ? /^Initial treatment/ : /^初始治疗/ }).click();
      await page.waitForURL('**/passages/esc-2019-pe-anticoagulation-while-waiting');

      // Where a statement leans on it: its characters are marked, in the language that they were counted in.
      await page.goto(`${page.url()}?from=0&to=5&in=${language}`);
      const marked = await page.locator('blockquote mark').innerText();
      expect(marked).toBe(language === 'en' ? 'Where' : '临床可能性');
      expect(await violationsOn(page)).toEqual([]);

      await page.goto(`${stack.baseUrl}/passages?q=zeppelin`);
      await page
        .getByRole('status')
        .filter({ hasText: language === 'en' ? 'not evidence' : '并不是' })
        .waitFor();
      expect(complaints).toEqual([]);
    },
  );

  eachInFull(['en', 'zh'] as const)(
    'narrows the search by what stands in the address, and says which filter keeps everything away (%s)',
    async (language) => {
      const words = wordsIn(language);
      const q = language === 'en' ? 'How is pulmonary embolism diagnosed?' : '肺栓塞怎么诊断？';
      const narrow = new URLSearchParams({ q, inRegion: 'EU', since: '2099' });
      const { page, complaints } = await openConsole(browser, stack, `/passages?${narrow.toString()}`, {
        language,
      });
      const wider = page.locator('main ul.plain a');
      await wider.first().waitFor();
      expect(await wider.count()).toBe(2);
      expect(await faultsWhenZoomed(page)).toEqual([]);
      await wider.first().click();
      await page.locator('[data-passage="esc-2019-pe-clinical-probability"]').waitFor();
      expect(new URL(page.url()).searchParams.get('inRegion')).toBe('EU');
      const region = page.getByLabel(words('passages.filter.inRegion'));
      await region.fill('Europe');
      await region.press('Enter');
      await page.locator('.said').getByText(words('passages.fault.region')).waitFor();
      expect(await region.getAttribute('aria-invalid')).toBe('true');
      expect(complaints).toEqual([]);
    },
  );

  eachInFull(['en', 'zh'] as const)(
    'takes guidelines of an institution, says what is wrong with a file or a field, and withdraws them (%s)',
    async (language) => {
      const words = wordsIn(language);
      const { page, complaints } = await openConsole(browser, stack, '/passages', { language });
      await page.getByRole('link', { name: words('guidelines.heading') }).click();
      const documents = page.getByTestId('documents').locator('[data-document]');
      const field = (name: string) => page.getByLabel(words(`guidelines.field.${name}`), { exact: true });
      const send = page.getByRole('button', { name: words('guidelines.importNow'), exact: true });
      const isFocused = (selector: string): Promise<boolean> =>
        page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)})`);

      await field('source').fill('Ward 3');
      await page.locator('input[type=file]').setInputFiles([
        { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
        {
          name: `asthma-${language}.md`,
          mimeType: '',
          buffer: Buffer.from(`# Asthma ${language}\n\nOxygen.`),
        },
      ]);
      await send.click();
      await page.locator('.said').getByText(words('passages.fault.missing')).waitFor();
      expect(await isFocused('#at-licence[aria-invalid=true]')).toBe(true);
      expect(await violationsOn(page)).toEqual([]);
      await field('licence').fill('internal use');
      await field('year').fill('2026');
      // What the server says of a field that all files share stands there, and no file after it is sent.
      await field('region').fill('Europe');
      await send.click();
      await page.locator('.said').getByText(words('passages.fault.region')).waitFor();
      expect(await isFocused('#at-region[aria-invalid=true]')).toBe(true);
      expect(await page.locator('.chosen > [data-state=waiting]').count()).toBe(1);
      await field('region').fill('gb');
      await send.click();
      await page.locator('.chosen > [data-state=taken]').waitFor();
      await page
        .locator('.chosen > [data-state=refused]')
        .getByText(words('passages.fault.damaged'))
        .waitFor();
      expect(await field('source').inputValue()).toBe('Ward 3');
      await picture(page, `${language}-guidelines`);
      expect(await faultsWhenZoomed(page)).toEqual([]);

      const withdraw = documents.first().getByRole('button', { name: words('guidelines.withdraw') });
      await withdraw.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('alertdialog').waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('alertdialog').waitFor({ state: 'detached' });
      await page.locator('[data-document] button:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: words('guidelines.withdrawYes') }).click();
      await documents.first().getByText(words('guidelines.status.withdrawn'), { exact: true }).waitFor();
      await page.locator('[role=status]:focus').waitFor();
      expect(await withdraw.count()).toBe(0);
      expect(complaints).toEqual([]);
    },
  );

  eachInFull(['en', 'zh'] as const)(
    'says how far a guideline document is while it comes in (%s)',
    async (language) => {
      const words = wordsIn(language);
      const { page, complaints } = await openConsole(browser, stack, PATHS.guidelines, { language });
      const buffer = Buffer.from(`# House manual ${language}\n\nOxygen.`);
      const sha256 = createHash('sha256').update(buffer).digest('hex');
      const begun = { id: randomUUID(), title: 'House manual', begunAt: new Date().toISOString() };
      const items = [{ ...begun, sha256, passages: 4000, arrived: 1480 }];
      // A document of one passage is there before anybody could look: it waits, and what is told of a long one is shown.
      let letIn = (): void => undefined;
      const seen = new Promise<void>((resolve) => (letIn = resolve));
      await page.route('**/v1/guidelines/imports', (route) => route.fulfill({ json: { items } }));
      await page.route('**/v1/guidelines/documents**', async (route) => {
        if (route.request().method() === 'POST') await seen;
        await route.continue();
      });
      await page
        .locator('input[type=file]')
        .setInputFiles([{ name: 'manual.md', mimeType: 'text/markdown', buffer }]);
      for (const [name, value] of [
        ['licence', 'internal use'],
        ['source', 'Ward 3'],
        ['year', '2026'],
      ] as const)
        await page.getByLabel(words(`guidelines.field.${name}`), { exact: true }).fill(value);
      await page.getByRole('button', { name: words('guidelines.importNow'), exact: true }).click();
      const told = language === 'en' ? '1,480 of 4,000 passages kept' : '共4,000段，已保存1,480段';
      await page.locator('.chosen > [data-state=arriving]').getByText(told).waitFor();
      await picture(page, `${language}-guidelines-arriving`);
      expect(await violationsOn(page)).toEqual([]);
      letIn();
      await page.locator('.chosen > [data-state=taken]').waitFor();
      expect(complaints).toEqual([]);
    },
  );

  itInFull('says when the server cannot be reached, keeps what it showed, and goes on', async () => {
    const { page } = await openConsole(browser, stack, '/', {});
    await page.getByRole('link', { name: 'Library' }).waitFor();
    await page.route(/\/v1\/library/, (route) => route.abort());
    await page.getByRole('link', { name: 'Library' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('cannot be reached');
    expect(await violationsOn(page)).toEqual([]);
    await page.unroute(/\/v1\/library/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByTestId('cards').locator('[data-case]').first().waitFor();
    await page.getByRole('alert').waitFor({ state: 'hidden' });
  });

  itInFull('fits a phone of 320 px, a page zoom of 200 % and a projector', async () => {
    const { page } = await openConsole(browser, stack, '/library');
    await page.getByTestId('cards').locator('[data-case]').first().waitFor();
    expect(await faultsWhenZoomed(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByText('Filters', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'inpatient' }).check();
    expect(await page.getByText('Filters, 1 ticked').isVisible()).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.getByRole('button', { name: 'Projector' }).click();
    expect(await fitsItsScreen(page)).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
  });
});
