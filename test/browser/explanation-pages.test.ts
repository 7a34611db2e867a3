import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Run } from '@openrounds/contracts';
import { printRun } from '@openrounds/presentation';
import { FULL } from '@openrounds/testing';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { encode } from 'uqr';
import { PATHS } from '../../services/console/src/app/location';
import { borrowStack } from '../support/borrowed-stack';
import { closePages, launchBrowser } from '../support/browser';
import { clientOf, rank } from '../support/client';
import { fitsItsScreen, openConsole, type PageLanguage, wordsIn } from '../support/console-page';
import { picture } from '../support/picture';
import { CODED } from '../support/sample-cases';
import { type Stack } from '../support/stack';

jest.setTimeout(300_000);

const LANGUAGES: readonly PageLanguage[] = ['en', 'zh'];
const FORMATS = FULL ? ['A4', 'Letter'] : ['A4'];
const VERIFY_URL = 'https://rounds.medical-school.example.org/verify';

const sample = Run.parse(
  JSON.parse(readFileSync(join(__dirname, '../../openapi/examples/getRun.json'), 'utf8')),
);
const times = <T>(values: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, at) => values[at % values.length] as T);

/** Of what an answer can hold, the most that the contract allows or the knowledge base has ever given. */
function longestRun(language: PageLanguage): Run {
  const long = (words: number): string =>
    language === 'en'
      ? times(
          ['Suspected', 'pulmonary', 'thromboembolism', 'with', 'right-ventricular', 'strain'],
          words,
        ).join(' ')
      : '疑似肺血栓栓塞症伴右心室负荷过重者须先评估临床可能性再行影像学检查。'
          .repeat(words)
          .slice(0, words * 3);
  const [first] = sample.differential;
  const [danger] = sample.mustNotMiss;
  if (first === undefined || danger === undefined || sample.understood === null)
    throw new Error('no example');
  const differential = times([first], 50).map((entry, at) => ({
    ...entry,
    rank: at + 1,
    name: long(7),
    icd10: ['I26.0', 'I26.9', 'O88.2', 'T79.0'],
    evidence: times(entry.evidence, 40).map((row) => ({ ...row, name: long(9) })),
  }));
  return {
    ...sample,
    revisionOf: sample.id,
    differential,
    mustNotMiss: times([danger], 10).map((entry) => ({ ...entry, name: long(6), reason: long(30) })),
    mustNotMissMore: 9,
    guidelines: times(sample.guidelines, 20).map((passage) => ({
      ...passage,
      title: long(18),
      publisher: long(14),
      quote: long(90),
      basisText: long(12),
      documentLicence: 'copyright of the publisher or society',
      supersededBy: long(18),
      url: 'https://doi.org/10.1000/a-rather-long-name-of-a-document-that-is-somewhere-else',
    })),
    understood: {
      ...sample.understood,
      findings: times(sample.understood.findings, 80).map((finding) => ({ ...finding, name: long(9) })),
    },
  };
}

/** A PDF as it is read, by a process of its own: the library is an ES module, which Jest does not load. */
function readPdf(bytes: Uint8Array): { pages: number; text: string } {
  const printed = execFileSync(process.execPath, [join(__dirname, '../support/read-pdf.mjs')], {
    input: bytes,
  });
  return JSON.parse(printed.toString('utf8')) as { pages: number; text: string };
}

/** The modules of the QR code as they are drawn: whether the picture is dark in the middle of each. */
async function drawnModules(browser: Browser, page: Page, count: number): Promise<boolean[][]> {
  const shot = await page.locator('.qr svg').screenshot({ scale: 'css' });
  const looking = await browser.newPage();
  const modules = await looking.evaluate<boolean[][]>(`(async () => {
    const image = await createImageBitmap(await (await fetch('data:image/png;base64,${shot.toString('base64')}')).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const at = (place, side) => Math.floor((place + .5) * side / ${String(count)});
    return Array.from({ length: ${String(count)} }, (_, row) => Array.from({ length: ${String(count)} }, (_, column) =>
      data[4 * (at(row, image.height) * image.width + at(column, image.width))] < 128));
  })()`);
  await looking.close();
  return modules;
}

