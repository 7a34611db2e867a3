import { type Page } from 'playwright-core';
import { type PageLanguage } from './console-page';
import { type FakeRoomServer } from './fake-room';
import {
  ERROR_ROUND,
  LOBBY,
  OPEN_ROUND,
  RESULT,
  running,
  SCORED,
  sampleRoom,
  TEST_ROUND,
} from './sample-room';

type StateName =
  | 'code'
  | 'code-faulty'
  | 'no-room'
  | 'join'
  | 'join-signed-in'
  | 'join-unanswered'
  | 'join-bad-code'
  | 'locked'
  | 'full'
  | 'account'
  | 'over'
  | 'lobby'
  | 'between'
  | 'open-differential'
  | 'named'
  | 'sum-too-high'
  | 'saved-on-this-phone'
  | 'in-the-room'
  | 'newer-elsewhere'
  | 'reset'
  | 'open-test'
  | 'open-error'
  | 'open-text'
  | 'closed'
  | 'closed-late'
  | 'class-shown'
  | 'engine-shown'
  | 'engine-away'
  | 'key-shown'
  | 'choices-shown'
  | 'diagnosis-shown'
  | 'no-stream'
  | 'server-away'
  | 'forget'
  | 'forget-unanswered'
  | 'ended'
  | 'removed'
  | 'forgotten';
/** How each state is reached from the one before it. */
export type PhoneStates = Readonly<Record<StateName, () => Promise<void>>>;

const CLOSED = { ...OPEN_ROUND, state: 'closed' } as const;
const SHOWN = { ...OPEN_ROUND, state: 'revealed' } as const;
const NOTHING_SHOWN = { class: null, engine: null, stageKey: null, roundKey: null, diagnosis: null };
const NAMES = {
  en: ['Pulmonary embolism', 'Pneumothorax', 'something of my own that has a long name'],
  zh: ['Pulmonary embolism', 'Pneumothorax', '我自己的一个名称很长的诊断'],
} as const;
const CHOICES = {
  kind: 'choice',
  answered: 300,
  options: [
    { optionId: 'ct-pulmonary-angiogram', count: 180 },
    { optionId: 'chest-x-ray', count: 71 },
    { optionId: 'd-dimer', count: 40 },
    { optionId: 'no-test-yet', count: 9 },
  ],
} as const;

