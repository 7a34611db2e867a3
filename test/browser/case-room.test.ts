import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { eachInFull, FULL, itInFull } from '@openrounds/testing';
import { closePages, launchBrowser } from '../support/browser';
import { fitsItsScreen, openConsole, violationsOn, wordsIn } from '../support/console-page';
import { picture } from '../support/picture';
import { CHINESE, ENGLISH } from '../support/sample-cases';
import { sharedStack, START_CODE } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(180_000);

const SAMPLES = {
  en: { ...ENGLISH, title: 'Sudden breathlessness after a knee replacement' },
  zh: { ...CHINESE, title: '膝关节置换术后突发呼吸困难' },
} as const;
const FIRST = { en: 'Pulmonary embolism', zh: '肺栓塞' } as const;
/** What stands under every page; in Chinese also that machines have a part in it. */
const LABEL = { en: 'For teaching only', zh: '人工智能' } as const;
const RANK = { en: 'Rank the diseases', zh: '推演鉴别诊断' } as const;

/** A case as it is met: at the door, at the bedside, what came back. */
const STAGED = {
  en: {
    first: 'A woman of 58 has been suddenly short of breath since this morning. No haemoptysis.',
    later: [
      { name: 'At the bedside', text: 'Her left calf is swollen.' },
      { name: 'What came back', text: 'D-dimer 2.4 mg/L FEU.' },
    ],
  },
  zh: {
    first: '58岁女性，今晨突发气促，无咯血。',
    later: [
      { name: '床旁', text: '左小腿肿胀。' },
      { name: '回报的结果', text: 'D-二聚体 2.4 mg/L FEU。' },
    ],
  },
} as const;
/** Every journey in both languages; else in one. */
const BOTH = ['en', 'zh'] as const;

const looksRight = async (page: Page, name: string): Promise<void> => {
  await picture(page, name);
  expect(await violationsOn(page)).toEqual([]);
  expect(await fitsItsScreen(page)).toBe(true);
};

/** What the page complained about: a script error, a refused resource, a breach of the content policy. */
const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
};

