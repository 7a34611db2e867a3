import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { eventually, FULL } from '@openrounds/testing';
import { canonicalJson } from '@openrounds/transparency-log';
import { Client } from 'pg';
import request from 'supertest';
import { borrowStack } from '../support/borrowed-stack';
import { answerOf, clientOf, type ApiClient, type Schemas } from '../support/client';
import { expectAllWell } from '../support/health';
import { Phone, type Submission } from '../support/phone';
import { logSize } from '../support/runs';
import { type Stack } from '../support/stack';

jest.setTimeout(240_000);

const PHONES = 24;
type TeacherState = Schemas['TeacherRoomState'];

/** A lecture in which teaching dies at the worst moments, one after the other. */
describe('a lecture in which things break', () => {
  let stack: Stack;
  let teacher: ApiClient;
  let code: string;
  let roomId: string;
  let rounds: readonly string[];
  let phones: readonly Phone[];
  /** What stood in the log before: it is one log for all who had the stack. */
  let loggedBefore: number;

  const press = (verb: 'open' | 'close' | 'reveal' | 'end', body: object, key: string) =>
    teacher.POST(`/v1/rooms/{code}/${verb}`, {
      params: { path: { code }, header: { 'Idempotency-Key': key } },
      body: body as never,
    });
  /** Presses until it is carried out; under one key, so that it is so once. */
  const act = (...pressed: Parameters<typeof press>): Promise<TeacherState> =>
    eventually(`the teacher’s ${pressed[0]}`, async () => (await press(...pressed)).data);

  const state = (): Promise<TeacherState> =>
    eventually('the state', async () => {
      const { data } = await teacher.GET('/v1/rooms/{code}', { params: { path: { code: roomId } } });
      return data as TeacherState | undefined;
    });

  const answerOfPhone = ({ number }: Phone, round: number): Submission => ({
    roundId: rounds[round] ?? '',
    attempt: 1,
    revision: 1,
    committedAt: new Date().toISOString(),
    answer: {
      kind: 'differential',
      entries: [
        { diseaseId: 'pulmonary-embolism', points: 20 + number },
        { diseaseId: 'community-acquired-pneumonia', points: 5 },
        { diseaseId: 'acute-pericarditis', points: 5 },
      ],
      other: 70 - number,
    },
  });

  /** A phone sends until it is told that its answer is in the room. */
  const commit = (phone: Phone, round: number): Promise<string> =>
    eventually(`phone ${String(phone.number)} is answered`, async () => {
      const status = await phone.send(answerOfPhone(phone, round)).catch(() => 'away');
      return ['kept', 'unchanged'].includes(status) ? status : undefined;
    });

  const stored = async (round: number): Promise<[participants: number, points: number][]> => {
    const database = new Client({ connectionString: await stack.databaseUrl() });
    await database.connect();
    try {
      const { rows } = await database.query<{ number: number; points: number }>(
        `SELECT number, (answer->'entries'->0->>'points')::int AS points FROM teaching.submissions
          WHERE round_id = $1 ORDER BY number`,
        [rounds[round]],
      );
      return rows.map(({ number, points }) => [number, points]);
    } finally {
      await database.end();
    }
  };

  /** Teaching will die once when it comes by the point; in the short form the loss of answers alone is tried. */
  const arm = async (point: string): Promise<{ strike(): Promise<void> }> => {
    if (!FULL && point !== 'teaching:record-submissions') return { strike: () => Promise.resolve() };
    await stack.restart('teaching', {
      FAULT_POINT: point,
      FAULT_ONCE_FILE: join(stack.dataDir, point.replace(':', '-')),
    });
    return {
      strike: async () => {
        await stack.exited('teaching');
        await stack.restart('teaching');
      },
    };
  };

  const recordAt = async (index: number): Promise<Record<string, unknown>> => {
    const { record } = await answerOf(
      teacher.GET('/v1/log/entries/{index}', { params: { path: { index } } }),
    );
    return record ?? {};
  };

  beforeAll(async () => {
    stack = await borrowStack();
    teacher = clientOf(stack.baseUrl, stack.apiKey);
    loggedBefore = await logSize(teacher);
    const { items } = await answerOf(teacher.GET('/v1/library', { params: { query: { limit: 1 } } }));
    const task = { task: 'differential' } as const;
    const room = await answerOf(
      teacher.POST('/v1/rooms', {
        params: {},
        body: {
          caseId: items[0]?.id ?? '',
          rounds: [
            { stageNo: 1, task, seconds: null },
            { stageNo: 2, task, seconds: null },
          ],
          settings: { language: 'en', entry: 'open', textOnPhones: true },
        },
      }),
    );
    ({ code, id: roomId } = room);
    rounds = (await state()).control.rounds.map(({ id }) => id);
  });
  afterEach(() => expectAllWell(stack));
  afterAll(async () => {
    await stack.stop();
  });

  it('seats everybody once where teaching dies between its commit and its reply', async () => {
    const { strike } = await arm('teaching:join-room');
    const keys = Array.from({ length: PHONES }, (_, at) => `key-of-phone-${String(at)}-0123456789`);
    const joining = keys.map((joinKey) =>
      eventually(`${joinKey} comes in`, () =>
        Phone.join(stack.baseUrl, code, { joinKey }).catch(() => undefined),
      ),
    );
    await strike();
    phones = (await Promise.all(joining)).sort((one, two) => one.number - two.number);
    expect(phones.map(({ number }) => number)).toEqual(keys.map((_, at) => at + 1));
    expect((await state()).participants).toBe(PHONES);
  });

  it('carries out a press once where teaching dies between its commit and its reply', async () => {
    const { strike } = await arm('teaching:room-command');
    const opened = act('open', { roundId: rounds[0] }, 'press-1');
    await strike();
    expect(await opened).toMatchObject({ round: { attempt: 1, state: 'open' } });
  });

  it('keeps every answer once where teaching dies between its commit and its reply', async () => {
    const { strike } = await arm('teaching:record-submissions');
    const committed = phones.map((phone) => commit(phone, 0));
    await strike();
    const statuses = await Promise.all(committed);
    expect(statuses).toContain('unchanged');
    expect(await stored(0)).toEqual(phones.map(({ number }) => [number, 20 + number]));
    await eventually('all are counted', async () => (await state()).answered.count === PHONES);
  });

  it('is as it was when everything starts anew between close and reveal', async () => {
    await act('close', { roundId: rounds[0] }, 'press-2');
    const counted = () =>
      eventually('the count for good', async () => {
        const results = await teacher.GET('/v1/rooms/{code}/results', { params: { path: { code } } });
        return results.data?.rounds[0];
      });
    const before = await counted();
    for (const service of FULL ? (['teaching', 'gateway'] as const) : (['teaching'] as const)) {
      await stack.kill(service);
      await stack.restart(service);
    }
    expect(await counted()).toEqual(before);
    const revealed = await act('reveal', { roundId: rounds[0], layers: ['class'] }, 'press-3');
    expect(revealed.result?.class).toEqual(before.class);
    const [phone] = phones;
    expect((await phone?.mine())?.rounds[0]?.own).toMatchObject({ revision: 1, late: false });
  });

  it('logs what was promised and what was given out, each once, and the one opens the other', async () => {
    await act('end', {}, 'press-4');
    await eventually('both records', async () => (await logSize(teacher)) >= loggedBefore + 2);
    expect(await logSize(teacher)).toBe(loggedBefore + 2);
    const [promised, released] = [await recordAt(loggedBefore), await recordAt(loggedBefore + 1)];
    expect([promised['kind'], released['kind']]).toEqual(['key-committed', 'room-released']);
    expect(promised['key']).toBeUndefined();
    const opened = createHash('sha256')
      .update(`openrounds/key/v1\n${String(released['keySalt'])}\n${canonicalJson(released['key'])}`)
      .digest('hex');
    expect(opened).toBe(promised['keyHash']);
    expect(released).toMatchObject({ opens: true, rounds: [{ answered: PHONES }, { answered: 0 }] });
  });

  it('is found by its code after the end: closed to strangers, and open to those who were in it', async () => {
    await stack.restart('gateway');
    const { body } = await request(stack.baseUrl).get(`/v1/rooms/${code}`);
    expect(body).toEqual({ code, state: 'ended', language: 'en', entry: 'open' });
    await expect(Phone.join(stack.baseUrl, code)).rejects.toThrow('410');
    const [phone] = phones;
    const { joinKey = '', number } = phone ?? {};
    const back = await Phone.join(stack.baseUrl, code, { joinKey });
    expect(back.joined).toMatchObject({ number, room: { roomId, state: 'ended' } });
    expect((await back.mine()).rounds[0]?.own).toMatchObject({ revision: 1, late: false });
  });
});
