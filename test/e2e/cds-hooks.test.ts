import { createServer, type Server } from 'node:http';
import { newId } from '@openrounds/platform';
import { describeInFull, eventually, MockEhr } from '@openrounds/testing';
import { Client } from 'pg';
import request from 'supertest';
import { signer, type Signer } from '../../libs/cds-hooks/test/signed-call';
import { sharedStack } from '../support/shared-stack';
import { startStack, type Stack } from '../support/stack';

jest.setTimeout(180_000);

/** A stack with a public address is one of its own; a commit is checked without it, `npm run test:full` with it. */

it('without a public address there are no training EHRs, and nobody is called by them', async () => {
  const { baseUrl, apiKey } = await sharedStack();
  for (const path of ['/cds-services', '/v1/ehr-clients']) {
    const { status, body } = await request(baseUrl).get(path).auth(apiKey, { type: 'bearer' });
    expect([path, status, body.type]).toEqual([path, 404, '/problems/not-found']);
  }
});

const PUBLIC_URL = 'https://rounds.example';
const ISSUER = 'https://ehr-training.example';
const ORIGIN = 'https://pages.ehr-training.example';
const HPO = 'http://human-phenotype-ontology.org';
const SECRETS = ['Quetzalcoatl', 'MRN-55512', '1968-03-02', 'patient-77'];

const BODY = {
  hook: 'patient-view',
  hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
  context: { patientId: 'patient-77', userId: 'Practitioner/9' },
  prefetch: {
    patient: {
      resourceType: 'Patient',
      id: 'patient-77',
      gender: 'female',
      birthDate: '1968-03-02',
      name: [{ family: 'Quetzalcoatl' }],
      identifier: [{ value: 'MRN-55512' }],
    },
    conditions: {
      resourceType: 'Bundle',
      type: 'searchset',
      entry: ['HP:0002094', 'HP:0100749', 'HP:0002105'].map((code) => ({
        resource: { resourceType: 'Condition', code: { coding: [{ system: HPO, code }] } },
      })),
    },
    laboratory: null,
  },
};

/** The record has to be read within a second and a half, which a busy machine misses again and again. */
const PATIENCE_MS = 90_000;
const RECORDED = 'tp-quackenbush';
const MAY_READ = ['Patient', 'Condition', 'Observation', 'Encounter', 'FamilyMemberHistory'].map(
  (kind) => `patient/${kind}.rs`,
);

/** Paths of members that hold nothing, but for a list of cards. */
const emptyIn = (value: unknown, path = ''): string[] => {
  if (value === null || value === '') return [path];
  if (typeof value !== 'object') return [];
  const inner = Object.entries(value);
  return inner.length === 0 ? [path] : inner.flatMap(([key, each]) => emptyIn(each, `${path}/${key}`));
};

