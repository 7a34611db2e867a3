import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, type FrameLocator, type Page } from 'playwright-core';
import { describeInFull } from '@openrounds/testing';
import { launchBrowser } from '../support/browser';
import { answerOf } from '../support/client';
import { wordsIn } from '../support/console-page';
import { registrationLink, startWithLms, type WithLms } from '../support/lms';
import { picture } from '../support/picture';
import { teachingCase } from '../support/sample-teaching-case';

jest.setTimeout(300_000);

/** A product with a public address is one of its own: ten seconds; launches without a browser are tried in each run. */

/** Cookies are taken in frames only where they are kept apart for each site. */
const NO_FOREIGN_COOKIES = ['--test-third-party-cookie-phaseout'];

const WIDE = { width: 1100, height: 900 };
/** The page around a frame takes 34 px: the frame is 320 wide. */
const NARROW = 354;

describeInFull('launches in a browser', () => {
  let given: WithLms;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let caseId: string;

  beforeAll(async () => {
    [given, browser] = await Promise.all([startWithLms(), launchBrowser(NO_FOREIGN_COOKIES)]);
    const { teacher } = given;
    caseId = (
      await answerOf(teacher.POST('/v1/teaching-cases', { params: {}, body: { body: teachingCase() } }))
    ).id;
    const publish = { params: { path: { id: caseId } }, body: { version: 1 } };
    await answerOf(teacher.POST('/v1/teaching-cases/{id}:publish', publish));
  });
  beforeEach(async () => {
    context = await browser.newContext({ reducedMotion: 'reduce', viewport: WIDE });
    page = await context.newPage();
  });
  afterEach(async () => {
    given.lms.keepsThings = true;
    given.lms.gradeBook.putRight();
    await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await given.stop();
  });

  const lms = (path: string): Promise<unknown> => page.goto(`${given.lms.pagesOrigin}${path}`);
  const frame = (): FrameLocator => page.frameLocator('iframe');
  const words = wordsIn('en');
  const assignment = async (): Promise<string> => {
    const body = { caseId, mode: 'practice' as const, stages: 1 };
    return (await answerOf(given.teacher.POST('/v1/assignments', { params: {}, body: body as never }))).id;
  };
  const inAttempt = (where: FrameLocator | Page = frame(), said = words): Promise<void> =>
    where.getByLabel(said('assignments.diagnosisNo').replace('{no}', '1'), { exact: true }).waitFor();

  it('a platform is connected by a link and two clicks, once', async () => {
    const link = await registrationLink(given);
    await lms('/');
    await page.getByLabel('Registration link').fill(link);
    await page.getByRole('button', { name: 'Connect' }).click();
    await frame().getByRole('button', { name: 'Connect' }).click();
    await page.getByText('org.imsglobal.lti.close').waitFor();
    await picture(page, 'lms-connected');
    expect(given.lms.tool?.scope).toContain('scope/score');
    // A link that is good no more may be framed by nobody.
    await page.goto(
      `${link}&openid_configuration=${encodeURIComponent(`${given.lms.origin}/configuration`)}`,
    );
    await page.locator('.trace code').getByText('link', { exact: true }).waitFor();
  });

  describe('in a frame of another site', () => {
    /** Takes the cookie away before the browser comes back, as one does that keeps none in frames. */
    const keepNoCookies = async (): Promise<void> => {
      await page.route('**/lti/launch', async (route) => {
        await context.clearCookies();
        await route.continue();
      });
    };

    it('a partitioned cookie leads into the assignment, where no other foreign cookie is taken', async () => {
      given.lms.keepsThings = false;
      let kept: unknown[] = [];
      await page.route('**/lti/launch', async (route) => {
        kept = (await context.cookies()).filter(({ name }) => name.startsWith('__Host-orl-'));
        await route.continue();
      });
      await lms(`/link?id=${await assignment()}`);
      await inAttempt();
      const partitionKey = expect.stringContaining('//lms.localhost');
      expect(kept).toMatchObject([{ httpOnly: true, secure: true, sameSite: 'None', partitionKey }]);
    });

    it('without cookies the storage of the platform does', async () => {
      await keepNoCookies();
      await lms(`/link?id=${await assignment()}`);
      await inAttempt();
    });

    it('with neither a new window does', async () => {
      given.lms.keepsThings = false;
      await keepNoCookies();
      await lms(`/link?id=${await assignment()}`);
      const again = frame().locator('a[target=_blank]');
      await again.waitFor();
      await picture(page, 'lms-other-browser');
      await page.unroute('**/lti/launch');
      const [opened] = await Promise.all([context.waitForEvent('page'), again.click()]);
      await inAttempt(opened);
    });
  });

  describe('framed by a site that is registered nowhere', () => {
    /** Shows whatever its address asks for in a frame. */
    let foreign: Server;
    beforeAll(async () => {
      foreign = createServer(({ url = '/' }, response) => {
        const shown = new URL(url, 'http://foreign').searchParams.get('shown') ?? '';
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end(`<!doctype html><iframe src="${encodeURI(shown)}"></iframe>`);
      });
      await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
    });
    afterAll(() => {
      foreign.closeAllConnections();
      foreign.close();
    });

    const framed = async (origin: string, shown: string): Promise<void> => {
      const refused = page.waitForEvent('console', (told) => told.text().includes('frame-ancestors'));
      await page.goto(`${origin}?shown=${encodeURIComponent(shown)}`);
      expect((await refused).text()).toContain(given.publicUrl);
    };
    const foreignOrigin = (): string =>
      `http://foreign.localhost:${String((foreign.address() as AddressInfo).port)}/`;

    it.each([true, false])('a launch is blocked (storage of the platform: %s)', async (keepsThings) => {
      given.lms.keepsThings = keepsThings;
      await framed(foreignOrigin(), `${given.lms.pagesOrigin}/begin?id=${await assignment()}`);
    });

    it.each(['/', '/assignments', '/launch'])('and so is the console at %s', async (path) => {
      await framed(foreignOrigin(), given.publicUrl + path);
    });

    it('by the platform, too, where nobody launched', async () => {
      const refused = page.waitForEvent('console', (told) => told.text().includes('frame-ancestors'));
      await lms('/');
      await page.evaluate(`document.body.innerHTML = '<iframe src="${given.publicUrl}/library"></iframe>'`);
      expect((await refused).text()).toContain("frame-ancestors 'none'");
    });
  });

  it.each(['en', 'zh'] as const)(
    'a teacher chooses, students follow the link, and both see what became of the grades (%s)',
    async (language) => {
      const said = wordsIn(language);
      const locale = language === 'zh' ? 'zh-CN' : 'en';
      const as = (who: string, more = ''): string => `as=${who}&locale=${locale}${more}`;
      const button = (key: string) => frame().getByRole('button', { name: said(key), exact: true });
      /** As it stands, and on a narrow screen: nothing is wider than that. */
      const shot = async (name: string): Promise<void> => {
        await picture(page, `lms-${name}-${language}`);
        await page.setViewportSize({ width: NARROW, height: 900 });
        await picture(page, `lms-${name}-narrow-${language}`);
        const fits = 'document.documentElement.scrollWidth <= window.innerWidth';
        expect(await Promise.all(page.frames().map((each) => each.evaluate(fits)))).not.toContain(false);
        await page.setViewportSize(WIDE);
      };

      await lms(`/link?id=choice&${as('teacher-1')}`);
      await frame()
        .getByRole('link', { name: said('assignments.toLibrary') })
        .click();
      const card = frame()
        .locator('[data-case]')
        .filter({ hasText: language === 'en' ? 'Breathless after a new knee' : '膝关节置换术后气促' });
      await card.getByRole('link', { name: said('assignments.make') }).click();
      await frame().getByLabel(said('assignments.new.mode'), { exact: true }).selectOption('practice');
      await frame().getByLabel(said('assignments.new.stages'), { exact: true }).fill('1');
      await button('assignments.new.go').click();
      await frame().getByText(said('assignments.nobody')).waitFor();
      await lms(`/link?id=choice&${as('teacher-1')}`);
      const newest = frame().locator('[data-assignment]').first();
      await newest.locator('input').check();
      await shot('choice');
      await frame().locator('button[type=submit]').click();
      await frame().getByRole('heading', { name: 'Chosen' }).waitFor();
      const id = (await frame().locator('code').last().innerText()).split('/').at(-1) ?? '';

      const follow = async (who: string, more = ''): Promise<void> => {
        await lms(`/course?${as(who, more)}`);
        await page.locator('[data-links] a').last().click();
      };
      const commit = async (): Promise<void> => {
        const labelled = (key: string, no: number) =>
          frame().getByLabel(said(key).replace('{no}', String(no)), { exact: true });
        for (const [at, name] of ['pulmonary embolism', 'pneumonia', 'my own idea'].entries()) {
          await labelled('assignments.diagnosisNo', at + 1).fill(name);
          await labelled('assignments.pointsNo', at + 1).fill(String(at === 0 ? 60 : 10));
        }
        await shot('attempt');
        await frame()
          .getByRole('button', { name: said('assignments.step.rest-to-other').replace('{points}', '20') })
          .click();
      };
      const seen = (state: string) => frame().locator(`[data-grade="${state}"]`);

      await follow('student-1');
      await commit();
      await seen('delivered').waitFor();
      await shot('delivered-student');
      await follow('student-1', '&course=course-10');
      await inAttempt(frame(), said);
      const column = [...given.lms.gradeBook.columns.keys()].at(-2) ?? '';
      await follow('student-2');
      await inAttempt(frame(), said);
      given.lms.gradeBook.deleteColumn(column);
      await commit();
      await seen('needs-attention').waitFor();
      await shot('stuck-student');
      expect(await seen('needs-attention').innerText()).not.toBe('');

      await lms(`/link?id=${id}&${as('teacher-1')}`);
      await seen('needs-attention').getByText(said('grades.cause.column-gone')).waitFor();
      await seen('delivered').waitFor();
      await shot('stuck-teacher');
      await lms('/gradebook');
      await shot('gradebook');
      await page.getByRole('button', { name: 'Put everything right' }).click();
      await lms(`/link?id=${id}&${as('teacher-1')}`);
      await seen('needs-attention')
        .getByRole('button', { name: said('grades.resend') })
        .click();
      await seen('delivered').nth(1).waitFor();
      await shot('delivered-teacher');
      const kept = given.lms.gradeBook.scores().filter((score) => score.column === column);
      expect(kept.map(({ userId, times }) => [userId, times])).toEqual([
        ['student-1', 1],
        ['student-2', 1],
      ]);
    },
  );
});