describe('the case room', () => {
  let stack: RunningStack;
  let browser: Browser;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([sharedStack(), launchBrowser()]);
  });
  afterEach(() => closePages(browser));
  afterAll(() => browser.close());

  const rankSample = async (page: Page, language: keyof typeof RANK): Promise<void> => {
    const { narrative, title } = SAMPLES[language];
    await page
      .locator('textarea')
      .first()
      .fill(narrative ?? '');
    await page.locator('form input[maxlength="200"]').fill(title);
    await page.getByRole('button', { name: RANK[language] }).click();
    await page.locator('[data-status=completed]').waitFor({ state: 'attached' });
    await page.locator('mark[role=button]').first().waitFor();
  };

  /** Fetches every form of the explanation, and checks the record file on the Chinese page for that. */
  const takesAlong = async (page: Page): Promise<void> => {
    const files = new Map<string, { type: string; body: Buffer }>();
    for (const link of await page.getByTestId('take-away').locator('a[href*=export]').all()) {
      const address = new URL((await link.getAttribute('href')) ?? '', stack.baseUrl);
      const answer = await page.context().request.get(address.href);
      expect(answer.status()).toBe(200);
      const type = answer.headers()['content-type'] ?? '';
      files.set(address.searchParams.get('as') ?? '', { type, body: await answer.body() });
    }
    expect([...files].map(([as, { type }]) => `${as}: ${type}`)).toEqual([
      'html: text/html; charset=utf-8',
      'record: application/json; charset=utf-8',
      'prov: application/json; charset=utf-8',
      'fhir: application/fhir+json; charset=utf-8',
    ]);
    const buffer = files.get('record')?.body ?? Buffer.alloc(0);
    const { page: checking, complaints } = await openConsole(browser, stack, '/verify', { language: 'zh' });
    const chosen = (bytes: Buffer) =>
      checking
        .locator('input[type=file]')
        .setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer: bytes });
    await chosen(buffer);
    await checking
      .locator('[data-testid=verdict][data-ok=true]', { hasText: '文件自身一致，未被改动' })
      .waitFor();
    await looksRight(checking, 'zh-verify');
    await chosen(Buffer.from(buffer.toString().replace('"index":', '"Index":')));
    await checking.locator('[data-testid=verdict][data-ok=false]').waitFor();
    await looksRight(checking, 'zh-verify-changed');
    expect(complaints).toEqual([]);
    await checking.close();
  };

  itInFull(
    'signs in the browser that opens the printed address first, and asks any other for a key',
    async () => {
      const link = `${stack.baseUrl}/#code=${START_CODE}`;
      const sample = '[data-sample]';
      const first = await (await browser.newContext()).newPage();
      const complaints = complaintsOf(first);
      await first.goto(link);
      await first.locator(sample).first().waitFor();
      expect(first.url()).not.toContain(START_CODE);
      expect(complaints).toEqual([]);
      await first.goto('about:blank');
      await first.goto(link);
      await first.locator(sample).first().waitFor();
      expect(complaints).toEqual([]);

      const second = await (await browser.newContext()).newPage();
      await second.goto(link);
      const field = second.locator('#secret');
      await field.waitFor();
      await field.fill(START_CODE.toLowerCase());
      await second.getByRole('button', { name: 'Sign in' }).click();
      await second.locator('#secret-fault').waitFor();
      await field.fill(stack.apiKey);
      await second.getByRole('button', { name: 'Sign in' }).click();
      await second.locator(sample).first().waitFor();
      await second.reload();
      await second.locator(sample).first().waitFor();
    },
  );

  itInFull('takes a case of the library, found by its problem, without its key', async () => {
    const { page, complaints } = await openConsole(browser, stack, '/');
    await page.getByRole('searchbox').fill('back pain');
    await page.locator('[data-sample]', { hasText: 'A bad back takes a turn' }).click();
    await page.locator('[data-finding]').first().waitFor();
    expect(await page.locator('textarea').first().inputValue()).not.toBe('');
    expect(await page.locator('#main').innerText()).not.toContain('The key');
    expect(await violationsOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  const FILES = [
    ['docs/examples/case.fhir.json', 'en'],
    ['docs/examples/case.phenopacket.json', 'zh'],
    ['docs/examples/case.csv', 'en'],
  ] as const;
  // What a file is, is told apart before the page; the server's side of each is an end-to-end test.
  it.each(FULL ? FILES : FILES.slice(0, 1))(
    'ranks a coded case from %s, after what was left out of it',
    async (file, language) => {
      const words = wordsIn(language);
      const { page, complaints } = await openConsole(browser, stack, '/', { language });
      await page.locator('input[type=file]').setInputFiles(join(__dirname, '../..', file));
      await page.getByTestId('brought').waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await page.getByRole('button', { name: words('bring.rank') }).click();
      await page.locator('[data-status=completed]').waitFor({ state: 'attached' });
      await page.getByTestId('differential').locator('[data-disease]').first().waitFor();
      expect(complaints).toEqual([]);
    },
  );

  eachInFull(BOTH)(
    'takes a case stage by stage, and goes through the run under the teacher’s titles (%s)',
    async (language) => {
      const words = wordsIn(language);
      const told = STAGED[language];
      const { page, complaints } = await openConsole(browser, stack, '/', { language });
      await page.locator('textarea').first().fill(told.first);
      for (const [at, { name, text }] of told.later.entries()) {
        await page.getByRole('button', { name: words('stageFields.add') }).click();
        const stage = page.locator('.stage-fields > ol > li').nth(at);
        await stage.locator('input:focus').fill(name);
        await stage.locator('textarea').fill(text);
      }
      await page.getByRole('complementary').locator('[data-finding=unilateral-leg-swelling]').waitFor();
      await looksRight(page, `${language}-stages-form`);
      await page.getByRole('button', { name: RANK[language] }).click();
      await page.locator('[data-status=completed]').waitFor({ state: 'attached' });
      await page.locator('.stage-text', { hasText: told.later[1].text }).waitFor();
      await page.getByRole('button', { name: words('stages.ask') }).click();
      const steps = page.locator('.stages > li');
      await steps.first().waitFor();
      expect(await steps.count()).toBe(1);
      await page.locator('.steps .btn').click();
      await page.locator('[data-newest] h3:focus', { hasText: told.later[0].name }).waitFor();
      await page.locator('.steps .btn').click();
      await page.locator('[data-newest] h3:focus', { hasText: told.later[1].name }).waitFor();
      expect(await page.locator('.steps').count()).toBe(0);
      await looksRight(page, `${language}-stages-run`);
      expect(complaints).toEqual([]);
    },
  );

  it('ranks a sample with its evidence, answers questions to it, and shows the same run after a reload', async () => {
    const { page, complaints } = await openConsole(browser, stack, '/');
    await rankSample(page, 'en');
    const first = page.locator('[data-testid=differential] [data-disease]').first();
    expect(await first.innerText()).toContain('Pulmonary embolism');
    expect(await page.locator('#must-not-miss').innerText()).toContain('Pulmonary embolism');
    expect(await page.locator('[data-passage]').count()).toBeGreaterThan(0);
    expect(await page.locator('[data-row=other]').count()).toBe(1);
    const marks = await page.locator('mark[role=button]').allInnerTexts();
    expect(marks.some((text) => text.includes('haemoptysis'))).toBe(true);

    for (const question of ['What would change the first place?', 'Step by step'])
      await page.getByRole('button', { name: question }).click();
    await page.locator('[data-stage=history]').waitFor();
    expect(await page.locator('[data-stage=history]').innerText()).toContain('Pulmonary embolism');
    await page.getByRole('button', { name: 'Pulmonary embolism' }).first().click();
    await page.getByLabel('Compare with').selectOption({ index: 1 });
    const comparison = page.locator('[data-testid=comparison]');
    await comparison.waitFor();
    expect(await comparison.locator('[data-side=a]').count()).toBe(1);
    expect(await page.locator('[data-score=wells-pe]').count()).toBe(1);
    expect(await page.getByTestId('outlook').innerText()).toContain('Pulmonary embolism');
    expect(await page.getByTestId('outlook').innerText()).toContain('unsupported: no passage addresses it');
    await page.getByTestId('outlook').locator('[data-pitfall] [data-verdict]').first().waitFor();
    await page.getByText('What passages say of this').first().click();
    await page.locator('#must-not-miss [data-verdict]').first().waitFor();
    await page.getByRole('button', { name: 'How good are these probabilities?' }).click();
    await page.getByTestId('calibration').locator('tbody tr').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await takesAlong(page);

    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await page.locator('[data-status=completed]').waitFor({ state: 'attached' });
    expect(await fitsItsScreen(page)).toBe(true);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.getByRole('button', { name: 'Projector' }).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('projector');
    expect(complaints).toEqual([]);
  });

  eachInFull(BOTH)(
    'moves the list when a finding is ticked off or added, in words too, and stores nothing (%s)',
    async (language) => {
      const words = wordsIn(language);
      const { page, complaints } = await openConsole(browser, stack, '/', { language });
      await rankSample(page, language);
      expect(await page.locator('html').getAttribute('lang')).toMatch(new RegExp(`^${language}`));
      const first = page.getByTestId('differential').locator('[data-disease]').first();
      expect(await first.innerText()).toContain(FIRST[language]);
      expect(await page.locator('footer').innerText()).toContain(LABEL[language]);
      const run = page.url();
      await page.getByRole('button', { name: words('whatIf.ask') }).click();
      const ticks = ['d-dimer', 'unilateral-leg-swelling'].map((id) =>
        page.locator(`[data-what-if=${id}] input`),
      );
      for (const tick of ticks) await tick.uncheck();
      const fall = language === 'en' ? /Pulmonary embolism falls from/ : /肺栓塞由.+降至/;
      await page.getByTestId('what-if-words').filter({ hasText: fall }).waitFor();
      expect(await page.getByTestId('what-if').locator('li').count()).toBeGreaterThan(3);
      expect(await violationsOn(page)).toEqual([]);
      await page.getByRole('button', { name: words('whatIf.undo') }).click();
      await page.getByTestId('what-if').waitFor({ state: 'detached' });
      expect(await page.locator('.changes').count()).toBe(0);

      for (const tick of ticks) await tick.uncheck();
      await page.getByRole('button', { name: words('whatIf.keep') }).click();
      await page.locator('.changes').waitFor();
      expect(page.url()).toBe(run);
      expect(complaints).toEqual([]);
    },
  );

  itInFull('sets the second apart from the tenth where the first stands above 99 %', async () => {
    const { page, complaints } = await openConsole(browser, stack, '/');
    await page.getByRole('searchbox').fill('thirsty');
    await page.locator('[data-sample]', { hasText: 'Tired, thirsty' }).click();
    await page.locator('[data-finding]').first().waitFor();
    await page.getByRole('button', { name: RANK.en }).click();
    await page.locator('[data-status=completed]').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Log-odds' }).click();
    const figures = await page.getByTestId('log-odds').locator('b').allInnerTexts();
    expect(figures[0]).toMatch(/^\+/);
    expect(new Set(figures).size).toBe(figures.length);
    expect(await violationsOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  itInFull(
    'keeps corrections with the case: confirmed, rejected, replaced and found, by keyboard alone',
    async () => {
      const { page, complaints } = await openConsole(browser, stack, '/');
      await rankSample(page, 'en');
      const version = (number: number) => page.getByText(new RegExp(`version ${String(number)}$`));
      await version(1).waitFor();
      const dialog = page.getByRole('dialog');
      const openSpan = async (words: string): Promise<void> => {
        await page.locator('mark[role=button]', { hasText: words }).first().focus();
        await page.keyboard.press('Enter');
        await dialog.waitFor();
      };
      const choose = async (name: string): Promise<void> => {
        await dialog.getByRole('button', { name, exact: true }).first().focus();
        await page.keyboard.press('Enter');
      };
      const hasFocus = (words: string): Promise<boolean> =>
        page.locator('mark[role=button]:focus', { hasText: words }).first().isVisible();

      await openSpan('haemoptysis');
      await choose('Present');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await openSpan('cough');
      await choose('Another finding');
      await dialog.locator('input[role=combobox]:focus').waitFor();
      await page.keyboard.type('wheez');
      await page.getByRole('option', { name: 'Wheeze' }).first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await choose('Present');
      await dialog.waitFor({ state: 'detached' });
      expect(await hasFocus('cough')).toBe(true);
      await openSpan('swollen');
      await choose('Right as read');
      await dialog.waitFor({ state: 'detached' });
      expect(await hasFocus('swollen')).toBe(true);
      await page.getByRole('button', { name: 'Rank again' }).click();

      const shown = async (): Promise<void> => {
        await version(2).waitFor();
        await page.locator('[data-status=completed]').waitFor({ state: 'attached' });
        const kept = page.locator('[data-testid=kept-corrections]');
        await kept.waitFor();
        expect(await kept.locator('[data-correction=haemoptysis]').innerText()).toContain('present');
        expect(await kept.locator('[data-correction=cough]').innerText()).toContain('not a finding');
        expect(await kept.locator('[data-correction=wheeze]').count()).toBe(1);
        expect(await kept.locator('li').allInnerTexts()).toEqual(
          expect.arrayContaining([expect.stringContaining('confirmed')]),
        );
        expect(await page.locator('mark[data-sign="+"]', { hasText: 'haemoptysis' }).count()).toBe(1);
        expect(await page.locator('mark[data-sign="+"]', { hasText: 'cough' }).count()).toBe(1);
        expect(await page.locator('.changes').count()).toBe(0);
      };
      await shown();
      await page.reload();
      await shown();
      expect(complaints).toEqual([]);
    },
  );

  const readings = [
    {
      language: 'en',
      button: 'English',
      text: 'A 42-year-old woman. Chest pain since this morning beside a glimmering teapot. Her neighbour has backache. Return if she faints.',
      patient: ['42 years', 'female'],
      unread: 'glimmering teapot',
      aside: ['About another person', 'backache', 'What might happen, not what is'],
    },
    {
      language: 'zh',
      button: '中文',
      text: '患者女，42岁。今晨起胸痛，身旁紫檀茶壶。邻居有腰痛。若出现晕厥请立即复诊。',
      patient: ['42岁', '女'],
      unread: '紫檀茶壶',
      aside: ['他人的情况', '腰痛', '假设或可能发生的情况'],
    },
  ];
  it.each(FULL ? readings : readings.slice(1))(
    'shows what was read, what was not and what does not count ($language)',
    async (each) => {
      const { page, complaints } = await openConsole(browser, stack, '/');
      await page.getByRole('button', { name: each.button }).click();
      await page.locator('textarea').first().fill(each.text);
      await page.locator('[data-testid=set-aside]').waitFor();
      expect(await page.locator('[data-finding=chest-pain]').count()).toBe(1);
      expect(await page.locator('[data-testid=patient] dd').allInnerTexts()).toEqual(each.patient);
      expect(await page.locator('[data-testid=unmatched]').innerText()).toContain(each.unread);
      const aside = await page.locator('[data-testid=set-aside]').innerText();
      for (const words of each.aside) expect(aside).toContain(words);
      expect(await page.locator('mark.out').allInnerTexts()).toContain(each.aside[1]);
      expect(complaints).toEqual([]);
    },
  );

  itInFull('names what was read while the vocabulary has not come', async () => {
    const { page } = await openConsole(browser, stack, '/');
    await page.route(/\/v1\/findings\?/, (route) => route.abort());
    await page.getByRole('button', { name: '中文' }).click();
    await page.locator('textarea').first().fill('今晨起胸痛，无发热。');
    await page.locator('[data-finding=chest-pain]').waitFor();
    expect(await page.locator('[data-finding=chest-pain]').innerText()).toContain('胸痛');
  });
});