describeInFull('with a public address', () => {
  let stack: Stack;
  let ehr: Signer;
  let server: Server;
  let keysAsked = 0;
  const records = new MockEhr();

  beforeAll(async () => {
    [ehr] = await Promise.all([signer(), records.start()]);
    records.traits.pageSize = 100;
    server = createServer((_, response) => {
      keysAsked += 1;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ keys: [ehr.key] }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const loopback = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;
    const commonEnv = {
      PUBLIC_URL,
      SECURE_COOKIES: 'true',
      OUTBOUND_LOOPBACK_ORIGINS: `${loopback},${records.origin}`,
      CDS_DEADLINE_MS: '5000',
    };
    stack = await startStack({ commonEnv });
    const registered = await send('post', '/v1/ehr-clients').send({
      name: 'Training',
      issuer: ISSUER,
      keySetUrl: `${loopback}/keys`,
      fhirBaseUrl: records.fhirBaseUrl,
      origins: [ORIGIN],
      environment: 'training',
    });
    expect(registered.status).toBe(200);
  });
  afterAll(async () => {
    server.close();
    await Promise.all([stack.stop(), records.stop()]);
  });

  const send = (method: 'get' | 'post' | 'delete' | 'options', path: string) =>
    request(stack.baseUrl)[method](path).auth(stack.apiKey, { type: 'bearer' });
  const sql = async (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => {
    const client = new Client({ connectionString: await stack.databaseUrl() });
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  const claims = (path: string, changes: object = {}) => {
    const iat = Math.floor(Date.now() / 1000);
    return { iss: ISSUER, aud: `${PUBLIC_URL}${path}`, iat, exp: iat + 300, jti: newId(), ...changes };
  };
  const call = async (
    id = 'openrounds-differential',
    body: object = {},
    { token, path = `/cds-services/${id}` }: { token?: string; path?: string } = {},
  ) =>
    request(stack.baseUrl)
      .post(path)
      .set('authorization', `Bearer ${token ?? (await ehr.sign(claims(path)))}`)
      .send({ ...BODY, ...body });

  it('tells what there is to call, to anybody', async () => {
    const { status, body } = await request(stack.baseUrl).get('/cds-services');
    expect(status).toBe(200);
    expect(body.services.map(({ hook }: { hook: string }) => hook)).toEqual([
      'patient-view',
      'order-select',
      'order-sign',
    ]);
  });

  it('answers with cards of their form, and the list is that of the linked run', async () => {
    // The first one to ask for a knowledge version waits until it is compiled, and may be told that it was late.
    const card = await eventually('cards in time', async () => {
      const { status, body } = await call();
      expect([status, emptyIn(body)]).toEqual([200, []]);
      return body.cards[0].links !== undefined && body.cards[0];
    });
    const url = new URL(card.links[0].url);
    expect(url.origin).toBe(PUBLIC_URL);
    const runId = url.searchParams.get('run');
    const run = await eventually('the linked run', async () => {
      const { body: seen } = await send('get', `/v1/runs/${String(runId)}`);
      return seen.status === 'completed' && seen;
    });
    const list = run.differential
      .slice(0, 5)
      .map(({ name, probability }: { name: string; probability: number }) => [name, probability]);
    const told = [...card.detail.matchAll(/^\d+\. \*\*(.*?)\*\* ([\d.]+)\u202f%/gm)].map(
      ([, name, percent]) => [name, Number(percent)],
    );
    expect(told.map(([name]) => name)).toEqual(list.map(([name]: [string]) => name));
    for (const [place, [, percent]] of told.entries())
      expect(percent).toBeCloseTo(Number((list[place][1] * 100).toPrecision(2)), 8);
  });

  it('answers at the moment of an order', async () => {
    const order = (id: string, code: string) => ({
      resource: {
        resourceType: 'ServiceRequest',
        id,
        code: { coding: [{ system: 'http://loinc.org', code }] },
      },
    });
    const draftOrders = { resourceType: 'Bundle', entry: [order('a', '48065-7'), order('b', '99999-9')] };
    const context = { ...BODY.context, draftOrders };
    const selected = await call('openrounds-order-value', {
      hook: 'order-select',
      context: { ...context, selections: ['ServiceRequest/a', 'ServiceRequest/b'] },
    });
    expect(selected.body.cards[0].detail).toMatch(/bits[\s\S]*LOINC 99999-9/);
    const signed = await call('openrounds-before-signing', { hook: 'order-sign', context });
    expect([signed.status, emptyIn(signed.body.cards)]).toEqual([200, []]);
    for (const { indicator } of signed.body.cards) expect(indicator).toBe('warning');
  });

  it('lets nobody in but by a token for this address, once; each refusal is the same', async () => {
    const path = '/cds-services/openrounds-differential';
    const once = await ehr.sign(claims(path));
    expect((await call(undefined, {}, { token: once })).status).toBe(200);
    const stranger = await signer();
    const none = [{ alg: 'none', kid: 'key-1' }, claims(path)]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const tokens = [
      once,
      `${none}.`,
      await stranger.sign(claims(path)),
      await ehr.sign(claims(path, { aud: `${PUBLIC_URL}/cds-services/openrounds-order-value` })),
      await ehr.sign(claims(path, { iss: 'https://elsewhere.example' })),
      await ehr.sign(claims(path), { jku: 'https://evil.example/keys' }),
    ];
    for (const token of tokens) {
      const { status, body } = await call(undefined, {}, { token });
      expect([status, Object.keys(body).sort()]).toEqual([
        401,
        ['instance', 'requestId', 'status', 'title', 'type'],
      ]);
    }
    expect(keysAsked).toBeLessThanOrEqual(2);
    expect(stack.logs('integration')).toContain('"reason":"used-before"');
  });

  it('wants what it needs, and takes "none" for an answer', async () => {
    const { conditions: _conditions, ...rest } = BODY.prefetch;
    const absent = await call(undefined, { prefetch: { patient: rest.patient } });
    expect([absent.status, absent.body.type]).toEqual([412, '/problems/prefetch-missing']);
    const nothing = await call(undefined, { prefetch: { ...rest, conditions: null } });
    expect([nothing.status, nothing.body]).toEqual([200, { cards: [] }]);
  });

  it('reads what did not come along by the token of the call, at the registered server alone', async () => {
    const authorised = (fhirServer: string) => {
      const { token, scope } = records.authorization.tokenFor(RECORDED, MAY_READ);
      return call(undefined, {
        ...{ prefetch: undefined, context: { ...BODY.context, patientId: RECORDED }, fhirServer },
        fhirAuthorization: {
          access_token: token,
          token_type: 'Bearer',
          expires_in: 300,
          scope,
          subject: 'x',
        },
      });
    };
    const foreign = await authorised('https://elsewhere.example/fhir');
    expect([foreign.status, foreign.body.type]).toEqual([412, '/problems/prefetch-missing']);
    expect(records.asked).toEqual([]);
    const card = await eventually(
      'cards of the record',
      async () => {
        const { status, body } = await authorised(records.fhirBaseUrl);
        return status === 200 && body.cards[0]?.links !== undefined && body.cards[0];
      },
      PATIENCE_MS,
    );
    expect(records.asked).toContain('GET /fhir/Condition');
    const runId = String(new URL(card.links[0].url).searchParams.get('run'));
    const run = await eventually('the linked run', async () => {
      const { body } = await send('get', `/v1/runs/${runId}`);
      return body.status === 'completed' && body;
    });
    expect(run.differential.map(({ diseaseId }: { diseaseId: string }) => diseaseId)).toContain(
      'pulmonary-embolism',
    );
  });

  it('takes feedback once, and drops what somebody wrote beside it', async () => {
    const card = newId();
    const body = {
      feedback: [
        {
          card,
          outcome: 'overridden',
          overrideReason: { reason: { code: 'seen' }, userComment: 'Quetzalcoatl knows' },
          outcomeTimestamp: '2026-11-22T10:05:31+01:00',
        },
      ],
    };
    const path = '/cds-services/openrounds-differential/feedback';
    for (let times = 0; times < 2; times += 1)
      expect((await call(undefined, body, { path })).status).toBe(200);
    const kept = await sql(
      'SELECT outcome, reason_code, commented FROM integration.cds_feedback WHERE card = $1',
      [card],
    );
    expect(kept).toEqual([{ outcome: 'overridden', reason_code: 'seen', commented: true }]);
  });

  it('lets pages of registered systems call, and no others, and nothing but this', async () => {
    const preflight = (origin: string, path = '/cds-services/openrounds-differential') =>
      request(stack.baseUrl).options(path).set({
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      });
    const own = await preflight(ORIGIN);
    expect([own.status, own.headers['access-control-allow-origin']]).toEqual([204, ORIGIN]);
    expect(own.headers).not.toHaveProperty('access-control-allow-credentials');
    for (const [origin, path] of [
      ['https://sandbox.cds-hooks.org', undefined],
      ['https://evil.example', undefined],
      [ORIGIN, '/v1/runs'],
    ] as const)
      expect((await preflight(origin, path)).headers).not.toHaveProperty('access-control-allow-origin');
    const discovery = await request(stack.baseUrl).get('/cds-services').set('origin', ORIGIN);
    expect(discovery.headers['access-control-allow-origin']).toBe(ORIGIN);
    const icon = await request(stack.baseUrl).get('/card-icon.png');
    expect([icon.status, icon.headers['cross-origin-resource-policy']]).toEqual([200, 'cross-origin']);
  });

  it('keeps nothing of who it was, and the case for a day unless somebody keeps it', async () => {
    const { body } = await call();
    const runId = new URL(body.cards[0].links[0].url).searchParams.get('run') ?? '';
    const [row] = await sql(
      'SELECT round(extract(epoch FROM c.expires_at - c.created_at) / 3600)::int AS hours FROM gateway.cases c JOIN gateway.runs r ON r.case_id = c.id WHERE r.id = $1',
      [runId],
    );
    expect(row).toEqual({ hours: 24 });
    expect((await send('post', `/v1/runs/${runId}/keep`)).status).toBe(204);
    const [kept] = await sql(
      'SELECT c.expires_at FROM gateway.cases c JOIN gateway.runs r ON r.case_id = c.id WHERE r.id = $1',
      [runId],
    );
    expect(kept).toEqual({ expires_at: null });
    const secrets = [...SECRETS, ...records.secrets];
    const tables = await sql(
      "SELECT table_schema s, table_name t FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')",
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { s, t } of tables) {
      const rows = await sql(`SELECT row_to_json(x)::text AS row FROM "${String(s)}"."${String(t)}" x`);
      const text = rows.map((each) => String(each['row'])).join('\n');
      for (const secret of secrets) expect([s, t, text.includes(secret)]).toEqual([s, t, false]);
    }
    for (const service of ['gateway', 'integration'] as const)
      for (const secret of secrets) expect(stack.logs(service)).not.toContain(secret);
  });
});
