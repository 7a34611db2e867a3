import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATIONS } from '@openrounds/contracts';
import { type Browser } from 'playwright-core';
import { parse } from 'yaml';
import { FULL, itInFull } from '@openrounds/testing';
import { closePages, launchBrowser } from '../support/browser';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(120_000);

/** Two hundred operations take their time to be drawn on a machine with other work. */
const PATIENCE_MS = 90_000;

const COMMITTED = readFileSync(join(__dirname, '../../openapi/openrounds.v1.yaml'), 'utf8');

const TELL_OF_VIOLATIONS = `document.addEventListener('securitypolicyviolation',
  ({ violatedDirective, blockedURI }) => complain(violatedDirective + ' ' + blockedURI));`;

/** How many operations of the contract stand below each tag of the document. */
async function operationsByTag(baseUrl: string): Promise<Map<string, number>> {
  const { paths } = (await (await fetch(`${baseUrl}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { operationId?: string; tags?: string[] }>>;
  };
  const byTag = new Map<string, number>();
  let known = 0;
  for (const { operationId, tags = [] } of Object.values(paths).flatMap((path) => Object.values(path))) {
    if (operationId !== undefined && operationId in OPERATIONS) known += 1;
    for (const tag of tags) byTag.set(tag, (byTag.get(tag) ?? 0) + 1);
  }
  expect(known).toBe(Object.keys(OPERATIONS).length);
  return byTag;
}

describe('the page of the API', () => {
  let stack: RunningStack;
  let browser: Browser;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([sharedStack(), launchBrowser()]);
  });
  afterEach(() => closePages(browser));
  afterAll(() => browser.close());

  itInFull(
    'shows every operation below its tag, breaks no rule of the page, and asks no other host',
    async () => {
      const page = await browser.newPage();
      const requested = new Set<string>();
      const complaints: string[] = [];
      await page.exposeFunction('complain', (complaint: string) => complaints.push(complaint));
      page.on('request', (request) => requested.add(new URL(request.url()).origin));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.addInitScript(TELL_OF_VIOLATIONS);
      await page.goto(`${stack.baseUrl}/docs`);
      const operations = await operationsByTag(stack.baseUrl);
      await page.locator('.opblock-tag').first().waitFor({ timeout: PATIENCE_MS });
      expect(await page.locator('.opblock-tag').count()).toBe(operations.size);
      for (const tag of operations.keys()) await page.locator(`[data-tag="${tag}"]`).click();
      const count = [...operations.values()].reduce((sum, number) => sum + number, 0);
      await page
        .locator('.opblock')
        .nth(count - 1)
        .waitFor({ timeout: PATIENCE_MS });
      expect(await page.locator('.opblock').count()).toBe(count);
      expect(complaints).toEqual([]);
      expect([...requested].filter((origin) => origin !== 'null')).toEqual([stack.baseUrl]);
    },
  );

  it.each(FULL ? ['json', 'yaml'] : ['json'])('answers the committed document as %s', async (format) => {
    const answer = await fetch(`${stack.baseUrl}/openapi.${format}`);
    expect(answer.headers.get('content-type')).toMatch(new RegExp(`^[a-z]+/${format}`));
    const text = await answer.text();
    const document: unknown = format === 'json' ? JSON.parse(text) : parse(text);
    expect(document).toEqual(parse(COMMITTED));
  });

  it('may have styles in its page, and other pages may not; what is not there is a problem', async () => {
    const policyOf = async (path: string): Promise<string | null> =>
      (await fetch(stack.baseUrl + path)).headers.get('content-security-policy');
    const [own, others] = await Promise.all([policyOf('/docs'), policyOf('/')]);
    expect(own).toBe(`${String(others)};style-src 'self' 'unsafe-inline'`);
    const missing = await fetch(`${stack.baseUrl}/docs/nothing.js`);
    expect([missing.status, missing.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });
});
