import type { StreamListener } from '../room/connection';
import type { RoomEvents } from '../room/open-stream';
import type { RoomAnswer, RoomState, SubmissionInput } from '../room/types';
import { sitDown, type Store } from './memory';
import { type PhoneApi, PhoneError } from './phone-api';
import { PhoneRoom } from './phone-room';
import { pageOf } from './phone-state';

const ROUND = {
  id: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10',
  stageNo: 1,
  position: 1,
  task: { task: 'representation' as const },
  attempt: 1,
  state: 'open' as const,
  closesAt: null,
  scored: true,
};
const FRAME: RoomState = {
  code: '482713',
  roomId: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a11',
  seq: 7,
  state: 'running',
  language: 'en',
  entry: 'open',
  serverNow: '2026-11-20T09:00:00.000Z',
  participants: 3,
  stage: { no: 1, of: 4, kind: 'history', title: null },
  round: ROUND,
  answered: { count: 0, of: 3 },
  layers: [],
  result: null,
};
const ANSWER: RoomAnswer = { kind: 'text', text: 'A woman of 58, suddenly breathless.' };

/** A room that can be away, refuse, and say what it was asked. */
class Hall {
  away = false;
  frame: RoomState | null = FRAME;
  /** How far the room has come, for those who stand outside. */
  progress: RoomState['state'] = 'running';
  refusal: PhoneError | null = null;
  readonly joins: unknown[][] = [];
  readonly submissions: SubmissionInput[] = [];
  readonly asked: string[] = [];
  readonly kept: Record<string, string> = {};
  /** By which the stream was opened. */
  bearer: string | null = null;
  stream: StreamListener | null = null;
  events: RoomEvents<RoomState> | null = null;

  readonly store: Store = {
    read: (key) => this.kept[key] ?? null,
    write: (key, value) => {
      this.kept[key] = value;
      return true;
    },
    remove: (key) => {
      Reflect.deleteProperty(this.kept, key);
    },
  };

  phone(): PhoneRoom {
    return new PhoneRoom(
      {
        code: '482713',
        apiFor: (language) => this.api(language),
        listen: (_, bearer, listener, events) => {
          [this.bearer, this.stream, this.events] = [bearer, listener, events];
          return () => undefined;
        },
        store: this.store,
        random: () => 0.5,
        now: () => Date.parse('2026-11-20T08:00:00.000Z'),
        dropPage: () => {
          this.asked.push('drop');
          return Promise.resolve();
        },
      },
      'en',
    );
  }

  private says<T>(what: string, value: T): Promise<T> {
    this.asked.push(what);
    return this.away ? Promise.reject(new PhoneError(null, null)) : Promise.resolve(value);
  }

  private api(language: string): PhoneApi {
    const { code, entry } = FRAME;
    const door = { code, state: this.progress, language: 'en' as const, entry };
    const api: Pick<
      PhoneApi,
      'language' | 'eventsPath' | 'door' | 'join' | 'frame' | 'mine' | 'stage' | 'names' | 'submit' | 'forget'
    > = {
      language,
      eventsPath: '/events',
      door: () => this.says('door', door),
      join: (...given) => {
        this.joins.push(given);
        return this.says('join', { number: 7, token: 't', resumeCode: 'r', room: FRAME });
      },
      frame: () => this.says('frame', this.frame ?? door),
      mine: () => this.says('mine', { number: 7, seq: 7, rounds: [], prompts: null }),
      stage: (_, no) =>
        this.says(`stage ${String(no)}`, {
          seq: 7,
          no,
          of: 4,
          kind: 'history' as const,
          title: null,
          text: { text: 'A woman of 58.', language: 'en' as const },
          findings: [],
          engine: null,
          stageKey: null,
          rounds: [],
          afterwards: null,
        }),
      names: () => this.says('names', [['pe', language === 'zh' ? '肺栓塞' : 'Pulmonary embolism']]),
      forget: () => this.says('forget', undefined),
      submit: (_, submission) => {
        if (!this.away && this.refusal !== null) return Promise.reject(this.refusal);
        if (!this.away) this.submissions.push(submission);
        const { roundId, attempt, revision } = submission;
        const receivedAt = '2026-11-20T09:00:01.000Z';
        return this.says('submit', { roundId, attempt, revision, receivedAt, status: 'kept' as const });
      },
    };
    return api as PhoneApi;
  }
}

const after = (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);

async function joined(hall: Hall): Promise<PhoneRoom> {
  const phone = hall.phone();
  phone.start();
  await after(0);
  await phone.join('', '');
  await after(0);
  hall.stream?.onOpen();
  return phone;
}

