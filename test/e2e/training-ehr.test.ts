import { describeInFull, eventually, MockEhr } from '@openrounds/testing';
import { Client } from 'pg';
import request from 'supertest';
import { startStack, type Stack } from '../support/stack';

jest.setTimeout(180_000);

/** A stack with a public address is one of its own; a commit is checked without it, `npm run test:full` with it. */
const PUBLIC_URL = 'https://rounds.example';
const PATIENT = 'tp-quackenbush';

describeInFull('a training patient, from the EHR to a case', () => {
  const ehr = new MockEhr();
  let stack: Stack;

  beforeAll(async () => {
    await ehr.start();
    stack = await startStack({
      // The first case waits until the vocabulary is there, which takes a busy machine its time.
      env: { gateway: { REQUEST_DEADLINE_MS: '20000' } },
      commonEnv: { PUBLIC_URL, SECURE_COOKIES: 'true', OUTBOUND_LOOPBACK_ORIGINS: ehr.origin },
    });
    ehr.tool = stack.baseUrl;
    ehr.client.redirectUri = () => `${PUBLIC_URL}/smart/callback`;
    const registered = await send('post', '/v1/ehr-clients').send({
      ...{ name: 'Mock', issuer: ehr.origin, keySetUrl: ehr.keySetUrl, fhirBaseUrl: ehr.fhirBaseUrl },
      ...{ environment: 'training', smart: { clientId: ehr.client.id } },
    });
    expect([registered.status, registered.body.smart]).toEqual([
      200,
      { clientId: ehr.client.id, authentication: 'private-key' },
    ]);
  });
  afterAll(async () => {
    await ehr.stop();
    await stack.stop();
  });

  const send = (method: 'get' | 'post', path: string) =>
    request(stack.baseUrl)[method](path).auth(stack.apiKey, { type: 'bearer' });
  const begin = (body: object) => send('post', '/v1/ehr-imports').send(body);

  /** The way of a browser from a launch to what it is sent to at last. */
  const follow = async (begun: { body: { authorizationUrl: string }; headers: Record<string, unknown> }) => {
    const [cookie = ''] = [begun.headers['set-cookie']].flat().map((each) => String(each).split(';')[0]);
    const authorized = await fetch(begun.body.authorizationUrl, { redirect: 'manual' });
    const back = new URL(authorized.headers.get('location') ?? '');
    const came = await request(stack.baseUrl).get(`${back.pathname}${back.search}`).set('cookie', cookie);
    return { came, back, cookie };
  };
  const launched = () => begin({ issuer: ehr.fhirBaseUrl, launch: ehr.authorization.launch(PATIENT) });
  const settled = (id: string) =>
    eventually('an import that is read', async () => {
      const { body } = await send('get', `/v1/ehr-imports/${id}`);
      return ['ready', 'failed'].includes(body.state) && body;
    });

  it('a launch of an EHR that nobody registered is a page, and no request leaves', async () => {
    const before = ehr.asked.length;
    const iss = `${ehr.origin}/other/fhir`;
    const page = await request(stack.baseUrl).get('/smart/launch').query({ iss, launch: 'x' });
    expect([page.status, page.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
    expect(page.text).toContain('smart-not-registered');
    expect((await begin({ issuer: iss, launch: 'x' })).status).toBe(404);
    expect(ehr.asked).toHaveLength(before);
  });

  it('a launch is read page by page, looked at, and accepted as a case', async () => {
    ehr.traits.busy = 'once';
    const entry = await request(stack.baseUrl)
      .get('/smart/launch')
      .query({ iss: ehr.fhirBaseUrl, launch: 'x' });
    expect([entry.status, new URL(String(entry.headers['location']), PUBLIC_URL).pathname]).toEqual([
      303,
      '/ehr-imports',
    ]);
    const begun = await launched();
    expect(begun.status).toBe(201);
    const { came } = await follow(begun);
    const { id } = begun.body;
    expect([came.status, new URL(String(came.headers['location']), PUBLIC_URL).pathname]).toEqual([
      303,
      `/ehr-imports/${String(id)}`,
    ]);
    const { state, preview, missingScopes } = await settled(id);
    expect([state, missingScopes, preview.complete]).toEqual(['ready', [], true]);
    const found = preview.findings.map(({ findingId }: { findingId: string }) => findingId);
    expect(found).toEqual(expect.arrayContaining(['dyspnoea', 'chest-pain', 'haemoptysis']));
    expect(preview.masked.length).toBeGreaterThan(2);
    expect(preview.labs.map(({ name }: { name: string }) => name)).toContain('D-dimer');

    const accept = () => send('post', `/v1/ehr-imports/${String(id)}/accept`);
    expect((await accept().send({})).status).toBe(422);
    const made = await accept().send({ confirmation: 'training-record' });
    expect(made.status).toBe(201);
    const kept = await send('get', `/v1/cases/${String(made.body.id)}`);
    expect([kept.status, kept.body.confirmation]).toEqual([200, 'training-record']);
    expect((await send('get', `/v1/ehr-imports/${String(id)}`)).status).toBe(404);
  });

  it('what was not granted is named, and who began elsewhere is not let in', async () => {
    ehr.traits.granted = 'without-observations';
    const begun = await launched();
    await follow(begun);
    const { state, missingScopes } = await settled(begun.body.id);
    expect([state, missingScopes]).toEqual(['ready', ['patient/Observation.rs']]);
    ehr.traits.granted = 'all';
    for (const how of ['other-state', 'other-code', 'denied'] as const) {
      ehr.traits.redirection = how;
      const { came } = await follow(await launched());
      expect([how, came.status]).toEqual([how, 400]);
    }
    ehr.traits.redirection = 'right';
    const other = await launched();
    const authorized = await fetch(other.body.authorizationUrl, { redirect: 'manual' });
    const back = new URL(authorized.headers.get('location') ?? '');
    const stranger = await request(stack.baseUrl).get(`${back.pathname}${back.search}`);
    expect([stranger.status, stranger.text.includes('smart-other-browser')]).toEqual([400, true]);
  });

  it('a link to elsewhere in the middle of a record is not followed', async () => {
    ehr.traits.answers = 'next-elsewhere';
    const begun = await launched();
    await follow(begun);
    const { state, fault } = await settled(begun.body.id);
    expect([state, fault]).toEqual(['failed', 'smart-foreign-link']);
    expect(ehr.asked.filter((path) => path.includes('localhost'))).toEqual([]);
    ehr.traits.answers = 'right';
  });

  it('nothing of who it was rests anywhere: no name, no number, no day, no token', async () => {
    const secrets = ehr.secrets;
    expect(secrets.length).toBeGreaterThan(60);
    const client = new Client({ connectionString: await stack.databaseUrl() });
    await client.connect();
    const { rows: tables } = await client.query<{ s: string; t: string }>(
      "SELECT table_schema s, table_name t FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')",
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { s, t } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT row_to_json(x)::text AS row FROM "${s}"."${t}" x`,
      );
      const text = rows.map(({ row }) => row).join('\n');
      expect([s, t, secrets.filter((secret) => text.includes(secret))]).toEqual([s, t, []]);
    }
    await client.end();
    for (const service of ['gateway', 'integration', 'case-intake', 'ddx-ranking'] as const) {
      const log = stack.logs(service);
      expect([service, secrets.filter((secret) => log.includes(secret))]).toEqual([service, []]);
    }
  });
});
