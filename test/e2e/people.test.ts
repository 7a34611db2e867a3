import { join } from 'node:path';
import { eventually, itInFull } from '@openrounds/testing';
import { Client } from 'pg';
import request from 'supertest';
import { answerOf, clientOf, type ApiClient, type Schemas } from '../support/client';
import { IMPATIENT } from '../support/runs';
import { startStack, type Stack } from '../support/stack';

jest.setTimeout(120_000);

const NAME = 'Unmistakable Zhang';
const consent = (purpose: 'keep' | 'class' | 'research', granted: boolean) => ({
  purpose,
  granted,
  textVersion: 1,
});

/** An installation with more than one person: an administrator, two teachers, students with accounts and without. */
describe('classes and learners', () => {
  let stack: Stack;
  let admin: ApiClient;
  let teacher: ApiClient;
  let colleague: ApiClient;

  const keyOf = async (role: 'student' | 'teacher') =>
    answerOf(admin.POST('/v1/api-keys', { params: {}, body: { name: role, role } }));

  beforeAll(async () => {
    stack = await startStack({ commonEnv: IMPATIENT, env: { teaching: { EMBEDDED: 'false' } } });
    admin = clientOf(stack.baseUrl, stack.apiKey);
    teacher = clientOf(stack.baseUrl, (await keyOf('teacher')).key);
    colleague = clientOf(stack.baseUrl, (await keyOf('teacher')).key);
  });
  afterAll(async () => {
    await stack.stop();
  });

  const made = (name = 'Year 4, group B'): Promise<Schemas['Class']> =>
    answerOf(teacher.POST('/v1/classes', { params: {}, body: { name, language: 'en' } }));
  const joinAs = (body: object, authorization?: string) => {
    const sent = request(stack.baseUrl).post('/v1/classes/join');
    return (authorization === undefined ? sent : sent.set('authorization', `Bearer ${authorization}`)).send(
      body,
    );
  };
  const joined = async (body: object, authorization?: string): Promise<Schemas['JoinedClass']> => {
    const response = await joinAs(body, authorization);
    expect(response.status).toBe(201);
    return response.body as Schemas['JoinedClass'];
  };
  const ofClass = ({ id }: Schemas['Class']) => ({ params: { path: { id } } });
  const bearer = (token = '') => ({ authorization: `Bearer ${token}` });

  /** What a refusal is: its status and its code. */
  const refusal = async (call: Promise<{ error?: unknown; response: Response }>): Promise<string> => {
    const { error, response } = await call;
    const { type = '' } = (error ?? {}) as { type?: string };
    return `${String(response.status)} ${type.replace('/problems/', '')}`;
  };

  it('lead a guest from the code on the board to the end of all traces', async () => {
    const before = await made();
    expect(before).toMatchObject({ as: 'teacher', members: 0, archivedAt: null });
    const code = (before.joinCode ?? '').toLowerCase().replace('-', '');
    const joinKey = 'bDk0T2pXQm1Ld1hqUnZ6Zw';
    const given = { code, name: NAME, joinKey, consents: [consent('keep', true)] };
    const first = await joined(given);
    expect(first.learner).toMatchObject({ name: NAME, pseudonym: expect.stringMatching(/^L-\w{6}$/) });
    expect(first.resumeCode).toMatch(/^\w{4}-\w{4}-\w{2}$/);

    // A request that comes again, and another device.
    expect(await joined(given)).toMatchObject({ learner: first.learner, resumeCode: first.resumeCode });
    const elsewhere = await joined({ code, resumeCode: first.resumeCode?.toLowerCase() });
    expect(elsewhere.learner).toEqual(first.learner);
    expect(elsewhere.resumeCode).toBeUndefined();
    const guest = clientOf(stack.baseUrl, elsewhere.token ?? '');

    const me = await answerOf(guest.GET('/v1/me'));
    expect(me).toMatchObject({
      id: first.learner.id,
      account: false,
      classes: [{ name: 'Year 4, group B' }],
    });
    expect(me.consents.map(({ purpose, granted }) => [purpose, granted])).toEqual([
      ['keep', true],
      ['class', false],
      ['research', false],
    ]);
    await answerOf(guest.POST('/v1/me/consents', { body: { consents: [consent('class', true)] } }));
    await answerOf(guest.POST('/v1/me/consents', { body: { consents: [consent('class', false)] } }));
    const { consents } = await answerOf(guest.GET('/v1/me/consents'));
    expect(consents.map(({ granted }) => granted)).toEqual([true, false, false]);

    // A student sees the class and nobody in it.
    const seen = await answerOf(guest.GET('/v1/classes/{id}', ofClass(before)));
    expect(seen).toMatchObject({ as: 'member', joinCode: null, members: null, staff: null });
    expect((await answerOf(guest.GET('/v1/classes'))).items).toEqual([seen]);
    expect(await refusal(guest.GET('/v1/classes/{id}/members', ofClass(before)))).toBe('403 forbidden');
    expect(await refusal(guest.GET('/v1/cases'))).toBe('403 forbidden');
    expect((await answerOf(guest.GET('/v1/library'))).items.length).toBeGreaterThan(0);
    const { items } = await answerOf(teacher.GET('/v1/classes/{id}/members', ofClass(before)));
    expect(items).toMatchObject([{ learnerId: me.id, pseudonym: me.pseudonym, name: NAME }]);

    const exported = await request(stack.baseUrl).get('/v1/me/export').set(bearer(first.token)).buffer(true);
    expect(exported.headers['content-type']).toContain('application/x-ndjson');
    const text = exported.text || (exported.body as Buffer).toString('utf8');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ kind }) => kind)).toEqual(['learner', 'consent', 'consent', 'consent', 'membership']);
    expect(lines[0]).toMatchObject({ id: me.id, name: NAME, subject: null });

    const traces = [NAME, me.id, me.pseudonym, first.resumeCode ?? ''];
    expect(await dump()).toContain(me.id);
    expect((await guest.DELETE('/v1/me')).response.status).toBe(202);
    for (const call of [guest.GET('/v1/me'), guest.GET('/v1/me/consents'), guest.DELETE('/v1/me')])
      expect(await refusal(call)).toBe('410 learner-erased');
    expect(await refusal(guest.GET('/v1/me/export', { parseAs: 'text' }))).toBe('410 learner-erased');
    expect((await joinAs({ code, resumeCode: first.resumeCode })).status).toBe(404);
    await eventually('nothing of the guest is left', async () => {
      const left = await dump();
      return traces.every((trace) => !left.includes(trace));
    });
    await eventually('the log says that a learner was erased', async () => {
      const { items } = await answerOf(teacher.GET('/v1/log/entries'));
      return items.some(({ record }) => record?.['kind'] === 'learner-erased' && record['by'] === 'self');
    });
    expect(await dump()).not.toContain(me.id);
    const logs = stack.logs('teaching') + stack.logs('gateway');
    for (const secret of [NAME, first.resumeCode ?? '', first.token ?? '', joinKey])
      expect(logs).not.toContain(secret);
  });

  it('give out and erase a learner for an administrator, without what the learner wrote', async () => {
    const { joinCode } = await made();
    const { learner, token } = await joined({ code: joinCode, name: NAME });
    const of = { params: { path: { id: learner.id } } };
    const exported = await admin.GET('/v1/learners/{id}/export', { ...of, parseAs: 'text' });
    expect(exported.response.headers.get('content-type')).toContain('application/x-ndjson');
    expect(exported.data).toContain(learner.pseudonym);
    expect(exported.data).not.toContain(NAME);
    const asGuest = clientOf(stack.baseUrl, token ?? '');
    for (const other of [teacher, asGuest])
      expect(await refusal(other.DELETE('/v1/learners/{id}', of))).toBe('403 forbidden');
    expect((await admin.DELETE('/v1/learners/{id}', of)).response.status).toBe(202);
    expect(await refusal(asGuest.GET('/v1/me'))).toBe('410 learner-erased');
    expect(await refusal(admin.DELETE('/v1/learners/{id}', of))).toBe('410 learner-erased');
  });

  it('know a student with an account wherever they join', async () => {
    const [one, two] = [await made('One'), await made('Two')];
    const { key, id } = await keyOf('student');
    const student = clientOf(stack.baseUrl, key);
    expect(await refusal(student.GET('/v1/me'))).toBe('404 not-found');
    expect(await refusal(student.GET('/v1/classes/{id}', ofClass(one)))).toBe('404 not-found');
    const first = await joined({ code: one.joinCode }, key);
    expect([first.token, first.resumeCode]).toEqual([undefined, undefined]);
    expect((await joined({ code: two.joinCode }, key)).learner.id).toBe(first.learner.id);
    const me = await answerOf(student.GET('/v1/me'));
    expect(me.consents.map(({ granted }) => granted)).toEqual([true, false, false]);
    expect(me.classes.map(({ name }) => name).sort()).toEqual(['One', 'Two']);
    const session = await request(stack.baseUrl).post('/v1/session').set(bearer(key)).send({});
    const cookie = (session.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
    const bySession = () => request(stack.baseUrl).get('/v1/session').set('cookie', cookie);
    expect((await bySession()).status).toBe(200);
    expect((await student.DELETE('/v1/me')).response.status).toBe(202);
    expect(await refusal(student.GET('/v1/me'))).toBe('410 learner-erased');
    await eventually('the session is over', async () => (await bySession()).status === 401);
    const teaching = await dump('teaching');
    for (const trace of [me.id, id]) expect(teaching).not.toContain(trace);
    expect((await joined({ code: one.joinCode }, key)).learner.id).not.toBe(me.id);
    expect((await answerOf(student.GET('/v1/me'))).classes).toHaveLength(1);
  });

  it('are led by their teachers and by nobody else', async () => {
    const class_ = await made();
    const act = (client: ApiClient, verb: 'code' | 'archive') =>
      client.POST(`/v1/classes/{id}/${verb}`, { ...ofClass(class_), body: {} });
    const staff = (client: ApiClient, subject: string, role: 'teacher' | 'assistant' | 'none') =>
      client.POST('/v1/classes/{id}/staff', { ...ofClass(class_), body: { subject, role } });
    for (const client of [colleague, admin]) {
      expect(await refusal(client.GET('/v1/classes/{id}', ofClass(class_)))).toBe('403 forbidden');
      expect(await refusal(act(client, 'archive'))).toBe('403 forbidden');
    }
    const own = class_.staff?.[0]?.subject ?? '';
    expect(await refusal(staff(teacher, own, 'none'))).toBe('422 invalid-request');
    const { key, id } = await keyOf('teacher');
    const assistant = clientOf(stack.baseUrl, key);
    await answerOf(staff(teacher, `key:${id}`, 'assistant'));
    expect(await answerOf(assistant.GET('/v1/classes/{id}', ofClass(class_)))).toMatchObject({
      as: 'assistant',
    });
    expect(await refusal(act(assistant, 'code'))).toBe('403 forbidden');

    const { items } = await answerOf(teacher.GET('/v1/library', { params: { query: { limit: 1 } } }));
    const room = await answerOf(
      teacher.POST('/v1/rooms', {
        params: {},
        body: {
          caseId: items[0]?.id ?? '',
          classId: class_.id,
          rounds: [{ stageNo: 1, task: { task: 'differential' }, seconds: null }],
          settings: { language: 'en', entry: 'open', textOnPhones: true },
        },
      }),
    );
    const lock = (client: ApiClient) =>
      client.POST('/v1/rooms/{code}/lock', { params: { path: { code: room.code } }, body: { locked: true } });
    const rooms = async (client: ApiClient) =>
      (await answerOf(client.GET('/v1/rooms', { params: {} }))).items.map((each) => each.id);
    expect([await rooms(teacher), await rooms(assistant), await rooms(colleague)]).toEqual([
      [room.id],
      [room.id],
      [],
    ]);
    expect(await refusal(lock(colleague))).toBe('403 forbidden');
    expect((await answerOf(lock(assistant))).control.locked).toBe(true);

    const guest = await joined({ code: class_.joinCode });
    const renewed = await answerOf(act(teacher, 'code'));
    expect(renewed.joinCode).not.toBe(class_.joinCode);
    expect((await joinAs({ code: class_.joinCode })).status).toBe(404);
    const member = { params: { path: { id: class_.id, learnerId: guest.learner.id } }, body: {} };
    const removed = await answerOf(teacher.POST('/v1/classes/{id}/members/{learnerId}/remove', member));
    expect(removed.members).toBe(0);
    expect(await refusal(teacher.POST('/v1/classes/{id}/members/{learnerId}/remove', member))).toBe(
      '404 not-found',
    );
    const outside = clientOf(stack.baseUrl, guest.token ?? '');
    expect(await refusal(outside.GET('/v1/classes/{id}', ofClass(class_)))).toBe('404 not-found');
    expect((await answerOf(outside.GET('/v1/me'))).classes).toEqual([]);

    expect(await answerOf(act(teacher, 'archive'))).toMatchObject({ joinCode: null });
    expect((await joinAs({ code: renewed.joinCode })).status).toBe(404);
    expect(await refusal(act(teacher, 'code'))).toBe('409 class-archived');
  });

  it('make a class once for one idempotency key', async () => {
    const header = { 'Idempotency-Key': 'the-same-class' };
    const make = (name: string) =>
      teacher.POST('/v1/classes', { params: { header }, body: { name, language: 'zh' } });
    const first = await answerOf(make('Again'));
    expect(await answerOf(make('Again'))).toEqual(first);
    expect(await refusal(make('Another'))).toBe('409 idempotency-key-reused');
  });

  it('open no session to the token of a class, and nothing at all to a token of another key', async () => {
    const { token = '' } = await joined({ code: (await made()).joinCode });
    const session = await request(stack.baseUrl).post('/v1/session').set(bearer(token)).send({});
    expect(session.status).toBe(401);
    const [head = '', body = ''] = token.split('.');
    const forged = [head, body, 'c2lnbmF0dXJl'].join('.');
    expect((await request(stack.baseUrl).get('/v1/me').set(bearer(forged))).status).toBe(401);
    expect((await request(stack.baseUrl).get('/v1/me')).status).toBe(401);
  });

  itInFull('lose nobody where teaching dies between its work and its answer', async () => {
    const class_ = await made();
    await stack.restart('teaching', {
      EMBEDDED: 'false',
      FAULT_POINT: 'teaching:join-class',
      FAULT_ONCE_FILE: join(stack.dataDir, 'teaching-join-class'),
    });
    const given = { code: class_.joinCode, joinKey: 'c2Vjb25kIGtleSBvZiBhIHBob25l', name: 'Twice' };
    expect((await joinAs(given)).status).toBe(503);
    await stack.exited('teaching');
    await stack.restart('teaching', { EMBEDDED: 'false' });
    expect((await joined(given)).resumeCode).toBeDefined();
    expect(await answerOf(teacher.GET('/v1/classes/{id}', ofClass(class_)))).toMatchObject({ members: 1 });
  });

  it('hold an address up that tries codes through, and nobody who has one', async () => {
    const { joinCode } = await made();
    for (let place = 0; place < 5; place += 1) await joined({ code: joinCode });
    const statuses: number[] = [];
    while (statuses.length < 40 && statuses.at(-1) !== 429)
      statuses.push((await joinAs({ code: `ZZZZ-ZZ${String(statuses.length + 10)}` })).status);
    expect(statuses.at(-1)).toBe(429);
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set([404]));
    const held = await joinAs({ code: joinCode });
    expect(held.status).toBe(429);
    expect(held.headers['retry-after']).toBeDefined();
  });

  /** All rows of the database, of one schema or of all, as text; and what the queues hold outside it. */
  async function dump(schema?: string): Promise<string> {
    const database = new Client({ connectionString: await stack.databaseUrl() });
    await database.connect();
    try {
      const { rows } = await database.query<{ schema: string; name: string }>(
        `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
          WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
            AND ($1::text IS NULL OR table_schema = $1)`,
        [schema ?? null],
      );
      const texts: string[] = [];
      for (const { schema: in_, name } of rows) {
        const { rows: all } = await database.query<{ text: string | null }>(
          `SELECT string_agg(t::text, E'\\n') AS text FROM "${in_}"."${name}" t`,
        );
        texts.push(all[0]?.text ?? '');
      }
      return texts.join('\n');
    } finally {
      await database.end();
    }
  }
});
