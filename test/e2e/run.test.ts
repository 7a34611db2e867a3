import { randomUUID } from 'node:crypto';
import { NODE_PRIMITIVES, verifyExport, verifyRecordFile } from '@openrounds/transparency-log';
import request from 'supertest';
import { answerOf, clientOf, rank, type ApiClient, type Schemas } from '../support/client';
import { readEvents } from '../support/events';
import { CHINESE, CODED, ENGLISH } from '../support/sample-cases';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(120_000);

const total = (run: Schemas['Run']): number =>
  run.differential.reduce((sum, { probability }) => sum + probability, 0) +
  (run.remainder?.probability ?? NaN) +
  (run.other?.probability ?? NaN);

describe('a run through all five services', () => {
  let stack: RunningStack;
  let client: ApiClient;
  const bearer = (): Record<string, string> => ({ authorization: `Bearer ${stack.apiKey}` });

  beforeAll(async () => {
    stack = await sharedStack();
    client = clientOf(stack.baseUrl, stack.apiKey);
  });

  describe.each([
    ['English', ENGLISH, 'en', 'Pulmonary embolism'],
    ['Chinese', CHINESE, 'zh', '肺栓塞'],
  ] as const)('the %s sample', (_name, sample, language, leader) => {
    let run: Schemas['Run'];
    beforeAll(async () => {
      run = await answerOf(
        client.POST('/v1/runs', {
          params: { header: { Prefer: 'wait=30' } },
          headers: { 'accept-language': language },
          body: { case: sample },
        }),
      );
    });

    it('is completed, ranked, and sums to 1', () => {
      expect(run.status).toBe('completed');
      expect(run.differential[0]).toMatchObject({ diseaseId: 'pulmonary-embolism', name: leader, rank: 1 });
      expect(Math.abs(total(run) - 1)).toBeLessThanOrEqual(1e-9);
    });

    it('is understood completely', () => {
      expect(run.understood?.unmatched).toEqual([]);
      expect(run.understood?.warnings).toEqual([]);
      expect(run.understood?.patient).toMatchObject({ age: { value: 58, unit: 'a' }, sex: 'female' });
      const found = new Map(run.understood?.findings.map(({ findingId, presence }) => [findingId, presence]));
      expect(found.get('haemoptysis')).toBe('absent');
      expect(found.get('unilateral-leg-swelling')).toBe('present');
      expect(found.get('family-history-of-venous-thromboembolism')).toBe('present');
    });

    it('quotes what it understood at the offsets that it gives', () => {
      const text = [...(sample.narrative ?? '')];
      for (const { source } of run.understood?.findings ?? []) {
        if (source?.quote === undefined) continue;
        expect(text.slice(source.start, source.end).join('')).toBe(source.quote);
      }
    });

    it('explains each probability by bars that add up to its score', () => {
      for (const { score, priorContribution, evidence } of run.differential) {
        const bars = evidence.reduce((sum, { contribution }) => sum + contribution, priorContribution);
        expect(Math.abs(bars - score)).toBeLessThan(1e-9);
      }
    });

    it('names what must not be missed, what to do next, and passages', () => {
      expect(run.mustNotMiss.map(({ diseaseId }) => diseaseId)).toContain('pulmonary-embolism');
      expect(run.nextTests.length).toBeGreaterThan(0);
      expect(run.guidelines.flatMap(({ forDiseases }) => forDiseases)).toContain('pulmonary-embolism');
      expect(run.notice).toMatch(language === 'en' ? /teaching/ : /教学.*人工智能/s);
    });
  });

  it('answers 202 with a place to look at when nobody waits', async () => {
    const { response, data } = await client.POST('/v1/runs', { body: { case: CODED } });
    expect(response.status).toBe(202);
    expect(response.headers.get('location')).toBe(`/v1/runs/${data?.id ?? ''}`);
    expect(response.headers.get('x-request-id')).toBeTruthy();
  });

  it('streams the sections as they become known, from the start or after the event last seen', async () => {
    const run = await rank(client, { case: CODED });
    const url = `${stack.baseUrl}/v1/runs/${run.id}/events`;
    const { response, events } = await readEvents(url, bearer());
    expect(response.headers.get('content-type')).toMatch('text/event-stream');
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'status',
        'understood',
        'differential',
        'next-tests',
        'guidelines',
        'completed',
      ]),
    );
    expect(events.at(-1)?.type).toBe('completed');
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    const differential = events.find(({ type }) => type === 'differential');
    expect(differential?.data).toMatchObject({ runId: run.id, differential: run.differential });

    const later = await readEvents(url, { ...bearer(), 'last-event-id': '3' });
    expect(later.events.map(({ id }) => id)).toEqual(events.slice(3).map(({ id }) => id));
    const unknown = await readEvents(url, { ...bearer(), 'last-event-id': '99' });
    expect(unknown.events).toHaveLength(events.length);
  });

  it('gives fifty equal requests at once one answer for one idempotency key, and refuses another body', async () => {
    const key = randomUUID();
    const send = (body: Schemas['CreateRunInput']) =>
      client.POST('/v1/runs', { params: { header: { 'Idempotency-Key': key } }, body });
    const runs = async (): Promise<number> =>
      (await answerOf(client.GET('/v1/runs', { params: { query: { limit: 100 } } }))).items.length;
    const before = await runs();
    const answers = await Promise.all(Array.from({ length: 50 }, () => send({ case: CODED })));
    expect(new Set(answers.map(({ response }) => response.status))).toEqual(new Set([202]));
    expect(new Set(answers.map(({ data }) => data?.id)).size).toBe(1);
    expect(await runs()).toBe(before + 1);
    const other = await send({ case: ENGLISH });
    expect(other.response.status).toBe(409);
    expect(other.error?.type).toBe('/problems/idempotency-key-reused');
  });

  it('answers what-if with before and after, and stores nothing', async () => {
    const run = await rank(client, { case: CODED });
    const answer = await answerOf(
      client.POST('/v1/runs/{id}/what-if', {
        params: { path: { id: run.id } },
        body: { set: [{ findingId: 'haemoptysis', presence: 'present' }] },
      }),
    );
    const leader = answer.differential.find(({ diseaseId }) => diseaseId === 'pulmonary-embolism');
    expect(leader?.probabilityAfter).toBeGreaterThan(leader?.probabilityBefore ?? 1);
    expect(leader?.changedEvidence.map(({ findingId }) => findingId)).toEqual(['haemoptysis']);
    const again = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: run.id } } }));
    expect(again).toEqual(run);
  });

  it('shows a run from other sides: head to head, what would change it, step by step', async () => {
    const run = await rank(client, { case: ENGLISH });
    const path = { id: run.id };
    const pair = await answerOf(
      client.GET('/v1/runs/{id}/compare', {
        params: { path, query: { diseases: 'pulmonary-embolism,community-acquired-pneumonia' } },
      }),
    );
    const bars = [...pair.shared, ...pair.forA, ...pair.forB].reduce(
      (sum, { difference }) => sum + difference,
      0,
    );
    expect(Math.abs(pair.priorDifference + bars - pair.scoreDifference)).toBeLessThan(1e-9);
    expect(pair.a.probability).toBeGreaterThan(pair.b.probability);
    expect(pair.forA.flatMap(({ from }) => from)).toContain('unilateral-leg-swelling');

    const other = await answerOf(client.GET('/v1/runs/{id}/counterfactual', { params: { path } }));
    expect(other.first?.diseaseId).toBe('pulmonary-embolism');

    const { stages } = await answerOf(client.GET('/v1/runs/{id}/stages', { params: { path } }));
    expect(stages.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['history', 'examination', 'laboratory']),
    );
    expect(stages.at(-1)?.differential[0]?.diseaseId).toBe(run.differential[0]?.diseaseId);
    expect(stages.at(-1)?.differential[0]?.probability).toBeCloseTo(run.differential[0]?.probability ?? 0, 9);

    const unknown = await client.GET('/v1/runs/{id}/compare', {
      params: { path, query: { diseases: 'pulmonary-embolism,no-such-disease' } },
    });
    expect(unknown.response.status).toBe(404);
    const same = await client.GET('/v1/runs/{id}/compare', {
      params: { path, query: { diseases: 'pulmonary-embolism,pulmonary-embolism' } },
    });
    expect(same.response.status).toBe(422);
  });

  it('replays a case by its own stages, under the titles and in the order of its teacher', async () => {
    const run = await rank(client, {
      case: {
        patient: { age: { value: 58, unit: 'a' }, sex: 'female' },
        setting: 'emergency',
        stages: [
          { name: 'At the door', narrative: 'Sudden shortness of breath and pleuritic chest pain.' },
          { name: 'What the film shows', narrative: 'No haemoptysis.' },
          { name: 'Shoes off', findings: [{ findingId: 'unilateral-leg-swelling', presence: 'present' }] },
        ],
      },
    });
    const ask = (lang: 'en' | 'zh') =>
      answerOf(client.GET('/v1/runs/{id}/stages', { params: { path: { id: run.id }, query: { lang } } }));
    const { stages } = await ask('zh');
    expect(stages.map(({ title }) => title)).toEqual(['At the door', 'What the film shows', 'Shoes off']);
    expect(stages.map(({ revealed }) => revealed.map(({ findingId }) => findingId))).toEqual(
      run.understood?.stages?.map(({ findingIds }) => [...findingIds].sort()),
    );
    expect(stages.at(-1)?.revealed).toEqual([
      expect.objectContaining({ findingId: 'unilateral-leg-swelling' }),
    ]);
    expect(stages.at(-1)?.other.probability).toBeCloseTo(run.other?.probability ?? NaN, 9);
    const log = await answerOf(client.GET('/v1/runs/{id}/explanation', { params: { path: { id: run.id } } }));
    expect(JSON.stringify(log.record)).not.toMatch(/At the door|Shoes off/);
  });

  it('freezes each explanation in a log that anybody can check', async () => {
    const run = await rank(client, { case: ENGLISH });
    const explanation = await answerOf(
      client.GET('/v1/runs/{id}/explanation', { params: { path: { id: run.id } } }),
    );
    expect({ index: explanation.index, leafHash: explanation.leafHash }).toEqual(run.logEntry);
    expect(JSON.stringify(explanation.record)).not.toContain('knee replacement');
    const { askedBy, guidelines } = explanation.record as {
      askedBy: string;
      guidelines: { passageId: string; sha256?: string }[];
    };
    expect(askedBy).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(explanation.record)).not.toMatch(/"(userId|subject|tenantId)":/);
    expect(guidelines.map(({ passageId }) => passageId)).toEqual(
      run.guidelines.map(({ passageId }) => passageId),
    );
    for (const { sha256 } of guidelines) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    const replay = await answerOf(client.POST('/v1/runs/{id}/replay', { params: { path: { id: run.id } } }));
    expect(replay).toMatchObject({ identical: true, differences: [], knowledge: run.versions.knowledge });
    const exported = await fetch(`${stack.baseUrl}/v1/runs/${run.id}/export?as=record`, {
      headers: { authorization: `Bearer ${stack.apiKey}` },
    });
    const bytes = new Uint8Array(await exported.arrayBuffer());
    const checkpoint = await answerOf(client.GET('/v1/log/checkpoint'));
    expect(verifyRecordFile(bytes, NODE_PRIMITIVES, checkpoint.publicKey)).toMatchObject({
      ok: true,
      file: { record: explanation.record },
    });
    const entries = await Promise.all(
      Array.from({ length: checkpoint.size }, (_, index) =>
        answerOf(client.GET('/v1/log/entries/{index}', { params: { path: { index } } })),
      ),
    );
    expect(verifyExport({ entries, checkpoint })).toMatchObject({
      ok: true,
      size: checkpoint.size,
      rootHash: checkpoint.rootHash,
    });
    const changed = entries.map((entry) =>
      entry.index === run.logEntry?.index
        ? { ...entry, record: { ...entry.record, runId: randomUUID() } }
        : entry,
    );
    expect(verifyExport({ entries: changed, checkpoint }).ok).toBe(false);
  });

  it('masks identities before anything rests, and counts them', async () => {
    const narrative =
      'Mrs. Margaret Thompson, phone 555-867-5309, a 93-year-old woman, has had chest pain since this morning.';
    const stored = await answerOf(client.POST('/v1/cases', { body: { language: 'en', narrative } }));
    expect(stored.narrative).not.toMatch(/Thompson|867-5309/);
    expect(stored.masked.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['name', 'phone', 'age-over-89']),
    );
    expect(stored.patient.age).toEqual({ value: 90, unit: 'a' });
    for (const service of ['gateway', 'case-intake', 'ddx-ranking', 'explanation-log'] as const) {
      expect(stack.logs(service)).not.toMatch(/Thompson|867-5309|chest pain since/);
    }
  });

  it('previews what it understands with offsets into the text that was given', async () => {
    const narrative = 'Mr. John Miller has sudden chest pain and no fever.';
    const preview = await answerOf(
      client.POST('/v1/intake/preview', { body: { narrative, language: 'en' } }),
    );
    const pain = preview.findings.find(({ findingId }) => findingId === 'chest-pain');
    expect([...narrative].slice(pain?.source?.start, pain?.source?.end).join('')).toContain('chest pain');
    expect(preview.masked).toEqual([{ kind: 'name', count: 1 }]);
    const named = async (headers: Record<string, string>) => {
      const body = { narrative: '胸痛。', language: 'zh' } as const;
      const { findings } = await answerOf(client.POST('/v1/intake/preview', { body, headers }));
      return findings[0]?.name;
    };
    expect(await named({})).toBe('胸痛');
    expect(await named({ 'accept-language': 'en' })).toBe('Chest pain');
  });

  it('erases a case everywhere and keeps the leaf', async () => {
    const stored = await answerOf(client.POST('/v1/cases', { body: ENGLISH }));
    const run = await rank(client, { caseId: stored.id });
    const { response } = await client.DELETE('/v1/cases/{id}', { params: { path: { id: stored.id } } });
    expect(response.status).toBe(204);
    for (const path of [
      `/v1/cases/${stored.id}`,
      `/v1/runs/${run.id}`,
      `/v1/runs/${run.id}/events`,
      `/v1/runs/${run.id}/explanation`,
    ]) {
      const gone = await request(stack.baseUrl).get(path).set(bearer());
      expect([path, gone.status, gone.body]).toEqual([
        path,
        410,
        expect.objectContaining({ type: '/problems/case-erased' }),
      ]);
    }
    const leaf = async (): Promise<Schemas['LogEntry']> =>
      answerOf(
        client.GET('/v1/log/entries/{index}', { params: { path: { index: run.logEntry?.index ?? -1 } } }),
      );
    let entry = await leaf();
    for (let look = 0; look < 200 && entry.record !== null; look += 1) entry = await leaf();
    expect(entry).toMatchObject({ leafHash: run.logEntry?.leafHash, record: null, salt: null });
    const again = await client.POST('/v1/runs', { body: { caseId: stored.id } });
    expect(again.response.status).toBe(410);
  });

  it('opens a browser session that needs its CSRF token to write', async () => {
    const agent = request.agent(stack.baseUrl);
    const key = `Bearer ${stack.apiKey}`;
    const opened = await agent.post('/v1/session').set('authorization', key).send({});
    expect(opened.status).toBe(201);
    expect(opened.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/);
    const { csrfToken } = opened.body as Schemas['Session'];
    const refused = await agent.post('/v1/runs').send({ case: CODED });
    expect(refused.body).toMatchObject({ type: '/problems/csrf-token-missing', status: 403 });
    const accepted = await agent.post('/v1/runs').set('x-csrf-token', csrfToken).send({ case: CODED });
    expect(accepted.status).toBe(202);
    expect((await agent.delete('/v1/session').set('x-csrf-token', csrfToken)).status).toBe(204);
    expect((await agent.get('/v1/session')).status).toBe(401);
  });

  it('lets a student read but begin no run, and nobody in without a key that is still good', async () => {
    const key = await answerOf(client.POST('/v1/api-keys', { body: { name: 'class', role: 'student' } }));
    const student = clientOf(stack.baseUrl, key.key);
    expect((await student.GET('/v1/diseases')).response.status).toBe(200);
    expect((await student.POST('/v1/runs', { body: { case: CODED } })).response.status).toBe(403);
    await client.DELETE('/v1/api-keys/{id}', { params: { path: { id: key.id } } });
    expect((await student.GET('/v1/diseases')).response.status).toBe(401);
    expect((await request(stack.baseUrl).get('/v1/runs')).status).toBe(401);
  });

  it('serves its contract, its pages and its health', async () => {
    const get = (path: string) => request(stack.baseUrl).get(path);
    expect((await get('/openapi.json')).body).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'OpenRounds' },
    });
    expect((await get('/docs/')).status).toBe(200);
    expect((await get('/problems/case-erased')).text).toContain('The case was erased');
    expect((await get('/health/live')).body).toEqual({ status: 'ok' });
    expect((await get('/health/ready')).body).toMatchObject({
      status: 'ok',
      dependencies: { database: { status: 'up' }, queue: { status: 'up' } },
    });
    expect((await get('/metrics')).text).toContain('openrounds_http_request_seconds');
    const home = await get('/');
    expect(home.headers['content-security-policy']).toContain("default-src 'self'");
    expect((await get('/v1/meta').set('host', 'elsewhere.example')).status).toBe(403);
  });

  it('reads its knowledge in both languages', async () => {
    const english = await answerOf(
      client.GET('/v1/diseases/{id}', { params: { path: { id: 'pulmonary-embolism' } } }),
    );
    const chinese = await answerOf(
      client.GET('/v1/diseases/{id}', {
        params: { path: { id: 'pulmonary-embolism' }, query: { lang: 'zh' } },
      }),
    );
    expect([english.name, chinese.name]).toEqual(['Pulmonary embolism', '肺栓塞']);
    expect(english.findings.map(({ findingId }) => findingId)).toEqual(
      expect.arrayContaining(['illness-onset', 'illness-duration', 'illness-course']),
    );
    const typed = await answerOf(
      client.GET('/v1/findings', { params: { query: { q: '肚子疼', lang: 'en' } } }),
    );
    expect(typed.items.map(({ id }) => id)).toContain('abdominal-pain');
    const nothing = await answerOf(
      client.GET('/v1/guidelines/search', { params: { query: { q: 'xyzzy plugh' } } }),
    );
    expect(nothing).toMatchObject({ items: [], reason: 'no-evidence-found' });
  });
});
