import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, type FrameLocator, type Page } from 'playwright-core';
import { describeInFull, eventually } from '@openrounds/testing';
import { launchBrowser } from '../support/browser';
import { answerOf, clientOf } from '../support/client';
import { wordsIn } from '../support/console-page';
import { assign, launchedLearner, publishedCase } from '../support/launched';
import { connect, launch, registrationLink, startWithLms, type WithLms } from '../support/lms';
import { picture } from '../support/picture';
import { ENGLISH } from '../support/sample-cases';

jest.setTimeout(300_000);

/** A product with a public address is one of its own: ten seconds; launches without a browser are tried in each run. */

/** Cookies are taken in frames only where they are kept apart for each site. */
const NO_FOREIGN_COOKIES = ['--test-third-party-cookie-phaseout'];

/** A page is drawn as far as it is seen, in a frame too: its pictures are to hold all of it. */
const WIDE = { width: 1100, height: 1900 };
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
    caseId = await publishedCase(given);
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
  const assignment = async (): Promise<string> => (await assign(given.teacher, caseId)).id;
  /** As it stands, and on a narrow screen: nothing is wider than that. */
  const looked = async (shown: Page, name: string, narrow = NARROW): Promise<void> => {
    await shown.evaluate("document.querySelector('iframe')?.style.setProperty('height', '110rem')");
    await picture(shown, `lms-${name}`);
    await shown.setViewportSize({ width: narrow, height: WIDE.height });
    await picture(shown, `lms-${name}-narrow`);
    const fits = 'document.documentElement.scrollWidth <= window.innerWidth';
    expect(await Promise.all(shown.frames().map((each) => each.evaluate(fits)))).not.toContain(false);
    await shown.setViewportSize(WIDE);
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
      const shot = (name: string): Promise<void> => looked(page, `${name}-${language}`);

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

      given.lms.gradeBook.restoreColumn(column);
      given.lms.gradeBook.fail(...Array.from({ length: 3 }, () => ({ status: 503 })));
      await follow('student-3');
      await inAttempt(frame(), said);
      await commit();
      await seen('retrying').waitFor();
      await shot('retrying-student');
      given.lms.gradeBook.deleteColumn(column);

      await lms(`/link?id=${id}&${as('teacher-1')}`);
      await seen('needs-attention').getByText(said('grades.cause.column-gone')).waitFor();
      await seen('retrying').waitFor();
      await seen('delivered').waitFor();
      await shot('stuck-teacher');
      await lms('/gradebook');
      await shot('gradebook');
      await page.getByRole('button', { name: 'Put everything right' }).click();
      await lms(`/link?id=${id}&${as('teacher-1')}`);
      await seen('needs-attention')
        .first()
        .getByRole('button', { name: said('grades.resend') })
        .click();
      await seen('delivered').nth(1).waitFor();
      await shot('delivered-teacher');
      const of = (userId: string) =>
        given.lms.gradeBook
          .scores()
          .filter((score) => score.column === column && score.userId === userId)
          .map(({ times }) => times);
      // The second that is delivered may be the one that was tried again by itself.
      await eventually('the score that was sent again is there', () => of('student-2').length > 0);
      expect([of('student-1'), of('student-2')]).toEqual([[1], [1]]);
    },
  );

  describe('streams of a session that has no cookie', () => {
    /** How each stream was asked for. */
    let streams: { readonly of: string; readonly by: string; readonly bearer: boolean }[];
    beforeEach(() => {
      streams = [];
      context.on('request', (request) => {
        const [, of = ''] = /\/v1\/(rooms|runs)\/[^/]+\/events/.exec(request.url()) ?? [];
        const bearer = request.headers()['authorization']?.startsWith('Bearer ') ?? false;
        if (of !== '') streams.push({ of, by: request.resourceType(), bearer });
      });
    });
    const byToken = (of: string) => ({ of, by: 'fetch', bearer: true });

    it('the progress of a run', async () => {
      await lms('/link?id=choice&as=teacher-1');
      await frame()
        .getByRole('link', { name: words('brand'), exact: true })
        .click();
      await frame()
        .locator('textarea')
        .first()
        .fill(ENGLISH.narrative ?? '');
      await frame().getByRole('button', { name: 'Rank the diseases' }).click();
      await frame().locator('[data-status=completed]').waitFor({ state: 'attached' });
      expect(streams).toEqual([byToken('runs')]);
    });

    it.each(['en', 'zh'] as const)(
      'a room, led from a window by whoever chose it, with seats in frames (%s)',
      async (language) => {
        const locale = language === 'zh' ? 'zh-CN' : 'en';
        const { token } = await launch(given, { id: 'choice', as: 'teacher-1' });
        const rounds = [{ stageNo: 1, task: { task: 'differential' as const }, seconds: null }];
        const leader = clientOf(given.stack.baseUrl, token);
        const room = await answerOf(
          leader.POST('/v1/rooms', {
            params: {},
            body: { caseId, rounds, settings: { language, entry: 'open' } },
          }),
        );
        const link = (as: string): string => `/link?id=${room.id}&as=${as}&locale=${locale}`;
        const opened = async (press: () => Promise<void>): Promise<Page> => {
          const [window] = await Promise.all([context.waitForEvent('page'), press()]);
          return window;
        };

        await lms(link('teacher-1'));
        const button = frame().locator('a.button');
        await button.waitFor();
        await looked(page, `lecture-offered-${language}`);
        const lecture = await opened(() => button.click());
        await lecture.locator('.ct-code').waitFor();
        await looked(lecture, `lecture-${language}`, 320);
        const wall = await opened(() => lecture.locator('a.btn[target=_blank]').click());
        await wall.locator('.wall-lobby').waitFor();

        await lms(link('student-1'));
        await frame().locator('.ph-seat').waitFor();
        await looked(page, `seat-${language}`);
        await lecture.locator('.ct-next').click();
        await frame().locator('.ph-seat').waitFor({ state: 'detached' });
        await lecture.locator('.ct-next').click();
        await frame().locator('.ph-rows').waitFor();
        expect(await frame().locator('[data-link]').count()).toBe(0);
        await wall.locator('.wall-count').first().waitFor();
        expect(streams).toEqual([byToken('rooms'), byToken('rooms'), byToken('rooms')]);

        const colleague = await context.newPage();
        await colleague.goto(`${given.lms.pagesOrigin}${link('teacher-2')}`);
        const seen = await opened(() => colleague.frameLocator('iframe').locator('a.button').click());
        await seen.getByTestId('room-of-another').waitFor();
        await looked(seen, `lecture-of-another-${language}`, 320);
        // A case stands in one place at a time.
        await answerOf(
          leader.POST('/v1/rooms/{code}/end', { params: { path: { code: room.code } }, body: {} }),
        );
      },
    );

    it('names of a course are shown, and shown again after a look at an attempt without asking', async () => {
      await connect(given, { roster: 'on' });
      const { id } = await assign(given.teacher, caseId, 'graded');
      const { finish } = await launchedLearner(given, { id, as: 'student-1' });
      await finish();
      const reads = () => given.lms.gradeBook.asked.filter((path) => path.includes('/roster')).length;
      const before = reads();
      await lms(`/link?id=${id}&as=teacher-1`);
      await frame()
        .getByRole('button', { name: words('names.ask') })
        .click();
      const named = frame().getByTestId('results').getByRole('link', { name: 'Ada, a student' });
      await named.waitFor();
      await looked(page, 'names-en');
      const read = reads();
      expect(read).toBeGreaterThan(before);
      await named.click();
      await frame().getByTestId('reviewed').waitFor();
      await frame()
        .getByRole('link', { name: words('review.toResults') })
        .click();
      await named.waitFor();
      await frame()
        .getByRole('button', { name: words('names.hide') })
        .click();
      await frame()
        .getByRole('button', { name: words('names.ask') })
        .waitFor();
      expect([reads(), await named.count()]).toEqual([read, 0]);
    });
  });
});
