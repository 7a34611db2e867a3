import { describeInFull, eventually, MockEhr } from '@openrounds/testing';
import { type Browser, type Page } from 'playwright-core';
import { PATHS, type Page as ConsolePageName } from '../../services/console/src/app/location';
import { closePages, launchBrowser } from '../support/browser';
import { answerOf, type Schemas } from '../support/client';
import { fitsItsScreen, openConsole } from '../support/console-page';
import { followLaunch, registerEhr } from '../support/ehr';
import { exportsNotLookedAt, faultsOfExports } from '../support/hostile-exports';
import { HOSTILE, hostileSchool, type HostileSchool, STRIKE } from '../support/hostile-school';
import { connect, startWithLms, type WithLms } from '../support/lms';
import { picture } from '../support/picture';

jest.setTimeout(300_000);

/** What there is to look at besides a school: systems that were registered under hostile names. */
interface World extends HostileSchool {
  readonly importId: string;
}

interface Visit {
  readonly path: (world: World) => string;
  /** What the page shows when it is there: what was written, or where nobody writes anything for it, this. */
  readonly shows: 'what was written' | string;
  /** A student looks. */
  readonly student?: true;
  readonly act?: (page: Page) => Promise<void>;
}

const MAIN = '#main h1';

/** Every page of the console; one that is not here has no type. */
const PAGES: Readonly<Record<ConsolePageName, readonly Visit[]>> = {
  'case-room': [
    { path: ({ runId }) => `${PATHS['case-room']}?run=${runId}`, shows: 'what was written' },
    {
      path: () => PATHS['case-room'],
      shows: 'what was written',
      act: (page) => page.locator('textarea').first().fill(`${HOSTILE} and a cough. ${HOSTILE}`),
    },
  ],
  library: [{ path: () => PATHS.library, shows: 'what was written' }],
  assignments: [
    { path: () => PATHS.assignments, shows: 'what was written' },
    { path: ({ assignmentId }) => `${PATHS.assignments}/${assignmentId}`, shows: 'what was written' },
    { path: () => PATHS.assignments, shows: 'what was written', student: true },
  ],
  attempts: [
    // What somebody practises is nobody else's: a teacher is told so.
    {
      path: ({ attemptId }) => `${PATHS.attempts}/${attemptId}`,
      shows: '#main [role=alert], #main [role=status]',
    },
    { path: ({ attemptId }) => `${PATHS.attempts}/${attemptId}`, shows: 'what was written', student: true },
  ],
  author: [
    { path: () => PATHS.author, shows: 'what was written' },
    { path: ({ caseId }) => `${PATHS.author}?case=${caseId}`, shows: 'what was written' },
  ],
  passages: [
    { path: () => `${PATHS.passages}?q=${encodeURIComponent(HOSTILE)}`, shows: 'what was written' },
    { path: ({ passageId }) => `${PATHS.passages}/${passageId}`, shows: 'what was written' },
  ],
  guidelines: [{ path: () => PATHS.guidelines, shows: 'what was written' }],
  'training-ehrs': [{ path: () => PATHS['training-ehrs'], shows: 'what was written' }],
  'ehr-imports': [{ path: ({ importId }) => `${PATHS['ehr-imports']}/${importId}`, shows: MAIN }],
  'learning-platforms': [{ path: () => PATHS['learning-platforms'], shows: 'what was written' }],
  'record-stores': [{ path: () => PATHS['record-stores'], shows: 'what was written' }],
  verify: [{ path: () => PATHS.verify, shows: MAIN }],
  sources: [{ path: () => PATHS.sources, shows: MAIN }],
  settings: [{ path: () => PATHS.settings, shows: MAIN }],
  launch: [{ path: () => `${PATHS.launch}#${encodeURIComponent(HOSTILE)}`, shows: '#main' }],
};

/** Pages of their own beside the console: of whoever leads a room. */
const LECTURE: readonly Visit[] = [
  { path: ({ caseId }) => `/lecture?case=${caseId}`, shows: 'what was written' },
  { path: ({ roomCode }) => `/lecture?room=${roomCode}`, shows: 'what was written' },
  { path: ({ roomCode }) => `/lecture?room=${roomCode}&view=wall`, shows: 'what was written' },
];

/** All that somebody can read on the page, in fields as well. */
const textOf = (page: Page): Promise<string> =>
  page.evaluate<string>(
    `[document.body.innerText, ...[...document.querySelectorAll('input, textarea')].map(({ value }) => value)].join('\\n')`,
  );

