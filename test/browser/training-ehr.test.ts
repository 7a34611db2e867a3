import { describeInFull, eventually, MockEhr } from '@openrounds/testing';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { freePort } from '../../scripts/embedded/free-port.cjs';
import { launchBrowser } from '../support/browser';
import { registerEhr } from '../support/ehr';
import { faultsWhenZoomed, type PageLanguage, violationsOn, wordsIn } from '../support/console-page';
import { picture } from '../support/picture';
import { IMPATIENT } from '../support/runs';
import { startStack, type Stack } from '../support/stack';

jest.setTimeout(300_000);

/** A product with a public address is one of its own: ten seconds; imports without a browser are tried in each full run. */

/** A machine that is busy with other tests. */
const PATIENCE_MS = 90_000;
/** The first case waits until the vocabulary is there, which takes a busy machine its time. */
const PATIENT = { REQUEST_DEADLINE_MS: '20000', CDS_DEADLINE_MS: '5000' };
const NAME = 'Mock EHR';
const EMBOLISM = { en: 'Pulmonary embolism', zh: '肺栓塞' } as const;
const DYSPNOEA = { en: 'Dyspnoea', zh: '呼吸困难' } as const;

describeInFull('training patients in a browser', () => {
  const ehr = new MockEhr('ehr.localhost');
  let stack: Stack;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const [port] = await Promise.all([freePort(), ehr.start()]);
    ehr.tool = `http://localhost:${String(port)}`;
    const commonEnv = {
      ...{ ...IMPATIENT, PUBLIC_URL: ehr.tool, SECURE_COOKIES: 'true' },
      OUTBOUND_LOOPBACK_ORIGINS: `${ehr.origin},${ehr.pagesOrigin}`,
    };
    [stack, browser] = await Promise.all([
      startStack({ port, commonEnv, env: { gateway: PATIENT } }),
      launchBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([stack.stop(), ehr.stop()]);
  });

  /** A browser that nobody has signed in, and a system whose cards are in its language. */
  const begin = async (language: PageLanguage): Promise<void> => {
    await registerEhr(stack, ehr, NAME, language);
    const locale = language === 'zh' ? 'zh-CN' : 'en';
    context = await browser.newContext({
      ...{ locale, reducedMotion: 'reduce', viewport: { width: 1200, height: 900 } },
    });
    page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => complaints.push(error.message));
  };
  beforeEach(() => {
    complaints.length = 0;
  });
  afterEach(() => context.close());

  const signIn = async (said: (key: string) => string): Promise<void> => {
    await page.getByLabel(said('signIn.field')).fill(stack.apiKey);
    await page.getByRole('button', { name: said('signIn.submit') }).click();
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const preview = () => page.getByTestId('ehr-preview');
  /** Nothing that axe finds; nothing wider than a narrow screen. */
  const soundIn = async (name: string): Promise<void> => {
    await picture(page, `ehr-${name}`);
    expect([name, await violationsOn(page)]).toEqual([name, []]);
    expect([name, await faultsWhenZoomed(page)]).toEqual([name, []]);
  };
  /** A patient who is opened in the EHR, with cards of a list that was there in time. */
  const chart = (patientId: string): Promise<unknown> =>
    eventually(
      'cards in the EHR',
      async () => {
        await page.goto(`${ehr.pagesOrigin}/patients/${patientId}`);
        return page.getByRole('link', { name: 'OpenRounds (SMART)' }).first().isVisible();
      },
      PATIENCE_MS,
    );

  describe.each(['en', 'zh'] as const)('in %s', (language) => {
    const said = wordsIn(language);
    const shot = (name: string): Promise<void> => soundIn(`${name}-${language}`);

    it('who launches signs in, looks at what is taken, and makes it a case', async () => {
      await begin(language);
      await chart('tp-quackenbush');
      await picture(page, `ehr-cards-${language}`);
      expect(await page.locator('[data-indicator]').first().innerText()).toContain(EMBOLISM[language]);

      await page.getByRole('link', { name: 'Open in OpenRounds', exact: true }).click();
      await signIn(said);
      await preview().waitFor();
      expect(new URL(page.url()).pathname).toMatch(/^\/ehr-imports\/[\w-]+$/);
      const shown = await page.locator('main').innerText();
      expect(shown).toContain(DYSPNOEA[language]);
      expect(await preview().getByTestId('identities').locator('li').count()).toBeGreaterThan(2);
      expect(ehr.secrets.filter((secret) => shown.includes(secret))).toEqual([]);
      await shot('preview');

      const address = page.url();
      await button(said('ehrImport.acceptNow')).click();
      await page
        .getByRole('alert')
        .filter({ hasText: said('ehrImport.needed') })
        .waitFor();
      await page.getByLabel(said('ehrImport.confirmation.training-record')).check();
      await button(said('ehrImport.acceptNow')).click();
      const leader = page.getByTestId('differential').locator('[data-disease]').first();
      await leader.waitFor();
      expect(await leader.innerText()).toContain(EMBOLISM[language]);
      await page
        .getByTestId('origin')
        .filter({ hasText: said('ehrImport.confirmation.training-record') })
        .waitFor();
      await picture(page, `ehr-run-${language}`);

      await page.goto(address);
      await page.getByText(said('ehrImport.over')).waitFor();
      await shot('over');
      expect(complaints).toEqual([]);
    });

    it('a teacher begins here and chooses there; what was not granted is named', async () => {
      await begin(language);
      await page.goto(ehr.tool);
      await signIn(said);
      ehr.traits.granted = 'without-observations';
      await button(NAME).waitFor();
      await shot('begin');
      await button(NAME).click();
      await page.getByRole('heading', { name: 'Which patient?' }).waitFor();
      await page.getByRole('link').first().click();
      await preview().waitFor();
      expect(await preview().getByTestId('missing-scopes').innerText()).toBe('patient/Observation.rs');
      await shot('missing-scopes');
      ehr.traits.granted = 'all';

      ehr.traits.redirection = 'denied';
      await page.goto(ehr.tool);
      await button(NAME).click();
      await page.getByRole('link').first().click();
      await page.getByText('smart-refused').waitFor();
      await shot('refused');
      ehr.traits.redirection = 'right';

      ehr.traits.answers = 'next-elsewhere';
      await page.goto(ehr.tool);
      await button(NAME).click();
      await page.getByRole('link').first().click();
      await page.getByText(said('ehrImport.fault.smart-foreign-link')).waitFor();
      await shot('failed');
      ehr.traits.answers = 'right';
      expect(complaints).toEqual([]);
    });

    it('a card leads by SMART to its run', async () => {
      await begin(language);
      await page.goto(ehr.tool);
      await signIn(said);
      await button(NAME).waitFor();
      await chart('tp-ouyang');
      const card = page.locator('[data-indicator]').first();
      const run = new URL((await card.getByRole('link').first().getAttribute('href')) ?? '');
      await card.getByRole('link', { name: 'OpenRounds (SMART)' }).click();
      // Where it does not come there, the failure tells where it went.
      await page.waitForURL(run.href);
      await page.getByTestId('differential').locator('[data-disease]').first().waitFor();
    });

    it('an administrator is told our public addresses, whatever address the page was opened by', async () => {
      await begin(language);
      await page.goto(`${stack.baseUrl}/training-ehrs`);
      await signIn(said);
      const address = page.getByLabel(said('ehr.ownReturn'), { exact: true });
      await address.waitFor();
      expect(await address.inputValue()).toBe(`${ehr.tool}/smart/callback`);
      await shot('addresses');
      expect(complaints).toEqual([]);
    });
  });
});
