import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { answerOf, clientOf, rank, type ApiClient, type Schemas } from '../support/client';
import { CODED, ENGLISH } from '../support/sample-cases';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(120_000);

type Correction = Schemas['CorrectionInput'];

describe('corrections kept with the case', () => {
  let stack: RunningStack;
  let client: ApiClient;

  beforeAll(async () => {
    stack = await sharedStack();
    client = clientOf(stack.baseUrl, stack.apiKey);
    // The first case of all waits until the vocabulary is compiled, longer than anybody waits for a stored one.
    await rank(client, { case: CODED });
  });

  const store = (): Promise<Schemas['Case']> => answerOf(client.POST('/v1/cases', { body: ENGLISH }));
  const correct = (
    id: string,
    version: number,
    corrections: Correction[],
    headers: Record<string, string> = {},
  ): request.Test =>
    request(stack.baseUrl)
      .post(`/v1/cases/${id}/versions`)
      .set({ authorization: `Bearer ${stack.apiKey}`, 'if-match': `"${String(version)}"`, ...headers })
      .send({ corrections });

  /** Where words stand in the sample, in code points. */
  const at = (words: string): { start: number; end: number } => {
    const start = ENGLISH.narrative?.indexOf(words) ?? -1;
    return { start, end: start + words.length };
  };

  it('makes a version that later runs use, and says in the log what the teacher has fixed', async () => {
    const stored = await store();
    const answer = await correct(stored.id, 1, [
      { action: 'reject', findingId: 'd-dimer' },
      { action: 'accept', span: at('Her left calf is swollen and tender.') },
      { action: 'set', span: at('comes to the emergency'), findingId: 'syncope', presence: 'present' },
      { action: 'set', findingId: 'haemoptysis', presence: 'present' },
    ]);
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({
      etag: '"2"',
      location: `/v1/cases/${stored.id}?version=2`,
    });
    const corrected = answer.body as Schemas['Case'];
    expect(corrected).toMatchObject({ id: stored.id, version: 2, createdAt: stored.createdAt });
    expect(corrected.findings.map(({ findingId }) => findingId)).not.toContain('d-dimer');
    expect(corrected.corrections.map(({ action, findingId }) => `${action} ${findingId}`)).toEqual(
      expect.arrayContaining(['reject d-dimer', 'set syncope', 'set haemoptysis']),
    );

    const run = await rank(client, { caseId: stored.id });
    expect(run.caseVersion).toBe(2);
    const understood = new Map(run.understood?.findings.map((each) => [each.findingId, each]));
    expect(understood.has('d-dimer')).toBe(false);
    expect(understood.get('haemoptysis')).toMatchObject({ presence: 'present', certainty: 1 });
    expect(understood.get('syncope')?.source).toEqual({
      kind: 'coded',
      ...at('comes to the emergency'),
      quote: 'comes to the emergency',
    });

    const explanation = await answerOf(
      client.GET('/v1/runs/{id}/explanation', { params: { path: { id: run.id } } }),
    );
    const { findings, corrections } = (
      explanation.record as {
        case: { findings: Schemas['Finding'][]; corrections: Schemas['Correction'][] };
      }
    ).case;
    expect(corrections).toHaveLength(corrected.corrections.length);
    expect(corrections).toEqual(
      expect.arrayContaining([
        { action: 'reject', findingId: 'd-dimer', version: 2 },
        { action: 'set', findingId: 'haemoptysis', presence: 'present', certainty: 1, version: 2 },
      ]),
    );
    const logged = new Map(findings.map((each) => [each.findingId, each]));
    expect(logged.has('d-dimer')).toBe(false);
    for (const findingId of ['haemoptysis', 'syncope']) {
      expect(logged.get(findingId)).toMatchObject({ presence: 'present', source: { kind: 'coded' } });
    }
    expect(logged.get('pleuritic-chest-pain')?.source?.kind).toBe('text');

    const before = await rank(client, { caseId: stored.id, caseVersion: 1 });
    expect(before.caseVersion).toBe(1);
    expect(before.understood?.findings.map(({ findingId }) => findingId)).toContain('d-dimer');
  });

  it('gives each version by its number, the newest without one, each with its ETag', async () => {
    const stored = await store();
    await correct(stored.id, 1, [{ action: 'set', findingId: 'syncope', presence: 'absent' }]).expect(201);
    const read = (query: string): request.Test =>
      request(stack.baseUrl)
        .get(`/v1/cases/${stored.id}${query}`)
        .set({ authorization: `Bearer ${stack.apiKey}`, 'accept-language': 'zh' });
    const newest = await read('');
    expect(newest.headers['etag']).toBe('"2"');
    expect(newest.body).toMatchObject({ version: 2, corrections: [{ findingId: 'syncope', name: '晕厥' }] });
    const first = await read('?version=1');
    expect(first.headers['etag']).toBe('"1"');
    expect(first.body).toMatchObject({ version: 1, corrections: [] });
    expect((await read('?version=3')).status).toBe(404);
    expect((await read('?version=0')).status).toBe(422);
  });

  it('lets one of several teachers win at once, and the others know', async () => {
    const stored = await store();
    const answers = await Promise.all(
      ['cough', 'wheeze', 'syncope', 'haemoptysis'].map((findingId) =>
        correct(stored.id, 1, [{ action: 'set', findingId, presence: 'present' }]),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412, 412]);
    const stale = answers.find(({ status }) => status === 412);
    expect(stale?.body).toMatchObject({ type: '/problems/stale-version' });
    const winner = answers.find(({ status }) => status === 201)?.body as Schemas['Case'];
    const newest = await answerOf(client.GET('/v1/cases/{id}', { params: { path: { id: stored.id } } }));
    expect(newest.version).toBe(2);
    expect(newest.corrections).toEqual(winner.corrections);
  });

  it('gives the first answer again for the same key, also when the case has moved on since', async () => {
    const stored = await store();
    const key = { 'idempotency-key': randomUUID() };
    const corrections: Correction[] = [{ action: 'set', findingId: 'syncope', presence: 'present' }];
    const tries = await Promise.all([1, 2, 3].map(() => correct(stored.id, 1, corrections, key)));
    expect(tries.map(({ status }) => status)).toEqual([201, 201, 201]);
    await correct(stored.id, 2, [{ action: 'reject', findingId: 'syncope' }]).expect(201);
    const again = await correct(stored.id, 1, corrections, key);
    expect([again.status, again.body]).toEqual([201, tries[0]?.body]);
    const other = await correct(stored.id, 3, corrections, key);
    expect([other.status, other.body]).toEqual([
      409,
      expect.objectContaining({ type: '/problems/idempotency-key-reused' }),
    ]);
  });

  it('names what it cannot apply, and changes nothing', async () => {
    const stored = await store();
    const answer = await correct(stored.id, 1, [
      { action: 'reject', findingId: 'no-such-finding' },
      { action: 'reject', span: { start: 0, end: 19_999 } },
      { action: 'set', findingId: 'chest-pain', presence: 'absent' },
      { action: 'set', findingId: 'pleuritic-chest-pain', presence: 'present' },
    ]);
    expect(answer.status).toBe(422);
    const { errors } = answer.body as Schemas['Problem'];
    expect(errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/corrections/0/findingId unknown-finding',
      '/corrections/1/span/end span-outside-text',
      '/corrections/3 contradiction-is-a',
    ]);
    const misplaced = await correct(stored.id, 1, [
      { action: 'accept', findingId: 'cough', presence: 'absent' },
    ]);
    expect(misplaced.status).toBe(422);
    expect((misplaced.body as Schemas['Problem']).errors).toMatchObject([
      { pointer: '/corrections/0/presence', code: 'goes-with-set' },
    ]);
    const kept = await answerOf(client.GET('/v1/cases/{id}', { params: { path: { id: stored.id } } }));
    expect(kept.version).toBe(1);
  });

  it('wants the version named, a case of one’s own, and a role that may', async () => {
    const stored = await store();
    const body: Correction[] = [{ action: 'reject', findingId: 'd-dimer' }];
    const unnamed = await request(stack.baseUrl)
      .post(`/v1/cases/${stored.id}/versions`)
      .set('authorization', `Bearer ${stack.apiKey}`)
      .send({ corrections: body });
    expect([unnamed.status, (unnamed.body as Schemas['Problem']).type]).toEqual([
      428,
      '/problems/version-required',
    ]);
    expect((await correct(randomUUID(), 1, body)).status).toBe(404);
    const key = await answerOf(client.POST('/v1/api-keys', { body: { name: 'class', role: 'student' } }));
    const student = { authorization: `Bearer ${key.key}` };
    expect((await correct(stored.id, 1, body, student)).status).toBe(403);
  });

  it('is erased with the case: versions, corrections, and what a key would answer', async () => {
    const stored = await store();
    const key = { 'idempotency-key': randomUUID() };
    const corrections: Correction[] = [{ action: 'reject', findingId: 'd-dimer' }];
    await correct(stored.id, 1, corrections, key).expect(201);
    const run = await rank(client, { caseId: stored.id });
    await client.DELETE('/v1/cases/{id}', { params: { path: { id: stored.id } } });
    for (const path of [`/v1/cases/${stored.id}`, `/v1/cases/${stored.id}?version=2`, `/v1/runs/${run.id}`]) {
      const gone = await request(stack.baseUrl).get(path).set('authorization', `Bearer ${stack.apiKey}`);
      expect([path, gone.status]).toEqual([path, 410]);
    }
    expect((await correct(stored.id, 2, corrections)).status).toBe(410);
    expect((await correct(stored.id, 1, corrections, key)).status).toBe(410);
  });

  it('says what was resolved in the language of the reader', async () => {
    const warned = async (language: string): Promise<(string | undefined)[]> => {
      const { warnings } = await answerOf(
        client.POST('/v1/intake/preview', {
          body: { narrative: 'His wife has chest pain.', language: 'en' },
          headers: { 'accept-language': language },
        }),
      );
      return warnings.map(({ message }) => message);
    };
    expect(await warned('en')).toEqual([expect.stringContaining('said of another person')]);
    expect(await warned('zh')).toEqual([expect.stringContaining('他人')]);
  });
});