it('each way out of the contract is looked at', () => {
  expect(exportsNotLookedAt()).toEqual([]);
});

describeInFull('markup, formulas and letters that mislead, in every text that somebody can write', () => {
  const ehr = new MockEhr();
  let given: WithLms;
  let browser: Browser;
  let world: World;

  beforeAll(async () => {
    await ehr.start();
    given = await startWithLms({ origins: [ehr.origin] });
    ehr.tool = given.publicUrl;
    const { stack, teacher, lms } = given;
    browser = await launchBrowser();
    const school = await hostileSchool(stack);
    await connect(given);
    const platform = { name: HOSTILE, issuer: 'https://lms.example', clientId: '1', roster: false };
    const at = (path: string) => `https://lms.example/${path}`;
    const urls = { authorizationUrl: at('auth'), tokenUrl: at('token'), keySetUrl: at('keys') };
    await answerOf(
      teacher.POST('/v1/lti/registrations', {
        body: { ...platform, ...urls, algorithms: ['RS256'], frameOrigins: [] },
      }),
    );
    const store = { name: HOSTILE, endpoint: `${lms.origin}/xapi/`, fetchOrigins: [] };
    await answerOf(teacher.POST('/v1/lrs-connections', { body: store }));
    await registerEhr(stack, ehr, HOSTILE);
    const { importId } = await followLaunch(stack, ehr, 'tp-quackenbush');
    world = { ...school, importId };
  });
  afterEach(() => closePages(browser));
  afterAll(async () => {
    await browser.close();
    await Promise.all([given.stop(), ehr.stop()]);
  });

  /** What is wrong with a page: something ran, became an element, was refused, is missing, or pushes the page apart. */
  const faultsOf = async ({ path, shows, student, act }: Visit): Promise<readonly string[]> => {
    const address = path(world);
    const { stack, publicUrl } = given;
    const key = student === true ? world.studentKey : stack.apiKey;
    const { page, complaints } = await openConsole(browser, { ...stack, baseUrl: publicUrl }, 'about:blank', {
      key,
    });
    await page.addInitScript(
      `globalThis.${STRIKE.replace('()', '')} = () => { globalThis.wasStruck = true; }`,
    );
    await page.goto(new URL(address, publicUrl).href);
    await act?.(page);
    const faults: string[] = [];
    if (shows === 'what was written')
      await eventually('the page to show it', async () => (await textOf(page)).includes(HOSTILE)).catch(() =>
        faults.push('does not show what was written'),
      );
    else
      await page
        .locator(shows)
        .first()
        .waitFor()
        .catch(() => faults.push(`does not show ${shows}`));
    if (await page.evaluate('globalThis.wasStruck === true')) faults.push('ran it');
    if ((await page.locator('img[src="x"]').count()) > 0) faults.push('made an element of it');
    if (!(await fitsItsScreen(page))) faults.push('is wider than its screen');
    await picture(
      page,
      `hostile-${student === true ? 'student-' : ''}${address.replace(/\W+/g, '-').slice(0, 60)}`,
    );
    await page.close();
    return [...faults, ...complaints].map(
      (fault) => `${address}${student === true ? ' as a student' : ''}: ${fault}`,
    );
  };

  it('is text on every page of the console and of a lecture', async () => {
    const faults: string[] = [];
    for (const visit of [...Object.values(PAGES).flat(), ...LECTURE]) faults.push(...(await faultsOf(visit)));
    expect(faults).toEqual([]);
  });

  it('is text on a phone, in a name and in a question', async () => {
    const { teacher } = given;
    const room = { params: { path: { code: world.roomCode } } };
    const { control } = (await answerOf(
      teacher.GET('/v1/rooms/{code}', room),
    )) as Schemas['TeacherRoomState'];
    const roundId = control.rounds[1]?.id ?? '';
    await answerOf(teacher.POST('/v1/rooms/{code}/open', { ...room, body: { roundId } }));
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${given.publicUrl}/j/${world.roomCode}?lang=en`);
    await page.locator('#name').fill(HOSTILE);
    await page.locator('button[type=submit]').click();
    await eventually('the question', async () => (await textOf(page)).includes(HOSTILE));
    await picture(page, 'hostile-phone');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await fitsItsScreen(page)).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('leaves as a text by every way out', async () => {
    expect(await faultsOfExports(given.stack, world, { isPublic: true })).toEqual([]);
  });
});
