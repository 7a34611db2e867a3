import { type Browser, type Page } from 'playwright-core';
import { itInFull } from '@openrounds/testing';
import { launchBrowser } from '../support/browser';
import { FakeRoomServer } from '../support/fake-room';
import {
  ERROR_ROUND,
  OPEN_ROUND,
  RESULT,
  running,
  sampleRoom,
  SCORED,
  TEST_ROUND,
} from '../support/sample-room';

jest.setTimeout(60_000);

const NARROW = { width: 320, height: 640 };

describe('the page for phones', () => {
  let browser: Browser;
  let server: FakeRoomServer;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await FakeRoomServer.start(sampleRoom());
    const context = await browser.newContext({ viewport: NARROW, locale: 'en-GB', reducedMotion: 'reduce' });
    page = await context.newPage();
  });
  afterEach(async () => {
    await page.context().close();
    await server.stop();
  });

  const join = async (): Promise<void> => {
    await page.goto(`${server.baseUrl}/j/482713`);
    await page.locator('#name').waitFor();
    await page.locator('button[type=submit]').click();
    await page.locator('.ph-seat').waitFor();
  };
  const nameThree = async (): Promise<void> => {
    for (const name of ['pulmonary embolism', 'Pneumothorax', 'something of mine']) {
      await page.locator('.ph-naming input').first().fill(name);
      await page.keyboard.press('Enter');
    }
    for (const [at, points] of ['55', '20', '10', '15'].entries())
      await page.locator('.ph-stepper input').nth(at).fill(points);
  };
  const fits = (): Promise<unknown> =>
    page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');

  it('comes from the code to the lobby and follows the room through every task', async () => {
    await page.goto(`${server.baseUrl}/join`);
    await page.locator('#code').fill('48271');
    await page.keyboard.press('Enter');
    await page.locator('#code-fault').waitFor();
    await page.locator('#code').fill('482 713');
    await page.keyboard.press('Enter');
    await page.locator('#name').fill('Ada');
    await page.keyboard.press('Enter');
    await page.locator('.ph-seat').waitFor();
    expect(await page.locator('.ph-seat dd').innerText()).toBe('17');
    expect(server.joins[0]).toMatchObject({ language: 'en', name: 'Ada' });
    for (const [round, awaited] of [
      [null, '.ph-case'],
      [OPEN_ROUND, '.ph-rows'],
      [TEST_ROUND, '.ph-pick'],
      [ERROR_ROUND, 'textarea#why'],
      [
        { ...OPEN_ROUND, id: TEST_ROUND.id, attempt: 2, task: { task: 'representation' } },
        'textarea#sentence',
      ],
    ] as const) {
      server.tell(running(round));
      await page.locator(awaited).first().waitFor();
      expect(await fits()).toBe(true);
    }
  });

  it('commits a differential of names and own words, and changes it', async () => {
    await join();
    server.tell(running(OPEN_ROUND));
    await page.locator('.ph-rows').waitFor();
    await page.locator('.ph-naming input').first().fill('emb');
    await page.locator('.ph-offers button', { hasText: 'Pulmonary embolism' }).click();
    await page.getByRole('button', { name: 'Change Pulmonary embolism' }).click();
    await page.locator('.ph-naming input').first().fill('');
    await nameThree();
    await page.getByRole('button', { name: 'Commit', exact: true }).click();
    await page.locator('[data-posting=kept]').waitFor();
    expect(server.submissions).toMatchObject([
      {
        roundId: OPEN_ROUND.id,
        attempt: 1,
        revision: 1,
        answer: {
          entries: [
            { diseaseId: 'pulmonary-embolism', points: 55 },
            { diseaseId: 'pneumothorax', points: 20 },
            { text: 'something of mine', points: 10 },
          ],
          other: 15,
        },
      },
    ]);
    await page.getByRole('button', { name: 'Change my answer' }).click();
    await page.getByRole('button', { name: 'Other: 5 less' }).click();
    await page.getByRole('button', { name: 'Pneumothorax: 5 more' }).click();
    await page.getByRole('button', { name: 'Commit the change' }).click();
    await page.locator('[data-posting=kept]').waitFor();
    expect(server.submissions[1]).toMatchObject({ revision: 2, answer: { other: 10 } });
  });

  it('keeps what was written while nobody answers, over a reload, and sends it once', async () => {
    await join();
    server.tell(running(OPEN_ROUND));
    await page.locator('.ph-rows').waitFor();
    await nameThree();
    await page.reload();
    await page.locator('.ph-rows').waitFor();
    expect(await page.locator('.ph-stepper input').first().inputValue()).toBe('55');
    server.goAway(true);
    await page.getByRole('button', { name: 'Commit', exact: true }).click();
    await page.locator('[data-posting=waiting]').waitFor();
    server.goAway(false);
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.locator('[data-posting=kept]').waitFor();
    expect(server.submissions).toHaveLength(1);
  });

  /** What the browser keeps of the page: its own storage, and the page itself for when there is no network. */
  const keptByBrowser = (): Promise<unknown> =>
    page.evaluate(`(async () => ({
      stored: Object.keys(localStorage),
      pages: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }))()`);
  const isKeptForOffline = (): Promise<unknown> =>
    page.evaluate('navigator.serviceWorker.ready.then(() => true)');

  it('shows form, text and answer after a reload without a network, and sends the answer', async () => {
    await page.clock.install();
    await join();
    await isKeptForOffline();
    server.tell(running(OPEN_ROUND));
    await page.locator('.ph-rows').waitFor();
    await nameThree();
    server.goAway(true);
    await page.getByRole('button', { name: 'Commit', exact: true }).click();
    await page.locator('[data-posting=waiting]').waitFor();
    await page.clock.runFor(30_000);
    await page.reload();
    await page.locator('[data-posting=waiting]').waitFor();
    expect(await page.locator('.ph-list').innerText()).toContain('something of mine');
    expect(await page.locator('.ph-case').innerText()).toContain('The case so far');
    await page.getByRole('button', { name: 'Change my answer' }).click();
    expect(await page.locator('.ph-stepper input').first().inputValue()).toBe('55');
    await page.getByRole('button', { name: 'Other: 5 less' }).click();
    await page.getByRole('button', { name: 'Pneumothorax: 5 more' }).click();
    await page.getByRole('button', { name: 'Commit the change' }).click();
    await page.clock.runFor(30_000);
    expect(server.submissions).toEqual([]);
    server.goAway(false);
    // Second by second: a clock that leaps would end the phone's patience before any server could answer.
    for (let waited = 0; waited < 25 && server.submissions.length === 0; waited += 1)
      await page.clock.runFor(1_000);
    await page.locator('[data-posting=kept]').waitFor();
    // A server that answers late, by the clock of the page, may be told the same again.
    const [sent] = server.submissions;
    expect(sent).toMatchObject({ roundId: OPEN_ROUND.id, revision: 2, answer: { other: 10 } });
    expect(server.submissions).toEqual(server.submissions.map(() => sent));
  });

  itInFull('keeps of the page nothing but its own files, and under no address but a room’s', async () => {
    await page.goto(`${server.baseUrl}/join?code=482713`);
    await page.waitForURL('**/j/482713?code=482713');
    await page.reload();
    await isKeptForOffline();
    const scopes = await page.evaluate(
      'navigator.serviceWorker.getRegistrations().then((all) => all.map(({ scope }) => new URL(scope).pathname))',
    );
    expect(scopes).toEqual(['/j/']);
    const paths = await page.evaluate<string[]>(`(async () => {
      const cache = await caches.open((await caches.keys())[0]);
      return (await cache.keys()).map(({ url }) => new URL(url).pathname);
    })()`);
    expect(paths[0]).toBe('/join');
    for (const path of paths.slice(1)) expect(path).toMatch(/^\/assets\/.+\.(?:js|css)$/);
  });

  it('forgets somebody who asks for it, in the room and then on the phone', async () => {
    await join();
    await isKeptForOffline();
    expect((await page.context().cookies(`${server.baseUrl}/v1/rooms/482713/events`)).length).toBe(1);
    server.tell(running(OPEN_ROUND));
    await page.locator('.ph-rows').waitFor();
    await nameThree();
    await page.getByRole('button', { name: 'Delete my data' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.locator('.ph-rows').waitFor();
    await page.getByRole('button', { name: 'Delete my data' }).click();
    server.goAway(true);
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('nothing is deleted yet').waitFor();
    server.goAway(false);
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByRole('heading', { name: 'Your data are deleted' }).waitFor();
    expect(server.forgotten).toBe(1);
    expect(await keptByBrowser()).toEqual({ stored: [], pages: [], workers: 0 });
    expect(await page.context().cookies(`${server.baseUrl}/v1/rooms/482713/events`)).toEqual([]);
    await page.getByRole('button', { name: 'Another room code' }).click();
    await page.locator('#code').waitFor();
  });

  itInFull(
    'asks what may be kept only of somebody who is signed in, and comes in as the account',
    async () => {
      await page.goto(`${server.baseUrl}/j/482713`);
      await page.locator('#name').waitFor();
      expect(await page.getByRole('checkbox').count()).toBe(0);
      server.room.isSignedIn = true;
      await page.reload();
      await page.getByRole('checkbox', { name: /in my own profile/ }).uncheck();
      await page.getByRole('checkbox', { name: /research/ }).check();
      await page.locator('button[type=submit]').click();
      await page.locator('.ph-seat').waitFor();
      expect(server.joins).toMatchObject([
        {
          csrf: 'csrf',
          consents: [
            { purpose: 'keep', granted: false, textVersion: 1 },
            { purpose: 'class', granted: false },
            { purpose: 'research', granted: true },
          ],
        },
      ]);
    },
  );

  /** Everything behind the page is away for a while, then there again as it was; the page is touched by nobody. */
  const restartsUnasked = async (): Promise<void> => {
    server.goAway(true);
    await page.clock.runFor(20_000);
    await page.locator('[data-link=lost]').waitFor();
    server.goAway(false);
    const isLost = (): Promise<boolean> => page.locator('[data-link=lost]').isVisible();
    // The longest wait between two tries, second by second for the server to answer in between.
    for (let waited = 0; waited < 15 && (await isLost()); waited += 1) await page.clock.runFor(1_000);
    expect(await isLost()).toBe(false);
  };

  itInFull(
    'resumes unasked after everything has restarted: time, count, own answer and layers as before',
    async () => {
      await page.clock.install();
      await join();
      const closesAt = new Date(Date.now() + 600_000).toISOString();
      server.tell(running({ ...OPEN_ROUND, closesAt }, { answered: { count: 5, of: 312 } }));
      await page.locator('.ph-rows').waitFor();
      await nameThree();
      await restartsUnasked();
      expect(await page.locator('.ph-when').innerText()).toMatch(/(10:00|9:\d\d)$/);
      expect(await page.locator('.ph-stepper input').first().inputValue()).toBe('55');
      await page.getByRole('button', { name: 'Commit', exact: true }).click();
      await page.locator('[data-posting=kept]').waitFor();

      const closed = { ...OPEN_ROUND, closesAt, state: 'closed' } as const;
      server.tell(running(closed, { answered: { count: 300, of: 312 } }));
      await page.getByText('300 of 312 have answered').waitFor();
      const before = await page.locator('main').innerText();
      expect(before).toContain('something of mine');
      await restartsUnasked();
      expect(await page.locator('main').innerText()).toBe(before);

      const shown = { ...closed, state: 'revealed' } as const;
      const result = { ...RESULT, stageKey: null, diagnosis: null };
      server.tell(running(shown, { layers: ['class', 'engine'], result }));
      await page.locator('[data-voice=engine]').first().waitFor();
      const layers = await page.locator('main').innerText();
      await restartsUnasked();
      expect(await page.locator('main').innerText()).toBe(layers);
      expect(server.submissions).toHaveLength(1);
      expect(server.joins).toHaveLength(1);
    },
  );

  itInFull('follows by asking where no stream is let through', async () => {
    server.streams = false;
    await join();
    await page.locator('[data-link=polling]').waitFor();
    server.tell(running(TEST_ROUND));
    await page.locator('.ph-pick').first().waitFor();
  });

  it('shows what is revealed, layer by layer, then the own score', async () => {
    await join();
    const shown = { ...OPEN_ROUND, state: 'revealed' } as const;
    const nothing = { engine: null, stageKey: null, diagnosis: null };
    server.tell(running(shown, { layers: ['class'], result: { ...RESULT, ...nothing } }));
    await page.locator('[data-voice=class]').first().waitFor();
    expect(await page.locator('[data-voice=engine]').count()).toBe(0);
    server.room.mine = SCORED;
    server.tell(running(shown, { layers: ['class', 'engine', 'stage-key', 'diagnosis'], result: RESULT }));
    await page.locator('.ph-score').waitFor();
    expect(await page.locator('h1').innerText()).toContain('Pulmonary embolism');
    expect(await page.locator('.ph-score').innerText()).toContain('0.60');
    expect(await page.locator('.ph-ask').count()).toBe(2);
    expect(await page.locator('[data-voice=engine]').count()).toBeGreaterThan(3);
    expect(await fits()).toBe(true);
    server.tell({ state: 'ended' });
    await page.getByText('The room has ended').waitFor();
  });

  it('says why an answer is not taken: started anew, or not open', async () => {
    await join();
    server.tell(running(TEST_ROUND));
    await page.locator('.ph-pick').first().click();
    server.room.submissionRefusal = { status: 409, code: 'round-reset' };
    await page.getByRole('button', { name: 'Commit' }).click();
    await page.locator('[data-posting=refused]').waitFor();
    expect(await page.locator('[data-posting=refused]').innerText()).toContain('started anew');
    server.room.submissionRefusal = null;
    server.tell(running({ ...TEST_ROUND, attempt: 2 }));
    await page.locator('[data-posting=refused]').waitFor({ state: 'detached' });
    await page.locator('.ph-pick').first().click();
    await page.getByRole('button', { name: 'Commit' }).click();
    await page.locator('[data-posting=kept]').waitFor();
    expect(server.submissions).toMatchObject([{ attempt: 2, revision: 1 }]);
  });

  it.each([
    [403, 'room-locked', 'The room is locked'],
    [409, 'room-full', 'The room is full'],
    [410, 'room-ended', 'The lecture is over'],
  ])('says why nobody is let in (%i %s)', async (status, code, title) => {
    server.room.door = { status, code };
    await page.goto(`${server.baseUrl}/j/482713`);
    await page.locator('#name').waitFor();
    await page.locator('button[type=submit]').click();
    await page.getByRole('heading', { name: title }).waitFor();
  });

  it('knows no room by a wrong code, and speaks Chinese', async () => {
    await page.goto(`${server.baseUrl}/j/000000`);
    await page.getByRole('heading', { name: 'There is no room 000 000' }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '没有课堂' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh');
  });
});