describe('the printed explanation', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(() => closePages(browser));
  afterAll(() => browser.close());

  const drawn = async (run: Run, language: PageLanguage): Promise<Page> => {
    const page = await browser.newPage({ deviceScaleFactor: 1 });
    await page.setContent(printRun(run, language, VERIFY_URL));
    return page;
  };

  describe.each(LANGUAGES)('in %s', (language) => {
    it.each(FORMATS)('is one page of %s, an ordinary answer and the longest', async (format) => {
      for (const run of [sample, longestRun(language)]) {
        const page = await drawn(run, language);
        const { pages, text } = readPdf(await page.pdf({ format }));
        expect(pages).toBe(1);
        // To its end: nothing is cut off below.
        expect(text).toContain(run.versions.guidelines);
      }
    });

    it('says how much it leaves to the record, and names each danger', async () => {
      const run = longestRun(language);
      const page = await drawn(run, language);
      const rests = await page.locator('h2 .rest').allTextContents();
      expect(rests).toHaveLength(5);
      expect(rests[1]).toContain('50');
      const text = await page.locator('body').innerText();
      const named = text.split(run.mustNotMiss[0]?.name ?? '').length - 1;
      expect(named).toBeGreaterThanOrEqual(run.mustNotMiss.length);
    });

    it('fits a phone and a projector', async () => {
      const page = await drawn(sample, language);
      for (const [name, width, height] of [
        ['phone', 390, 844],
        ['projector', 1920, 1080],
      ] as const) {
        await page.setViewportSize({ width, height });
        await picture(page, `printed-${language}-${name}`);
        expect(await fitsItsScreen(page)).toBe(true);
      }
    });
  });

  it('has a QR code that holds the address of the verify page', async () => {
    const page = await drawn(sample, 'en');
    await page.emulateMedia({ media: 'print' });
    const { data, size } = encode(VERIFY_URL, { border: 4 });
    expect(await drawnModules(browser, page, size)).toEqual(data);
  });
});

describe('the verify page with no server and no network', () => {
  let stack: Stack;
  let browser: Browser;
  let record: Buffer;
  const pages = new Map<PageLanguage, Page>();
  const asked: string[] = [];

  beforeAll(async () => {
    [stack, browser] = await Promise.all([borrowStack(), launchBrowser()]);
    const client = clientOf(stack.baseUrl, stack.apiKey);
    const run = await rank(client, { case: CODED });
    const { data } = await client.GET('/v1/runs/{id}/export', {
      params: { path: { id: run.id }, query: { as: 'record' } },
      parseAs: 'arrayBuffer',
    });
    record = Buffer.from(data as ArrayBuffer);
    const contexts = new Set<BrowserContext>();
    for (const language of LANGUAGES) {
      const { page } = await openConsole(browser, stack, PATHS.verify, { language });
      await page.locator('.drop').waitFor();
      contexts.add(page.context());
      pages.set(language, page);
    }
    await Promise.all([...contexts].map((context) => context.setOffline(true)));
    await stack.kill('gateway');
    for (const page of pages.values()) page.on('request', (request) => asked.push(request.url()));
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('there is no server any more', async () => {
    await expect(fetch(stack.baseUrl)).rejects.toThrow();
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    const words = wordsIn(language);
    const drop = async (bytes: Buffer, name: string): Promise<Page> => {
      const page = pages.get(language);
      if (page === undefined) throw new Error('the page was not opened');
      const dataTransfer = await page.evaluateHandle(`(() => {
        const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (letter) => letter.charCodeAt(0));
        const dropped = new DataTransfer();
        dropped.items.add(new File([bytes], '${name}', { type: 'application/json' }));
        return dropped;
      })()`);
      await page.locator('#main').dispatchEvent('drop', { dataTransfer });
      await page.getByText(name, { exact: false }).waitFor();
      for (const [screen, width, height] of [
        ['phone', 390, 844],
        ['projector', 1920, 1080],
      ] as const) {
        await page.setViewportSize({ width, height });
        await picture(page, `verify-${language}-${name.replace('.json', '')}-${screen}`);
        expect(await fitsItsScreen(page)).toBe(true);
      }
      return page;
    };
    const statesOn = async (page: Page): Promise<(string | null)[]> => {
      const checks = await page.locator('.checks > li').all();
      return Promise.all(checks.map((check) => check.getAttribute('data-state')));
    };

    it('proves a record', async () => {
      const page = await drop(record, 'good.json');
      expect(await page.getByTestId('verdict').innerText()).toContain(words('verify.passedOwnKey'));
      expect(await statesOn(page)).toEqual(['passed', 'passed', 'passed', 'passed']);
    });

    it('finds a byte that was changed, and says where', async () => {
      const changed = Buffer.from(record);
      const at = changed.indexOf('pleuritic-chest-pain');
      changed.write('x', at);
      const page = await drop(changed, 'changed.json');
      expect(at).toBeGreaterThan(0);
      expect(await page.getByTestId('verdict').innerText()).toContain(words('verify.failed'));
      expect(await page.locator('[data-check=content]').innerText()).toContain(
        words('verify.code.leaf-mismatch'),
      );
      expect((await statesOn(page))[1]).toBe('failed');
    });

    it('says of what is no record that it cannot be read', async () => {
      const page = await drop(Buffer.from([0xff, 0x00, 0x7b]), 'unreadable.json');
      expect(await page.locator('[data-check=file]').innerText()).toContain(
        words('verify.code.malformed-record-file'),
      );
      expect(await statesOn(page)).toEqual(['failed', 'unknown', 'unknown', 'unknown']);
    });
  });

  it('nobody was asked for anything', () => {
    expect(asked.filter((url) => /^https?:/.test(url))).toEqual([]);
  });
});