/** The states of a phone in a room that is played by a server of the test's own. */
export function phoneStates(page: Page, server: FakeRoomServer, language: PageLanguage): PhoneStates {
  const appears = (selector: string): Promise<void> => page.locator(selector).first().waitFor();
  const open = async (path: string): Promise<void> => {
    await page.goto(`${server.baseUrl}${path}?lang=${language}`);
    await appears('h1');
  };
  /** As somebody whom this phone has never seen. */
  const openAnew = async (path: string): Promise<void> => {
    await page.evaluate('if (location.protocol !== "about:") localStorage.clear()');
    await open(path);
  };
  const press = (selector: string): Promise<void> => page.locator(selector).first().click();
  const submit = (): Promise<void> => press('button[type=submit]');
  const knock = async (door: typeof server.room.door): Promise<void> => {
    server.room.door = door;
    await openAnew('/j/482713');
    await appears('#name');
    await submit();
  };
  const refusedBy = (status: number, code: string) => async (): Promise<void> => {
    await knock({ status, code });
    await page.locator('#name').waitFor({ state: 'detached' });
  };
  const write = async (points: readonly string[]): Promise<void> => {
    for (const [at, given] of points.entries()) await page.locator('.ph-stepper input').nth(at).fill(given);
  };
  const commit = (): Promise<void> => press('.ph-bar .ph-btn');
  const posted = (posting: string): Promise<void> => appears(`[data-posting=${posting}]`);
  const wake = (): Promise<unknown> => page.evaluate("dispatchEvent(new Event('online'))");
  const forgetLink = '.ph-foot .ph-lang';

  return {
    code: () => open('/join'),
    'code-faulty': async () => {
      await page.locator('#code').fill('12');
      await submit();
      await appears('#code-fault');
    },
    'no-room': () => openAnew('/j/000000'),
    join: async () => {
      await openAnew('/j/482713');
      await appears('#name');
    },
    'join-signed-in': async () => {
      server.room.isSignedIn = true;
      await openAnew('/j/482713');
      await appears('.ph-pick');
    },
    'join-unanswered': async () => {
      server.room.isSignedIn = false;
      await openAnew('/j/482713');
      await appears('#name');
      server.goAway(true);
      await submit();
      await appears('.fault');
      server.goAway(false);
    },
    'join-bad-code': async () => {
      server.room.door = { status: 404, code: 'not-found' };
      await openAnew('/j/482713');
      await press('.ph-link');
      await page.locator('#resume').fill('ABCDE-FGHJK');
      await submit();
      await appears('#resume-hint.fault');
    },
    locked: refusedBy(403, 'room-locked'),
    full: refusedBy(409, 'room-full'),
    account: refusedBy(401, 'unauthenticated'),
    over: async () => {
      server.tell({ state: 'ended' });
      await openAnew('/j/482713');
      await appears('.ph-link');
      server.tell(LOBBY);
    },
    lobby: async () => {
      await knock(null);
      await appears('.ph-seat');
    },
    between: async () => {
      server.tell(running(null));
      await appears('.ph-case');
    },
    'open-differential': async () => {
      server.tell(running({ ...OPEN_ROUND, closesAt: new Date(Date.now() + 600_000).toISOString() }));
      await appears('.ph-rows');
    },
    named: async () => {
      for (const name of NAMES[language]) {
        await page.locator('.ph-naming input').first().fill(name);
        await page.keyboard.press('Enter');
      }
      await write(['55', '20', '10', '15']);
    },
    'sum-too-high': () => write(['85']),
    'saved-on-this-phone': async () => {
      await write(['55']);
      server.goAway(true);
      await commit();
      await posted('waiting');
    },
    'in-the-room': async () => {
      server.goAway(false);
      await wake();
      await posted('kept');
    },
    'newer-elsewhere': async () => {
      server.room.submissionRefusal = { status: 409, code: 'newer-revision' };
      await commit();
      await commit();
      await posted('refused');
    },
    reset: async () => {
      server.room.submissionRefusal = { status: 409, code: 'round-reset' };
      await commit();
      await commit();
      await page.locator('.ph-rows').waitFor();
      await posted('refused');
      server.room.submissionRefusal = null;
    },
    'open-test': async () => {
      server.tell(running(TEST_ROUND));
      await appears('.ph-pick');
      await press('.ph-pick');
    },
    'open-error': async () => {
      server.tell(running(ERROR_ROUND));
      await appears('#why');
    },
    'open-text': async () => {
      server.tell(running({ ...TEST_ROUND, attempt: 2, task: { task: 'representation' } }));
      await appears('textarea#sentence');
    },
    closed: async () => {
      server.tell(running({ ...CLOSED, attempt: 3 }));
      await posted('none');
    },
    'closed-late': async () => {
      server.room.mine = lateMine();
      server.tell(running(CLOSED));
      await posted('late');
    },
    'class-shown': async () => {
      server.tell(running(SHOWN, { layers: ['class'], result: { ...NOTHING_SHOWN, class: RESULT.class } }));
      await appears('[data-voice=class]');
    },
    'engine-shown': async () => {
      const { class: ofClass, engine } = RESULT;
      const layers = ['class', 'engine'] as ('class' | 'engine')[];
      server.tell(running(SHOWN, { layers, result: { ...NOTHING_SHOWN, class: ofClass, engine } }));
      await appears('[data-voice=engine]');
      await press('.ph-table summary');
    },
    'engine-away': async () => {
      const result = { ...NOTHING_SHOWN, class: RESULT.class };
      server.tell(running(SHOWN, { layers: ['class', 'engine'], result, degraded: ['engine'] }));
      await appears('.ph-note');
    },
    'key-shown': async () => {
      const result = { ...RESULT, diagnosis: null };
      server.tell(running(SHOWN, { layers: ['class', 'engine', 'stage-key'], result, degraded: undefined }));
      await appears('[data-voice=key]');
    },
    'choices-shown': async () => {
      const round = { ...TEST_ROUND, state: 'revealed' } as const;
      server.tell(
        running(round, { layers: ['class'], result: { ...NOTHING_SHOWN, class: CHOICES as never } }),
      );
      await page.locator('[data-voice=key]').first().waitFor({ state: 'detached' });
      await press('.ph-table summary');
    },
    'diagnosis-shown': async () => {
      server.room.mine = SCORED;
      server.tell(running(SHOWN, { layers: ['class', 'engine', 'stage-key', 'diagnosis'], result: RESULT }));
      await appears('.ph-score');
      await press('.ph-table summary');
    },
    'no-stream': async () => {
      server.streams = false;
      await open('/j/482713');
      await appears('[data-link=polling]');
    },
    'server-away': async () => {
      server.goAway(true);
      await wake();
      await appears('[data-link=lost]');
    },
    forget: async () => {
      server.goAway(false);
      server.streams = true;
      await press(forgetLink);
      await page.locator('.ph-link').waitFor();
    },
    'forget-unanswered': async () => {
      server.goAway(true);
      await commit();
      await appears('.fault');
      server.goAway(false);
      await press('.ph-link');
    },
    ended: async () => {
      server.tell({ state: 'ended' });
      await wake();
      await appears('.ph-diagnosis');
    },
    removed: async () => {
      server.room.isRemoved = true;
      await open('/j/482713');
      await page.locator('.ph-score').waitFor({ state: 'detached' });
      server.room.isRemoved = false;
    },
    forgotten: async () => {
      await press(forgetLink);
      await page.locator('.ph-link').waitFor();
      await commit();
      await page.locator('.ph-link').waitFor({ state: 'detached' });
    },
  };
}

/** An answer that came after the end, from another phone. */
function lateMine(): typeof SCORED {
  const { mine } = sampleRoom();
  const at = '2026-11-20T09:02:00.000Z';
  const answer = {
    kind: 'differential' as const,
    entries: [{ diseaseId: 'pulmonary-embolism', points: 60 }],
    other: 40,
  };
  const own = { attempt: 1, revision: 9, committedAt: at, receivedAt: at, late: true, answer };
  const { id: roundId, stageNo, attempt } = OPEN_ROUND;
  return { ...mine, rounds: [{ roundId, stageNo, attempt, closesAt: null, own, score: null }] };
}
