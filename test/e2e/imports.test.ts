import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { clientOf, rank, type Schemas } from '../support/client';
import { CODED } from '../support/sample-cases';
import { FHIR, PHENOPACKET, TABLE } from '../support/sample-imports';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(120_000);

type Imported = Schemas['ImportedCase'];

describe('a case from elsewhere', () => {
  let stack: RunningStack;

  beforeAll(async () => {
    stack = await sharedStack();
    // A cold intake may take longer to load its vocabulary than a caller is made to wait.
    await rank(clientOf(stack.baseUrl, stack.apiKey), { case: CODED });
  });

  const send = (format: string, type: string, body: string | object, headers: Record<string, string> = {}) =>
    request(stack.baseUrl)
      .post(`/v1/import/${format}`)
      .set({ authorization: `Bearer ${stack.apiKey}`, 'content-type': type, ...headers })
      .send(typeof body === 'string' ? body : JSON.stringify(body));
  const stored = async (...given: Parameters<typeof send>): Promise<Imported> => {
    const answer = await send(...given);
    expect([answer.status, (answer.body as { detail?: string }).detail]).toEqual([201, undefined]);
    return answer.body as Imported;
  };
  const told = ({ findings }: Pick<Imported, 'findings'>): string[] =>
    findings
      .map(({ findingId, presence, value }) => `${findingId} ${presence ?? JSON.stringify(value)}`)
      .sort();
  const left = ({ rejected }: Imported): string[] =>
    rejected.map(({ pointer, code }) => `${pointer} ${code}`);

  it.each(['application/fhir+json', 'application/json; charset=utf-8'])(
    'comes as FHIR in %s',
    async (type) => {
      const found = await stored('fhir', type, FHIR);
      expect(found.patient).toMatchObject({ age: { value: 58, unit: 'a' }, sex: 'female' });
      expect(told(found)).toEqual(
        expect.arrayContaining(['cough absent', 'dyspnoea present', 'known-copd-or-asthma present']),
      );
      expect(found.labs).toMatchObject([{ code: '48065-7', value: 2.4, findingId: 'd-dimer' }]);
      expect(found.labs[0]?.collectedAt).toMatch(/T08:30:00\.000Z$/);
      expect(left(found)).toEqual(['/entry/5/resource not-used']);
      expect(found.rejected[0]?.reason).toBe('MedicationStatement is not used.');
    },
  );

  it('leaves its identity behind, counted', async () => {
    const found = await stored('fhir', 'application/json', FHIR);
    expect(JSON.stringify(found)).not.toMatch(/Quillington|Adelheid|Inkwell|Penbury|1962|2020-05/);
    expect(found.masked).toEqual([
      { kind: 'address', count: 1 },
      { kind: 'date', count: 2 },
      { kind: 'name', count: 1 },
    ]);
  });

  it('comes as a Phenopacket', async () => {
    const found = await stored('phenopacket', 'application/json', PHENOPACKET);
    expect(found.patient).toMatchObject({ age: { value: 33, unit: 'a' }, sex: 'male' });
    expect(told(found)).toEqual(expect.arrayContaining(['headache present', 'seizure absent']));
    expect(found.labs).toMatchObject([{ code: '718-7', findingId: 'haemoglobin' }]);
    expect(left(found)).toEqual(['/diseases/0 diagnosis', '/phenotypicFeatures/2/type unknown-code']);
  });

  it('comes as a table', async () => {
    const found = await stored('csv', 'text/csv', TABLE);
    expect(found).toMatchObject({
      patient: { age: { value: 34, unit: 'a' }, sex: 'female' },
      setting: 'emergency',
      rejected: [{ pointer: '/rows/7/finding', code: 'unknown-finding', line: 10 }],
    });
    expect(told(found)).toEqual(expect.arrayContaining(['headache present', 'neck-stiffness present']));
  });

  it.each([
    ['fhir', 'application/fhir+json', 'case.fhir.json', ['/entry/7/resource not-used']],
    ['phenopacket', 'application/json', 'case.phenopacket.json', ['/diseases/0 diagnosis']],
    ['csv', 'text/csv', 'case.csv', []],
  ])('is shown to teachers as %s that comes in', async (format, type, file, expected) => {
    const sample = readFileSync(join(__dirname, '../../docs/examples', file), 'utf8');
    const found = await stored(format, type, sample);
    expect(left(found)).toEqual(expected);
    expect(found.findings.length).toBeGreaterThanOrEqual(3);
  });

  it('can be read, ranked and erased like any other', async () => {
    const answer = await send('csv', 'text/csv', TABLE);
    const { id } = answer.body as Imported;
    expect(answer.headers).toMatchObject({ location: `/v1/cases/${id}`, etag: '"1"' });
    const as = { authorization: `Bearer ${stack.apiKey}` };
    const run = await request(stack.baseUrl)
      .post('/v1/runs')
      .set({ ...as, prefer: 'wait=30' })
      .send({ caseId: id });
    expect(run.body).toMatchObject({ status: 'completed', caseId: id });
    await request(stack.baseUrl).delete(`/v1/cases/${id}`).set(as).expect(204);
    await request(stack.baseUrl).get(`/v1/cases/${id}`).set(as).expect(410);
  });

  it('tells the reasons in the language asked for', async () => {
    const { rejected, language } = await stored('csv', 'text/csv', TABLE, { 'accept-language': 'zh' });
    expect(rejected[0]?.reason).toMatch(/^\p{Script=Han}/u);
    expect(language).toBe('zh');
  });

  it('gives the same case again under the same key, and refuses the key for anything else', async () => {
    const key = { 'idempotency-key': 'the-morning' };
    const first = await stored('csv', 'text/csv', TABLE, key);
    expect(await stored('csv', 'text/csv', TABLE, key)).toEqual(first);
    const other = await send('csv', 'text/csv', `${TABLE}cough,present\n`, key);
    expect([other.status, (other.body as { type: string }).type]).toEqual([
      409,
      '/problems/idempotency-key-reused',
    ]);
    expect((await send('phenopacket', 'application/json', PHENOPACKET, key)).status).toBe(409);
  });

  it.each<[string, string, string, string | object, number, string]>([
    ['JSON that is none', 'fhir', 'application/fhir+json', '{"resourceType":', 400, 'malformed-json'],
    [
      'a table whose quotes do not close',
      'csv',
      'text/csv',
      'finding,presence\n"cough,present',
      400,
      'malformed-table',
    ],
    ['a table sent as JSON', 'csv', 'application/json', { finding: 'cough' }, 415, 'unsupported-media-type'],
    ['FHIR sent as a table', 'fhir', 'text/csv', 'finding', 415, 'unsupported-media-type'],
    ['FHIR in XML', 'fhir', 'application/fhir+xml', '<Patient/>', 415, 'unsupported-media-type'],
    [
      'a Phenopacket as FHIR',
      'phenopacket',
      'application/fhir+json',
      PHENOPACKET,
      415,
      'unsupported-media-type',
    ],
    ['another format', 'hl7v2', 'application/json', {}, 422, 'invalid-request'],
    ['what is no FHIR', 'fhir', 'application/json', PHENOPACKET, 422, 'invalid-request'],
    ['what is no Phenopacket', 'phenopacket', 'application/json', FHIR, 422, 'invalid-request'],
    ['a table without a header', 'csv', 'text/csv', 'cough,present\n', 422, 'invalid-request'],
    [
      'a patient of whom nothing is told',
      'csv',
      'text/csv',
      'finding,value\nage,34\n',
      422,
      'invalid-request',
    ],
    ['more than a megabyte', 'csv', 'text/csv', `finding\n${'cough\n'.repeat(200_000)}`, 413, 'too-large'],
  ])('is not taken from %s', async (_, format, type, body, status, code) => {
    const answer = await send(format, type, body);
    expect([answer.status, (answer.body as { type: string }).type]).toEqual([status, `/problems/${code}`]);
  });

  it('is not taken from a table in another encoding', async () => {
    const answer = await request(stack.baseUrl)
      .post('/v1/import/csv')
      .set({ authorization: `Bearer ${stack.apiKey}`, 'content-type': 'text/csv; charset=gb18030' })
      .serialize((bytes: unknown) => bytes as string)
      .send(Buffer.from([...Buffer.from('finding,presence\n'), 0xbf, 0xc8, 0xcb, 0xd4]));
    expect([answer.status, (answer.body as { type: string }).type]).toEqual([
      400,
      '/problems/malformed-table',
    ]);
  });

  it('names everything that was wrong where nothing could be used', async () => {
    const { status, body } = await send('csv', 'text/csv', 'finding,presence\nAda Quillington,present\n');
    expect(status).toBe(422);
    expect(body).toMatchObject({
      errors: [{ pointer: '/rows/0/finding', code: 'unknown-finding' }],
    });
    expect(JSON.stringify(body)).not.toContain('Quillington');
  });

  it('may also be told in codes of other terminologies in a case of one’s own', async () => {
    const ask = (findings: object[]) =>
      request(stack.baseUrl)
        .post('/v1/cases')
        .set('authorization', `Bearer ${stack.apiKey}`)
        .send({ findings });
    const coded = await ask([
      { system: 'HPO', code: 'HP:0002094', presence: 'present' },
      { findingId: { system: 'ICD-10', code: 'R05' }, presence: 'absent' },
      { system: 'LOINC', code: '8867-4', value: { number: 118, unit: '/min' } },
      { system: 'HPO', code: 'HP:0001945', presence: 'present' },
    ]);
    expect(coded.status).toBe(201);
    expect(told(coded.body as Imported)).toEqual([
      'body-temperature {"code":"fever"}',
      'cough absent',
      'dyspnoea present',
      'heart-rate {"number":118,"unit":"/min"}',
    ]);
    const unknown = await ask([{ system: 'LOINC', code: '1-8', presence: 'present' }]);
    expect([unknown.status, unknown.body]).toMatchObject([
      422,
      { errors: [{ pointer: '/findings/0/code', code: 'unmapped-code' }] },
    ]);
  });

  it('is a table nowhere else: a run is asked for in JSON', async () => {
    const answer = await request(stack.baseUrl)
      .post('/v1/runs')
      .set({ authorization: `Bearer ${stack.apiKey}`, 'content-type': 'text/csv' })
      .send(TABLE);
    expect(answer.status).toBe(415);
  });
});
