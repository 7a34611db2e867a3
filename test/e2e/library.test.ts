import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { eachInFull, eventually, itInFull } from '@openrounds/testing';
import { Client } from 'pg';
import request from 'supertest';
import { borrowStack } from '../support/borrowed-stack';
import { answerOf, clientOf, type ApiClient, type Schemas } from '../support/client';
import { teachingCase, type CaseBodyGiven } from '../support/sample-teaching-case';
import { type ServiceName, type Stack } from '../support/stack';

jest.setTimeout(120_000);

/** Everything that a card may say; a field that is added here could tell a key. */
const CARD = [
  'difficulty',
  'id',
  'kind',
  'languages',
  'mark',
  'problem',
  'problemId',
  'setting',
  'stages',
  'taken',
  'teaser',
  'title',
];
const BUILT_IN = 84;

/** A case of an installation that is not one person's own needs a second reader. */
const OF_MANY = { EMBEDDED: 'false' };

/** An installation with more than one person: an administrator, two authors, a student. */
describe('the library of cases', () => {
  let stack: Stack;
  let admin: ApiClient;
  let author: ApiClient;
  let colleague: ApiClient;
  let student: ApiClient;
  let studentKey: string;

  const keyOf = async (role: 'student' | 'author'): Promise<string> => {
    const made = await answerOf(admin.POST('/v1/api-keys', { params: {}, body: { name: role, role } }));
    return made.key;
  };

  beforeAll(async () => {
    stack = await borrowStack();
    await stack.restart('teaching', OF_MANY);
    admin = clientOf(stack.baseUrl, stack.apiKey);
    author = clientOf(stack.baseUrl, await keyOf('author'));
    colleague = clientOf(stack.baseUrl, await keyOf('author'));
    studentKey = await keyOf('student');
    student = clientOf(stack.baseUrl, studentKey);
  });
  afterAll(async () => {
    await stack.stop();
  });

  const draft = (body: CaseBodyGiven = teachingCase()): Promise<Schemas['TeachingCase']> =>
    answerOf(author.POST('/v1/teaching-cases', { params: {}, body: { body } }));

  const act = (client: ApiClient, verb: 'submit' | 'publish' | 'retire', id: string, version = 1) =>
    client.POST(`/v1/teaching-cases/{id}:${verb}`, { params: { path: { id } }, body: { version } });

  const review = (client: ApiClient, id: string, verdict: 'agree' | 'change' = 'agree', comment?: string) =>
    client.POST('/v1/teaching-cases/{id}:review', {
      params: { path: { id } },
      body: { version: 1, verdict, ...(comment === undefined ? {} : { comment }) },
    });

  /** What a refusal is: its status and its code. */
  const refusal = async (call: Promise<{ error?: unknown; response: Response }>): Promise<string> => {
    const { error, response } = await call;
    const { type = '' } = (error ?? {}) as { type?: string };
    return `${String(response.status)} ${type.replace('/problems/', '')}`;
  };

  const published = async (): Promise<Schemas['TeachingCase']> => {
    const { id } = await draft();
    await answerOf(act(author, 'submit', id));
    await answerOf(review(colleague, id));
    return answerOf(act(author, 'publish', id));
  };

  it('shows a student every built-in case, and no key of any', async () => {
    const cards: Schemas['LibraryCard'][] = [];
    let cursor: string | undefined;
    do {
      const page = await answerOf(
        student.GET('/v1/library', {
          params: { query: { limit: 50, ...(cursor === undefined ? {} : { cursor }) } },
        }),
      );
      cards.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(cards.map(({ id }) => id)).size).toBe(BUILT_IN);
    expect(new Set(cards.flatMap((card) => Object.keys(card)))).toEqual(new Set(CARD));
    const { body, mark } = await answerOf(
      author.GET('/v1/teaching-cases/{id}', { params: { path: { id: cards[0]?.id ?? '' } } }),
    );
    expect(mark).toBe('built-in');
    expect(body.key.diagnosis).not.toBe('');
    expect(
      await refusal(student.GET('/v1/teaching-cases/{id}', { params: { path: { id: cards[0]?.id ?? '' } } })),
    ).toBe('403 forbidden');
  });

  it('filters the cards, and tells them in the reader’s language', async () => {
    const filtered = await answerOf(
      student.GET('/v1/library', {
        params: { query: { limit: 100, problem: 'fatigue', setting: 'primary-care', lang: 'zh' } },
      }),
    );
    expect(filtered.items.length).toBeGreaterThan(0);
    for (const { problemId, setting, title } of filtered.items) {
      expect([problemId, setting]).toEqual(['fatigue', 'primary-care']);
      expect(title.language).toBe('zh');
    }
    const [first] = filtered.items;
    const found = await answerOf(
      student.GET('/v1/library', { params: { query: { q: first?.title.text ?? '' } } }),
    );
    expect(found.items.map(({ id }) => id)).toContain(first?.id);
    const none = await answerOf(student.GET('/v1/library', { params: { query: { q: 'zeppelin' } } }));
    expect(none.items).toEqual([]);
    const staged = await answerOf(
      student.GET('/v1/library', { params: { query: { limit: 100, kind: 'staged' } } }),
    );
    expect(staged.items).toHaveLength(BUILT_IN);
    for (const { difficulty } of staged.items) expect(difficulty).toMatch(/easy|moderate|hard/);
  });

  it('publishes what a second person agrees with, and nothing else', async () => {
    const { id, checks, mark } = await draft();
    expect(checks).toEqual([]);
    expect(mark).toBe('not-second-read');
    expect(await refusal(act(author, 'publish', id))).toBe('409 needs-review');
    expect(await refusal(review(colleague, id))).toBe('409 case-not-submitted');
    await answerOf(act(author, 'submit', id));
    expect(await refusal(review(author, id))).toBe('409 review-own-case');
    expect(await refusal(act(author, 'publish', id))).toBe('409 needs-review');
    const back = await answerOf(review(colleague, id, 'change', 'Call 13812345678 about stage 1.'));
    expect(back).toMatchObject({ state: 'draft', reviews: [{ comment: 'Call [phone] about stage 1.' }] });
    await answerOf(act(author, 'submit', id));
    await answerOf(review(colleague, id));
    const done = await answerOf(act(author, 'publish', id));
    expect(done).toMatchObject({ state: 'published', publishedVersion: 1, mark: 'reviewed' });
    const cards = await answerOf(student.GET('/v1/library', { params: { query: { problem: 'dyspnoea' } } }));
    expect(cards.items[0]).toMatchObject({ id, mark: 'reviewed' });
    expect(Object.keys(cards.items[0] ?? {}).sort()).toEqual(CARD);
    expect((await answerOf(act(author, 'retire', id))).state).toBe('retired');
    const left = await answerOf(student.GET('/v1/library', { params: { query: { problem: 'dyspnoea' } } }));
    expect(left.items.map((card) => card.id)).not.toContain(id);
  });

  it('checks a case while it is written, and keeps nothing of it', async () => {
    const before = (await answerOf(author.GET('/v1/teaching-cases'))).items.length;
    const { checks, masked } = await answerOf(
      author.POST('/v1/teaching-cases/check', {
        params: {},
        body: { body: teachingCase('Call 13812345678', { presentingProblem: 'toe-ache' }) },
      }),
    );
    expect(masked).toBe(1);
    expect(checks.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`)).toEqual([
      'error unknown-problem /presentingProblem',
      'error identity-in-text /title/en',
    ]);
    expect((await answerOf(author.GET('/v1/teaching-cases'))).items).toHaveLength(before);
  });

  it('publishes no identity, and warns of a key that can be read too early', async () => {
    const body = teachingCase('The pulmonary embolism of Mr Smith');
    const identified = { en: 'Mr John Smith, telephone 13812345678, cannot breathe.' };
    const { id, checks, masked } = await draft({
      ...body,
      stages: body.stages.map((stage, place) => (place === 0 ? { ...stage, text: identified } : stage)),
    });
    expect(masked).toBeGreaterThan(0);
    const told = checks.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
    expect(told).toEqual(
      expect.arrayContaining([
        'error identity-in-text /stages/0/text/en',
        'warning key-in-text /title/en',
        'warning language-missing /stages/0/text',
      ]),
    );
    await answerOf(act(author, 'submit', id));
    await answerOf(review(colleague, id));
    const refused = await act(author, 'publish', id);
    expect(refused.response.status).toBe(422);
    expect(refused.error).toMatchObject({
      type: '/problems/case-not-publishable',
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: '/stages/0/text/en', code: 'identity-in-text' }),
      ]),
    });
    const dump = JSON.stringify(
      await answerOf(author.GET('/v1/teaching-cases/{id}', { params: { path: { id } } })),
    );
    expect(dump).not.toMatch(/13812345678|John/);
  });

  it('names ids that nobody knows and statements that cannot be so together', async () => {
    const body = teachingCase('Wrong throughout', {
      presentingProblem: 'toe-ache',
      key: { diagnosis: 'vapours', acceptable: [], alternatives: [], mustConsider: [] },
    });
    const told: Record<string, string>[] = [
      { hiccups: 'present', dyspnoea: 'raised' },
      { haemoptysis: 'present' },
      { haemoptysis: 'absent' },
    ];
    const { checks } = await draft({
      ...body,
      stages: told.map((findings) => ({ stage: 'history' as const, text: { en: 'Told.' }, findings })),
    });
    expect(checks.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'unknown-finding',
      'unknown-state',
      'unknown-disease',
      'unknown-problem',
      'contradiction',
    ]);
  });

  it('makes versions beside the published one, for the newest of which one must ask by name', async () => {
    const { id } = await published();
    const path = `${stack.baseUrl}/v1/teaching-cases/${id}/versions`;
    const body = JSON.stringify({ body: teachingCase('Breathless, told better'), note: 'shorter' });
    const key = await keyOf('author');
    const send = (headers: Record<string, string>) =>
      fetch(path, {
        method: 'POST',
        headers: { authorization: `Bearer ${stack.apiKey}`, 'content-type': 'application/json', ...headers },
        body,
      });
    expect((await send({})).status).toBe(428);
    expect((await send({ 'if-match': '"7"' })).status).toBe(412);
    expect((await send({ 'if-match': '"1"', authorization: `Bearer ${key}` })).status).toBe(403);
    const once = { 'if-match': '"1"', 'idempotency-key': randomUUID() };
    const [first, second] = [await send(once), await send(once)];
    expect([first.status, first.headers.get('etag')]).toEqual([201, '"2"']);
    expect([second.status, second.headers.get('etag')]).toEqual([201, '"2"']);
    const made = (await first.json()) as Schemas['TeachingCase'];
    expect(made).toMatchObject({ version: 2, publishedVersion: 1, state: 'draft' });
    expect(made.versions.map(({ note }) => note)).toEqual([null, 'shorter']);
    const cards = await answerOf(student.GET('/v1/library', { params: { query: { problem: 'dyspnoea' } } }));
    expect(cards.items.find((card) => card.id === id)?.title.text).toBe('Breathless after a new knee');
    expect((await send({ 'if-match': '"1"' })).status).toBe(412);
  });

  itInFull('tells what the engine would say after each stage, once it has said it', async () => {
    await stack.kill('ddx-ranking');
    const { id } = await draft(teachingCase('For the engine', { difficulty: 'easy' }));
    const forecast = () => author.GET('/v1/teaching-cases/{id}/forecast', { params: { path: { id } } });
    const early = await forecast();
    expect(early.response.status).toBe(503);
    expect(early.response.headers.get('retry-after')).not.toBeNull();
    await stack.restart('ddx-ranking');
    const { stages } = await eventually('a forecast', async () => (await forecast()).data);
    expect(stages.map(({ stageNo }) => stageNo)).toEqual([1, 2]);
    const [before, after] = stages.map(({ keyProbability }) => keyProbability ?? 0);
    expect(after).toBeGreaterThan(before ?? 1);
    expect(stages[1]?.differential[0]).toMatchObject({ rank: 1, name: expect.any(String) });
    expect(stages[1]?.nextTests.length).toBeGreaterThan(0);
    const [builtIn] = (
      await answerOf(student.GET('/v1/library', { params: { query: { problem: 'fatigue' } } }))
    ).items;
    const ofBuiltIn = await eventually('a forecast of a built-in case', async () => {
      const params = { path: { id: builtIn?.id ?? '' } };
      return (await author.GET('/v1/teaching-cases/{id}/forecast', { params })).data;
    });
    expect(ofBuiltIn.stages).toHaveLength(builtIn?.stages ?? 0);
  });

  eachInFull<readonly [ServiceName, string]>([
    ['ddx-ranking', 'ddx-ranking:rank-facts'],
    ['teaching', 'teaching:facts-ranked'],
  ])('loses no forecast where %s dies between its work and what follows', async ([service, point]) => {
    await stack.restart(service, {
      ...OF_MANY,
      FAULT_POINT: point,
      FAULT_ONCE_FILE: join(stack.dataDir, point.replace(':', '-')),
    });
    const { id } = await draft(teachingCase(`Struck at ${point}`));
    await stack.exited(service);
    await stack.restart(service, OF_MANY);
    const forecast = await eventually('a forecast', async () => {
      const params = { path: { id } };
      return (await author.GET('/v1/teaching-cases/{id}/forecast', { params })).data;
    });
    expect(forecast.stages).toHaveLength(2);
  });

  it('goes out as a file and comes back the same, in each of three forms', async () => {
    const { id } = await draft();
    const exported = async (caseId: string, as: 'json' | 'yaml') => {
      const sent = await fetch(`${stack.baseUrl}/v1/teaching-cases/${caseId}/export?as=${as}`, {
        headers: { authorization: `Bearer ${stack.apiKey}` },
      });
      expect(sent.headers.get('content-type')).toBe(`application/${as}; charset=utf-8`);
      return sent.text();
    };
    const imported = async (type: string, body: string): Promise<Schemas['ImportedCases']> => {
      const sent = await request(stack.baseUrl)
        .post('/v1/teaching-cases/import')
        .set('authorization', `Bearer ${stack.apiKey}`)
        .set('content-type', type)
        .serialize((given: unknown) => given as string)
        .send(body);
      expect(sent.status).toBe(201);
      return sent.body as Schemas['ImportedCases'];
    };
    const [json, yaml] = [await exported(id, 'json'), await exported(id, 'yaml')];
    const { contentHash } = JSON.parse(json) as { contentHash: string };
    const changed = json.replace('The left calf', 'The right calf');
    const files: readonly (readonly [string, string, readonly number[]])[] = [
      ['application/json', `[${json},${json}]`, []],
      ['application/yaml', yaml, []],
      ['application/x-ndjson', `${json}\n\n{"format":\n${changed}\n{}\n`, [3, 4, 5]],
    ];
    for (const [type, file, refused] of files) {
      const { items, rejected } = await imported(type, file);
      expect(rejected.map(({ line }) => line)).toEqual(refused);
      expect(items.length).toBeGreaterThan(0);
      for (const item of items) {
        expect(item.id).not.toBe(id);
        const again = JSON.parse(await exported(item.id, 'json')) as { contentHash: string; body: unknown };
        expect(again.contentHash).toBe(contentHash);
        expect(again.body).toEqual((JSON.parse(json) as { body: unknown }).body);
      }
    }
    const bomb = `a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n`;
    expect((await imported('application/yaml', bomb)).rejected).toHaveLength(1);
  });

  it('is copied and erased', async () => {
    const [builtIn] = (await answerOf(student.GET('/v1/library'))).items.filter(
      ({ mark }) => mark === 'built-in',
    );
    const path = { id: builtIn?.id ?? '' };
    const copy = await answerOf(
      author.POST('/v1/teaching-cases/{id}:copy', { params: { path }, body: { version: 1 } }),
    );
    expect(copy).toMatchObject({ state: 'draft', mine: true, version: 1 });
    expect(copy.checks.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(await refusal(act(author, 'retire', path.id))).toBe('409 built-in-case');
    const own = { params: { path: { id: copy.id } } };
    expect(await refusal(colleague.DELETE('/v1/teaching-cases/{id}', own))).toBe('403 forbidden');
    expect((await author.DELETE('/v1/teaching-cases/{id}', own)).response.status).toBe(204);
    expect(await refusal(author.GET('/v1/teaching-cases/{id}', own))).toBe('410 case-erased');
    const listed = await answerOf(author.GET('/v1/teaching-cases'));
    expect(listed.items.map(({ id }) => id)).not.toContain(copy.id);
  });

  it('keeps nothing readable of what teachers write', async () => {
    const mark = `unmistakable${String(Date.now())}`;
    await draft(teachingCase(mark));
    const database = new Client({ connectionString: await stack.databaseUrl() });
    await database.connect();
    try {
      const { rows } = await database.query<{ text: string }>(
        `SELECT (SELECT string_agg(v::text, '') FROM teaching.case_versions v)
             || (SELECT coalesce(string_agg(o::text, ''), '') FROM teaching.outbox o) AS text`,
      );
      expect(rows[0]?.text).toContain('wrappedKey');
      expect(rows[0]?.text).not.toContain(mark);
    } finally {
      await database.end();
    }
    expect(stack.logs('teaching') + stack.logs('gateway')).not.toContain(mark);
  });
});