describe('a phone in a room', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('joins, and has text, names and its own things', async () => {
    const hall = new Hall();
    const state = (await joined(hall)).snapshot();
    expect(state.memory.seat?.number).toBe(7);
    expect(state.link).toBe('live');
    expect(state.stages[1]?.text?.text).toBe('A woman of 58.');
    expect(state.names).toEqual([['pe', 'Pulmonary embolism']]);
    expect(state.ahead).toBe(3_600_000);
  });

  it('opens the stream by its cookie, and by its token where a learning platform led here', async () => {
    const hall = new Hall();
    await joined(hall);
    expect(hall.bearer).toBeNull();
    const launched = new Hall();
    sitDown(launched.store, '482713', { number: 7, token: 'of the seat', resumeCode: '' });
    launched.phone().start();
    await after(0);
    expect(launched.bearer).toBe('of the seat');
  });

  it('joins by the same key until it is answered', async () => {
    const hall = new Hall();
    const phone = hall.phone();
    phone.start();
    await after(0);
    hall.away = true;
    await phone.join('', '');
    expect(phone.snapshot().memory.seat).toBeNull();
    hall.away = false;
    await phone.join('', '');
    expect(phone.snapshot().memory.seat?.number).toBe(7);
    expect(hall.joins[0]).toEqual(hall.joins[1]);
  });

  it('keeps an answer for a minute without a network and sends it once', async () => {
    const hall = new Hall();
    const phone = await joined(hall);
    hall.away = true;
    hall.stream?.onError();
    phone.commit(ROUND, ANSWER);
    await after(60_000);
    expect(phone.snapshot()).toMatchObject({ link: 'lost', keptHere: true });
    expect(phone.snapshot().memory.outbox[ROUND.id]?.posting).toBe('waiting');
    expect(JSON.stringify(hall.kept)).toContain('suddenly breathless');
    hall.away = false;
    await after(25_000);
    expect(hall.submissions).toHaveLength(1);
    expect(hall.submissions[0]).toMatchObject({
      revision: 1,
      answer: ANSWER,
      committedAt: '2026-11-20T09:00:00.000Z',
    });
    expect(phone.snapshot().memory.outbox[ROUND.id]?.posting).toBe('kept');
    expect(phone.snapshot().link).toBe('polling');
  });

  it('asks once in a while what its team has answered, where another phone writes for it', async () => {
    const hall = new Hall();
    hall.frame = { ...FRAME, round: { ...ROUND, answerBy: 'team' } };
    await joined(hall);
    hall.events?.onFrame(hall.frame);
    await after(2_000);
    const asks = (): number => hall.asked.filter((what) => what === 'mine').length;
    const before = asks();
    const tell = (count: number): void =>
      hall.events?.onTally({ roundId: ROUND.id, attempt: 1, answered: count, of: 3 });
    for (const count of [1, 2, 3]) tell(count);
    await after(8_000);
    expect(asks()).toBe(before + 1);
    hall.events?.onFrame({ ...FRAME, seq: 20 });
    await after(2_000);
    const then = asks();
    tell(1);
    await after(8_000);
    expect(asks()).toBe(then);
  });

  it('sends what waits when the page is opened again', async () => {
    const hall = new Hall();
    const first = await joined(hall);
    hall.away = true;
    first.commit(ROUND, ANSWER);
    await after(0);
    first.stop();
    hall.away = false;
    const second = hall.phone();
    expect(second.snapshot().memory.seat?.number).toBe(7);
    second.start();
    await after(0);
    expect(hall.submissions).toHaveLength(1);
  });

  it('shows what it last heard when the page is opened without a network', async () => {
    const hall = new Hall();
    const first = await joined(hall);
    hall.away = true;
    first.commit(ROUND, ANSWER);
    await after(0);
    first.stop();
    const second = hall.phone();
    second.start();
    await after(0);
    const state = second.snapshot();
    expect(pageOf(state)).toBe('answer');
    expect(state.stages[1]?.text?.text).toBe('A woman of 58.');
    expect(state).toMatchObject({ link: 'lost', ahead: 3_600_000, mine: { number: 7 } });
    expect(state.memory.outbox[ROUND.id]?.posting).toBe('waiting');
    hall.away = false;
    await after(25_000);
    expect(hall.submissions).toHaveLength(1);
  });

  it('shows nothing of a room to whom it has no seat in it', async () => {
    const hall = new Hall();
    const first = await joined(hall);
    first.stop();
    delete hall.kept['openrounds.room.482713'];
    expect(pageOf(hall.phone().snapshot())).toBe('looking');
  });

  it('is forgotten by the room first, then leaves nothing on this phone', async () => {
    const hall = new Hall();
    const phone = await joined(hall);
    phone.commit(ROUND, ANSWER);
    await after(0);
    phone.thinkOfForgetting(true);
    expect(pageOf(phone.snapshot())).toBe('forget');
    hall.away = true;
    await phone.forget();
    expect(phone.snapshot().forgetting).toBe('unanswered');
    expect(Object.keys(hall.kept)).not.toEqual([]);
    hall.away = false;
    hall.asked.length = 0;
    await phone.forget();
    expect(hall.asked).toEqual(['forget', 'drop']);
    expect(pageOf(phone.snapshot())).toBe('forgotten');
    expect(phone.snapshot()).toMatchObject({ frame: null, mine: null, memory: { seat: null, outbox: {} } });
    phone.wake();
    await after(60_000);
    expect([hall.kept, hall.asked]).toEqual([{}, ['forget', 'drop']]);
  });

  it('is told that the lecture is over, and shown it again where it was in it', async () => {
    const hall = new Hall();
    hall.progress = 'ended';
    hall.frame = { ...FRAME, state: 'ended' };
    const phone = hall.phone();
    phone.start();
    await after(0);
    expect(phone.snapshot().refusal).toBe('ended');
    expect(pageOf(phone.snapshot())).toBe('refused');
    phone.comeBack();
    expect(pageOf(phone.snapshot())).toBe('join');
    await phone.join('', 'ABCDE-FGHJK');
    await after(0);
    expect(pageOf(phone.snapshot())).toBe('ended');
  });

  it('sends only the last of several changes made without a network', async () => {
    const hall = new Hall();
    const phone = await joined(hall);
    hall.away = true;
    phone.commit(ROUND, ANSWER);
    await after(0);
    phone.commit(ROUND, { kind: 'text', text: 'Better said.' });
    hall.away = false;
    phone.wake();
    await after(20_000);
    expect(hall.submissions.map(({ revision }) => revision)).toEqual([2]);
  });

  it('does not repeat an answer of an older attempt', async () => {
    const hall = new Hall();
    const phone = await joined(hall);
    hall.refusal = new PhoneError(409, 'round-reset');
    phone.commit(ROUND, ANSWER);
    await after(60_000);
    expect(phone.snapshot().memory.outbox[ROUND.id]?.posting).toEqual({ refused: 'round-reset' });
  });

  it('asks for its own things after a change of the room, not after each count', async () => {
    const hall = new Hall();
    await joined(hall);
    hall.asked.length = 0;
    hall.events?.onFrame({ ...FRAME, seq: 8, answered: { count: 1, of: 3 } });
    hall.events?.onTally({ roundId: ROUND.id, attempt: 1, answered: 2, of: 3 });
    await after(2_000);
    expect(hall.asked).toEqual([]);
    hall.events?.onFrame({ ...FRAME, seq: 9, round: { ...ROUND, state: 'closed' } });
    await after(2_000);
    expect(hall.asked).toEqual(['mine']);
  });

  it('leaves when the teacher has taken the number out', async () => {
    const hall = new Hall();
    const phone = await joined(hall);
    hall.frame = null;
    phone.wake();
    await after(0);
    expect(phone.snapshot().removed).toBe(true);
    hall.asked.length = 0;
    await after(60_000);
    expect(hall.asked).toEqual([]);
  });

  it('speaks another language with its names and texts', async () => {
    const hall = new Hall();
    const phone = await joined(hall);
    phone.speak('zh');
    expect(phone.snapshot().stages).toEqual({});
    await after(0);
    expect(phone.snapshot().names).toEqual([['pe', '肺栓塞']]);
    expect(phone.snapshot().stages[1]).toBeDefined();
  });

  it.each([
    [404, 'not-found', 'no-room'],
    [403, 'room-locked', 'locked'],
    [409, 'room-full', 'full'],
    [410, 'room-ended', 'ended'],
    [401, 'unauthenticated', 'account'],
  ])('says why it is not let in (%i %s)', async (status, code, refusal) => {
    const hall = new Hall();
    const phone = hall.phone();
    phone.start();
    await after(0);
    hall.joins.push = () => {
      throw new PhoneError(status, code);
    };
    await phone.join('', '');
    expect(phone.snapshot()).toMatchObject({ refusal, joining: false });
  });
});
