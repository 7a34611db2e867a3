import { simulatedStudent } from '@openrounds/learning';
import { eventually, itInFull } from '@openrounds/testing';
import { parse } from 'csv-parse/sync';
import request from 'supertest';
import { answerOf, clientOf, type ApiClient, type Schemas } from '../support/client';
import { logged } from '../support/log-records';
import { newJoinKey, Phone, RoomStream, type Submission } from '../support/phone';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(180_000);

const PHONES = 20;
/** Tells the one lung disease of this list from the other. */
const TELLING_TEST = 'chest-x-ray';
const LISTED = ['pulmonary-embolism', 'community-acquired-pneumonia', 'acute-pericarditis'] as const;

type TeacherState = Schemas['TeacherRoomState'];
type Verb =
  | 'open'
  | 'close'
  | 'extend'
  | 'reset'
  | 'reveal'
  | 'count-late'
  | 'stage'
  | 'lock'
  | 'end'
  | 'rounds'
  | 'words';

/** One lecture from the first phone to the end, each test after the one before. */
describe('a lecture', () => {
  let stack: RunningStack;
  let teacher: ApiClient;
  let code: string;
  let roomId: string;
  let rounds: readonly string[];
  const phones: Phone[] = [];

  const one = (place: number): Phone => {
    const phone = phones[place];
    if (phone === undefined) throw new Error(`there is no phone ${String(place)}`);
    return phone;
  };
  const act = async (verb: Verb, body: object): Promise<TeacherState> =>
    answerOf(teacher.POST(`/v1/rooms/{code}/${verb}`, { params: { path: { code } }, body: body as never }));
  const refused = async (verb: Verb, body: object): Promise<string> => {
    const { error, response } = await teacher.POST(`/v1/rooms/{code}/${verb}`, {
      params: { path: { code } },
      body: body as never,
    });
    const { type = '' } = (error ?? {}) as { type?: string };
    return `${String(response.status)} ${type.replace('/problems/', '')}`;
  };
  const state = async (): Promise<TeacherState> =>
    (await answerOf(teacher.GET('/v1/rooms/{code}', { params: { path: { code } } }))) as TeacherState;
  const resultsNow = (): Promise<Schemas['RoomResults']> =>
    answerOf(teacher.GET('/v1/rooms/{code}/results', { params: { path: { code } } }));

  /** What a phone commits to: points that tell the phones apart, and in the second revision the right ones. */
  const answerOfPhone = (phone: Phone, round: number, revision: number, attempt = 1): Submission => {
    const first = revision === 1 ? 34 : 40 + phone.number;
    const [one = '', two = '', three = ''] = LISTED;
    return {
      roundId: rounds[round] ?? '',
      attempt,
      revision,
      committedAt: new Date().toISOString(),
      answer: {
        kind: 'differential',
        entries: [
          { diseaseId: one, points: first },
          { diseaseId: two, points: 5 },
          phone.number % 2 === 0 ? { text: 'tel. 13812345678', points: 5 } : { diseaseId: three, points: 5 },
        ],
        other: 90 - first,
      },
    };
  };

  beforeAll(async () => {
    stack = await sharedStack();
    teacher = clientOf(stack.baseUrl, stack.apiKey);
    const { items } = await answerOf(teacher.GET('/v1/library', { params: { query: { limit: 1 } } }));
    const room = await answerOf(
      teacher.POST('/v1/rooms', {
        params: {},
        body: {
          caseId: items[0]?.id ?? '',
          rounds: [
            { stageNo: 1, task: { task: 'differential' }, seconds: 600 },
            { stageNo: 2, task: { task: 'differential' }, seconds: null },
          ],
          settings: { language: 'en', entry: 'open', textOnPhones: true },
        },
      }),
    );
    ({ code, id: roomId } = room);
    rounds = (await state()).control.rounds.map(({ id }) => id);
  });

  it('shows a stranger that the room is there, and nothing else', async () => {
    const { body } = await request(stack.baseUrl).get(`/v1/rooms/${code}`);
    expect(body).toEqual({ code, state: 'lobby', language: 'en', entry: 'open' });
    expect((await request(stack.baseUrl).get('/v1/rooms/000000')).status).toBe(404);
    expect((await request(stack.baseUrl).get(`/v1/rooms/${code}/events`)).status).toBe(401);
  });

  it('seats every phone once, however often it knocks', async () => {
    const joins = await Promise.all(
      Array.from({ length: PHONES }, async (_, place) => {
        const joinKey = newJoinKey();
        const name = ['张三', '=1+1'][place];
        const more = { joinKey, ...(name === undefined ? {} : { name }) };
        return Promise.all([Phone.join(stack.baseUrl, code, more), Phone.join(stack.baseUrl, code, more)]);
      }),
    );
    for (const [phone, again] of joins) {
      expect([again.number, again.joined.resumeCode]).toEqual([phone.number, phone.joined.resumeCode]);
      phones.push(phone);
    }
    phones.sort((a, b) => a.number - b.number);
    expect(phones.map(({ number }) => number)).toEqual(Array.from({ length: PHONES }, (_, at) => at + 1));
    expect(await state()).toMatchObject({ participants: PHONES });
  });

  it('opens a room to its cookie for looking, and for nothing else', async () => {
    const { cookie } = one(0);
    const get = (path: string) =>
      request(stack.baseUrl).get(`/v1/rooms/${code}${path}`).set('cookie', cookie);
    expect((await get('/me')).status).toBe(401);
    expect((await get('/stages/1')).status).toBe(401);
    const sent = request(stack.baseUrl).post(`/v1/rooms/${code}/submissions`).set('cookie', cookie);
    expect((await sent.send(answerOfPhone(one(0), 0, 1))).status).toBe(401);
    const stream = await one(0).watch();
    await stream.until('the state', ({ type }) => type === 'room');
    stream.close();
  });

  it('tells a teacher who has joined in the same browser apart from the phone', async () => {
    const bearer = `Bearer ${stack.apiKey}`;
    const opened = await request(stack.baseUrl).post('/v1/session').set('authorization', bearer).send({});
    const session = (opened.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
    const seen = async (query: string): Promise<boolean> => {
      const url = `${stack.baseUrl}/v1/rooms/${code}/events${query}`;
      const stream = await RoomStream.open(url, { cookie: `${session}; ${one(0).cookie}` });
      await stream.until('the state', ({ type }) => type === 'room');
      stream.close();
      return 'control' in (stream.events[0]?.data ?? {});
    };
    expect([await seen(''), await seen('?as=participant')]).toEqual([true, false]);
  });

  it('asks for the room that a token is of', async () => {
    const { body, status } = await request(stack.baseUrl)
      .get('/v1/rooms/000000/me')
      .set('authorization', `Bearer ${one(0).joined.token}`);
    expect([status, body]).toEqual([404, expect.objectContaining({ type: '/problems/not-found' })]);
  });

  it('keeps the highest revision of every answer, in whatever order they come', async () => {
    expect(await one(0).send(answerOfPhone(one(0), 0, 1))).toBe('round-not-open');
    await act('stage', { stageNo: 1 });
    await act('open', { roundId: rounds[0] });
    expect(await refused('open', { roundId: rounds[1] })).toBe('409 round-open');
    const statuses = await Promise.all(
      phones.map(async (phone) => {
        const inOrder = phone.number % 5 !== 0;
        const first = await phone.send(answerOfPhone(phone, 0, inOrder ? 1 : 2));
        const second = await phone.send(answerOfPhone(phone, 0, inOrder ? 2 : 1));
        const again = await phone.send(answerOfPhone(phone, 0, 2));
        return [first, inOrder, second, again];
      }),
    );
    for (const [first, inOrder, second, again] of statuses)
      expect([first, second, again]).toEqual([
        'kept',
        inOrder === true ? 'kept' : 'newer-revision',
        'unchanged',
      ]);
    for (const phone of phones) {
      const { rounds: own } = await phone.mine();
      expect(own[0]?.own).toMatchObject({ revision: 2, late: false });
      expect(own[0]?.own?.answer).toMatchObject({ entries: [{ points: 40 + phone.number }, {}, {}] });
    }
    await eventually('all are counted', async () => (await state()).answered.count === PHONES);
  });

  it('names the field of an answer that is none', async () => {
    const { roundId, ...rest } = answerOfPhone(one(0), 0, 3);
    const send = (body: object) =>
      request(stack.baseUrl)
        .post(`/v1/rooms/${code}/submissions`)
        .set('authorization', `Bearer ${one(0).joined.token}`)
        .send(body);
    const pointers = async (body: object): Promise<unknown> => {
      const { body: problem } = (await send(body)) as { body: { errors: { pointer: string }[] } };
      return problem.errors.map(({ pointer }) => pointer);
    };
    expect(await pointers(rest)).toEqual(['/roundId']);
    const entries = [
      { diseaseId: 'pulmonary-embolism', points: 50 },
      { diseaseId: 'pulmonary-embolism', points: 20 },
      { diseaseId: 'no-such-disease', points: 10 },
    ];
    const twice = { ...rest, roundId, answer: { kind: 'differential', entries, other: 20 } };
    expect(await pointers(twice)).toEqual(
      expect.arrayContaining(['/answer/entries/1/diseaseId', '/answer/entries/2/diseaseId']),
    );
    const long = { kind: 'text', text: '痛'.repeat(600) };
    expect((await send({ ...rest, roundId, answer: long })).status).toBe(422);
  });

  it('masks what people write, and keeps it sealed', async () => {
    const mine = await one(1).mine();
    expect(JSON.stringify(mine)).toContain('tel. [phone]');
    expect(stack.logs('gateway') + stack.logs('teaching')).not.toContain('13812345678');
  });

  it('shows nothing before it is revealed, and then what is revealed', async () => {
    const stream = await one(2).watch();
    const before = await one(2).state();
    expect(before).toMatchObject({ result: null, layers: [], round: { state: 'open' } });
    expect(await refused('reveal', { roundId: rounds[0], layers: ['class'] })).toBe('409 round-open');
    await act('close', { roundId: rounds[0] });
    await act('reveal', { roundId: rounds[0], layers: ['class'] });
    const shown = await one(2).state();
    expect(shown.result).toMatchObject({ engine: null, stageKey: null, diagnosis: null });
    const mean = phones.reduce((sum, { number }) => sum + 40 + number, 0) / PHONES / 100;
    const { class: pooled } = shown.result ?? {};
    if (pooled?.kind !== 'differential') throw new Error('the class has no list');
    expect(pooled.linear[0]).toMatchObject({
      diseaseId: LISTED[0],
      name: 'Pulmonary embolism',
      named: PHONES,
    });
    expect(pooled.linear[0]?.probability).toBeCloseTo(mean, 9);
    await eventually('the engine has ranked the case', async () =>
      (await state()).control.engineStages.includes(1),
    );
    await act('reveal', { roundId: rounds[0], layers: ['engine'] });
    expect((await one(2).state()).result?.engine?.differential.length).toBeGreaterThan(0);
    await stream.until('the engine’s list', ({ type, data }) => {
      const result = type === 'room' ? (data['result'] as Schemas['RoomState']['result']) : null;
      return (result?.engine ?? null) !== null;
    });
    stream.close();
  });

  it('tells the teacher what was answered, as numbers and as a table', async () => {
    const results = await resultsNow();
    expect(results).toMatchObject({ participants: PHONES, rounds: [{ answered: PHONES, late: 0 }] });
    expect(results.rounds[0]?.unmatched).toEqual([{ text: 'tel. [phone]', count: PHONES / 2 }]);
    const { text, headers } = await request(stack.baseUrl)
      .get(`/v1/rooms/${code}/results.csv`)
      .set('authorization', `Bearer ${stack.apiKey}`);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const [head = [], ...lines]: string[][] = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    const column = (name: string) => head.indexOf(name);
    const answers = lines.filter(({ length }) => length === head.length);
    expect(answers.map(([number]) => Number(number))).toEqual(phones.map(({ number }) => number));
    const points = answers.map((line) => Number(line[column('points_1')]));
    expect(points).toEqual(phones.map(({ number }) => 40 + number));
    const names = answers.map((line) => line[column('name')]).filter((name) => name !== '');
    expect(names.sort()).toEqual(["'=1+1", '张三'].sort());
  });

  it('maps words to a disease, for all who wrote them', async () => {
    await act('words', { text: 'tel. [phone]', diseaseId: 'acute-pericarditis' });
    const { rounds: told } = await resultsNow();
    expect(told[0]?.unmatched).toEqual([]);
    const pooled = told[0]?.class;
    expect(
      pooled?.kind === 'differential' && pooled.linear.map(({ diseaseId, named }) => [diseaseId, named]),
    ).toEqual(expect.arrayContaining([['acute-pericarditis', PHONES]]));
  });

  it('withholds again what was revealed while the next question is open', async () => {
    await act('stage', { stageNo: 2 });
    await act('open', { roundId: rounds[1] });
    const open = await one(3).state();
    expect(open).toMatchObject({ result: null, withheld: 'round-open', stage: { no: 2 } });
    const earlier = await answerOf(
      one(3).api.GET('/v1/rooms/{code}/stages/{number}', { params: { path: { code, number: 1 } } }),
    );
    expect(earlier).toMatchObject({ no: 1, engine: null, stageKey: null, afterwards: null });
    expect(earlier.rounds[0]?.class ?? null).toBeNull();
  });

  it('lets somebody in late, and somebody back in', async () => {
    const late = await Phone.join(stack.baseUrl, code);
    expect(late.number).toBe(PHONES + 1);
    expect(late.joined.room).toMatchObject({ round: { id: rounds[1], state: 'open' } });
    expect(await late.send(answerOfPhone(late, 1, 1))).toBe('kept');
    const back = await Phone.join(stack.baseUrl, code, {
      resumeCode: one(4).joined.resumeCode.toLowerCase(),
    });
    expect(back.number).toBe(one(4).number);
    expect((await back.mine()).rounds[0]?.own).toMatchObject({ revision: 2 });
    await act('lock', { locked: true });
    await expect(Phone.join(stack.baseUrl, code)).rejects.toThrow('room-locked');
    expect((await Phone.join(stack.baseUrl, code, { joinKey: late.joinKey })).number).toBe(late.number);
    await expect(Phone.join(stack.baseUrl, code, { resumeCode: 'ZZZZZZZZZZ' })).rejects.toThrow('404');
  });

  it('starts a question anew, and takes nothing for it that was answered before', async () => {
    expect(await one(5).send(answerOfPhone(one(5), 1, 1))).toBe('kept');
    await act('reset', { roundId: rounds[1] });
    await act('open', { roundId: rounds[1] });
    expect(await one(6).send(answerOfPhone(one(6), 1, 1))).toBe('round-reset');
    expect(await one(6).send(answerOfPhone(one(6), 1, 1, 2))).toBe('kept');
    await eventually('only the new attempt is counted', async () => (await state()).answered.count === 1);
    await act('close', { roundId: rounds[1] });
  });

  it('carries out what is pressed twice once', async () => {
    const press = () =>
      answerOf(
        teacher.POST('/v1/rooms/{code}/rounds', {
          params: { path: { code }, header: { 'Idempotency-Key': 'one-press' } },
          body: { stageNo: 2, task: { task: 'representation' }, seconds: null },
        }),
      );
    expect((await press()).control.rounds).toHaveLength(3);
    expect((await press()).control.rounds).toHaveLength(3);
  });

  it('scores against the key once the diagnosis is told', async () => {
    expect(await refused('reveal', { roundId: rounds[1], layers: ['diagnosis'] })).toBe(
      '422 invalid-request',
    );
    await act('reveal', { roundId: rounds[1], layers: ['diagnosis'], confirm: true });
    const { rounds: own } = await one(7).mine();
    expect(own[0]?.score).toMatchObject({ scoreVersion: 1, right: expect.any(Boolean) });
    expect((await one(7).state()).result?.diagnosis?.diagnosis.name).not.toBe('');
  });

  it('tells somebody whom the teacher removed nothing more', async () => {
    const stream = await one(8).watch();
    await stream.until('the state', ({ type }) => type === 'room');
    const path = { code, number: one(8).number };
    await answerOf(
      teacher.POST('/v1/rooms/{code}/participants/{number}/remove', { params: { path }, body: {} }),
    );
    await eventually('the stream ends', () => stream.ended);
    expect((await one(8).api.GET('/v1/rooms/{code}', { params: { path: { code } } })).response.status).toBe(
      403,
    );
    expect(await one(8).send(answerOfPhone(one(8), 1, 1, 2))).toBe('forbidden');
    await expect(one(8).watch()).rejects.toThrow('403');
  });

  it('forgets whoever asks for it', async () => {
    const { response } = await one(9).api.DELETE('/v1/rooms/{code}/me', { params: { path: { code } } });
    expect(response.status).toBe(204);
    await expect(one(9).mine()).rejects.toThrow('403');
    const records = await logged(
      teacher,
      'that answers were erased',
      ({ kind }) => kind === 'answers-erased',
    );
    expect(records).toContainEqual({
      format: 'openrounds.erasure.v1',
      kind: 'answers-erased',
      subject: roomId,
      by: 'self',
      at: expect.any(String),
      held: { participants: 1, answers: expect.any(Number) },
    });
  });

  it('is led by its teacher alone', async () => {
    const made = await answerOf(
      teacher.POST('/v1/api-keys', { params: {}, body: { name: 'colleague', role: 'teacher' } }),
    );
    const colleague = clientOf(stack.baseUrl, made.key);
    const path = { code };
    expect(
      (await colleague.POST('/v1/rooms/{code}/end', { params: { path }, body: {} })).response.status,
    ).toBe(403);
    expect((await colleague.GET('/v1/rooms/{code}/results', { params: { path } })).response.status).toBe(403);
    expect(await answerOf(colleague.GET('/v1/rooms/{code}', { params: { path } }))).not.toHaveProperty(
      'roomId',
    );
  });

  it('asks who would test for nothing, where a test tells much on their own list', async () => {
    const { items } = await answerOf(teacher.GET('/v1/library', { params: { query: { limit: 1 } } }));
    const options = [{ id: TELLING_TEST }, { id: 'no-test-yet' }];
    const room = await answerOf(
      teacher.POST('/v1/rooms', {
        params: {},
        body: {
          caseId: items[0]?.id ?? '',
          rounds: [
            { stageNo: 1, task: { task: 'differential' }, seconds: null },
            { stageNo: 1, task: { task: 'next-test', spec: { options, several: false } }, seconds: null },
          ],
          settings: { language: 'en', entry: 'open', textOnPhones: true },
        },
      }),
    );
    const path = { code: room.code };
    const press = async (verb: Verb, body: object): Promise<TeacherState> =>
      answerOf(teacher.POST(`/v1/rooms/{code}/${verb}`, { params: { path }, body: body as never }));
    const { control } = await press('stage', { stageNo: 1 });
    const [list = '', choice = ''] = control.rounds.map(({ id }) => id);
    const phone = await Phone.join(stack.baseUrl, room.code);
    const commit = (roundId: string, answer: Submission['answer']) =>
      phone.send({ roundId, attempt: 1, revision: 1, committedAt: new Date().toISOString(), answer });
    await press('open', { roundId: list });
    const [embolism = '', pneumonia = ''] = LISTED;
    const entries = [
      { diseaseId: embolism, points: 45 },
      { diseaseId: pneumonia, points: 40 },
      { diseaseId: 'acute-pericarditis', points: 5 },
    ];
    expect(await commit(list, { kind: 'differential', entries, other: 10 })).toBe('kept');
    await press('close', { roundId: list });
    await press('open', { roundId: choice });
    expect(await commit(choice, { kind: 'choice', optionIds: ['no-test-yet'] })).toBe('kept');
    await press('close', { roundId: choice });
    await press('reveal', { roundId: choice, layers: ['diagnosis'], confirm: true });
    const prompts = await eventually('the question about the test', async () => {
      const mine = await phone.mine();
      return mine.prompts?.find(({ code: asked }) => asked === 'test-choice');
    });
    expect(JSON.stringify(prompts)).toContain('0.');
    await press('end', {});
  });

  itInFull(
    'can be rehearsed: simulated students come, answer over the time, and are marked everywhere',
    async () => {
      const students = 60;
      const { items } = await answerOf(teacher.GET('/v1/library', { params: { query: { limit: 1 } } }));
      const room = await answerOf(
        teacher.POST('/v1/rooms', {
          params: {},
          body: {
            caseId: items[0]?.id ?? '',
            rounds: [{ stageNo: 1, task: { task: 'differential' }, seconds: 8 }],
            settings: { language: 'en', entry: 'open', textOnPhones: true },
            rehearsal: { students },
          },
        }),
      );
      expect(room).toMatchObject({ rehearsal: true, participants: 0 });
      const path = { code: room.code };
      const press = async (verb: Verb, body: object): Promise<TeacherState> =>
        answerOf(teacher.POST(`/v1/rooms/{code}/${verb}`, { params: { path }, body: body as never }));
      const { control } = await press('stage', { stageNo: 1 });
      const roundId = control.rounds[0]?.id ?? '';
      await press('open', { roundId });
      // Who comes and who answers follows from the room's id alone.
      const punctual = Array.from({ length: students }, (_, at) => simulatedStudent(room.id, at + 1)).filter(
        ({ habit }) => habit === 'punctual',
      ).length;
      const seen = new Set<number>();
      const state = await eventually('all have answered', async () => {
        const now = await answerOf(teacher.GET('/v1/rooms/{code}', { params: { path } }));
        if (!('answered' in now)) return undefined;
        seen.add(now.answered.count);
        return now.answered.count === punctual ? now : undefined;
      });
      expect(seen.size).toBeGreaterThan(3);
      expect(state).toMatchObject({ rehearsal: true, participants: students });
      await press('close', { roundId });
      const { data } = await teacher.GET('/v1/rooms/{code}/results', { params: { path } });
      expect(data).toMatchObject({
        rehearsal: true,
        participants: students,
        rounds: [
          {
            answered: punctual,
            class: { kind: 'differential', answered: punctual },
            scores: { of: punctual },
          },
        ],
      });
      const csv = await request(stack.baseUrl)
        .get(`/v1/rooms/${room.code}/results.csv`)
        .set('authorization', `Bearer ${stack.apiKey}`);
      const [head = [], ...lines] = parse(csv.text, {
        bom: true,
        relax_column_count: true,
        skip_empty_lines: true,
      });
      const isStudent = lines.slice(0, punctual).map((line) => line[head.indexOf('simulated')]);
      expect(isStudent).toEqual(Array.from({ length: punctual }, () => 'true'));
      const listed = await answerOf(teacher.GET('/v1/rooms', { params: { query: { limit: 1 } } }));
      expect(listed.items).toMatchObject([{ id: room.id, rehearsal: true }]);
      expect(await (await fetch(`${stack.baseUrl}/v1/rooms/${room.code}`)).json()).toMatchObject({
        rehearsal: true,
      });
      await press('end', {});
    },
  );

  it('ends, for everybody', async () => {
    const stream = await RoomStream.open(`${stack.baseUrl}/v1/rooms/${code}/events`, {
      authorization: `Bearer ${stack.apiKey}`,
    });
    await stream.until('the state', ({ type }) => type === 'room');
    await act('end', {});
    await stream.until('the end', ({ type }) => type === 'ended');
    await eventually('the stream ends', () => stream.ended);
    expect(stream.events.filter(({ type }) => type === 'room').at(-1)?.data).toMatchObject({
      state: 'ended',
    });
    expect(await one(0).state()).toMatchObject({ state: 'ended', roomId });
    expect(await one(0).send(answerOfPhone(one(0), 1, 5, 2))).toBe('room-ended');
  });
});
