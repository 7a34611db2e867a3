import { eventually } from '@openrounds/testing';
import request from 'supertest';
import { answerOf, clientOf } from '../support/client';
import { startStack, type Stack } from '../support/stack';

jest.setTimeout(120_000);

const START_CODE = 'K7QF-2M9X-4RTB';
const CLASS_ORIGIN = 'http://192.0.2.10:3000';
/** What a proxy passes on does not come from this machine. */
const ELSEWHERE = { 'x-forwarded-for': '192.0.2.77' };

/** One installation from its first minute: opened by its start code, then killed, then opened to a class. */
let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ startCode: START_CODE });
});
afterAll(() => stack.stop());

describe('signing a browser in', () => {
  const open = (body: object, headers: Record<string, string> = {}) =>
    request(stack.baseUrl).post('/v1/session').set(headers).send(body);

  it('takes neither a loopback address nor a wrong code for a proof', async () => {
    for (const body of [{}, { code: 'AAAA-BBBB-CCCC' }]) {
      const refused = await open(body);
      expect(refused.status).toBe(401);
      expect(refused.headers['set-cookie']).toBeUndefined();
    }
  });

  it.each([
    ['x-forwarded-for', '192.0.2.7'],
    ['forwarded', 'for=192.0.2.7'],
    ['via', '1.1 proxy'],
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
  ])('takes the right code of nobody who comes with %s: %s', async (name, value) => {
    const refused = await open({ code: START_CODE }, { [name]: value });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ type: '/problems/request-not-direct' });
  });

  it('takes the right code once', async () => {
    const opened = await open({ code: START_CODE }, { 'sec-fetch-site': 'same-origin' });
    expect(opened.status).toBe(201);
    const cookie = String(opened.headers['set-cookie']);
    expect(cookie).toMatch(/^openrounds_session=.*HttpOnly.*SameSite=Strict/);
    const session = await request(stack.baseUrl).get('/v1/session').set('cookie', cookie);
    expect(session.body).toMatchObject({ role: 'admin' });
    expect((await open({ code: START_CODE })).status).toBe(401);
  });

  it('takes an API key through a proxy, and ends the session with the key', async () => {
    const admin = { authorization: `Bearer ${stack.apiKey}` };
    const made = await request(stack.baseUrl)
      .post('/v1/api-keys')
      .set(admin)
      .send({ name: 'laptop', role: 'teacher' });
    const { id, key } = made.body as { id: string; key: string };
    const opened = await open({}, { authorization: `Bearer ${key}`, 'x-forwarded-for': '192.0.2.7' });
    expect(opened.status).toBe(201);
    const cookie = String(opened.headers['set-cookie']);
    const status = async () => (await request(stack.baseUrl).get('/v1/session').set('cookie', cookie)).status;
    expect(await status()).toBe(200);
    await request(stack.baseUrl).delete(`/v1/api-keys/${id}`).set(admin);
    expect(await status()).toBe(401);
  });
});

/** The smallest proof that what the other tests stand on works: start, kill, start again. */
describe('the whole product as processes', () => {
  it('is ready, and the local key opens it', async () => {
    const ready = await fetch(`${stack.baseUrl}/health/ready`);
    expect(ready.status).toBe(200);
    const open = await fetch(`${stack.baseUrl}/v1/runs`, {
      headers: { authorization: `Bearer ${stack.apiKey}` },
    });
    expect(open.status).toBe(200);
    expect((await fetch(`${stack.baseUrl}/v1/runs`)).status).toBe(401);
  });

  it('starts a killed service again under the same address', async () => {
    const before = await stack.pid('gateway');
    await stack.kill('gateway');
    expect(await stack.pid('gateway')).toBeNull();
    await expect(fetch(`${stack.baseUrl}/health/live`)).rejects.toThrow('fetch failed');
    await stack.restart('gateway');
    expect(await stack.pid('gateway')).not.toBe(before);
    expect((await fetch(`${stack.baseUrl}/health/live`)).status).toBe(200);
    // The log reaches its file through a pipe, so that a service can answer before its line can be read.
    await eventually(
      'both starts are in the log',
      () => stack.logs('gateway').match(/gateway is ready/g)?.length === 2,
    );
  });

  it('says why a service does not start', async () => {
    await stack.kill('case-intake');
    await expect(stack.restart('case-intake', { CONCURRENCY: 'many' })).rejects.toThrow(/CONCURRENCY/);
    await stack.restart('case-intake');
  });
});

describe('an installation that is opened to a class', () => {
  beforeAll(() => stack.restart('gateway', { CLASS_ORIGIN }));

  const get = (path: string, headers: Record<string, string> = {}) =>
    request(stack.baseUrl).get(path).set(headers);
  const keyOf = (key: string) => ({ ...ELSEWHERE, authorization: `Bearer ${key}` });

  it.each(['/', '/lecture', '/docs', '/openapi.json', '/metrics', '/v1/runs', '/v1/library', '/v1/rooms'])(
    'has no %s for its phones',
    async (path) => {
      const response = await get(path, ELSEWHERE);
      expect(response.status).toBe(404);
      expect(response.body).toMatchObject({ type: '/problems/not-found' });
    },
  );

  it('lets them to their room, and a teacher with a key to everything', async () => {
    const client = clientOf(stack.baseUrl, stack.apiKey);
    const { items } = await answerOf(client.GET('/v1/library', { params: { query: { limit: 1 } } }));
    const room = await answerOf(
      client.POST('/v1/rooms', {
        params: {},
        body: { caseId: items[0]?.id ?? '', rounds: [], settings: { language: 'en' } },
      }),
    );
    expect(room.joinUrl).toBe(`${CLASS_ORIGIN}/j/${room.code}`);
    const named = { ...ELSEWHERE, host: new URL(CLASS_ORIGIN).host };
    expect((await get(`/v1/rooms/${room.code}`, named)).body).toMatchObject({ code: room.code });
    for (const path of ['/join', `/j/${room.code}`, '/icon.svg'])
      expect((await get(path, named)).status).toBe(200);
    const worker = await get('/j/worker.js', named);
    expect(worker.headers['content-type']).toMatch(/javascript/);
    expect((await get('/v1/runs', keyOf(stack.apiKey))).status).toBe(200);
    expect((await get('/v1/health', keyOf('no key at all'))).status).toBe(404);
  });

  it('opens nothing by a key that is not a teacher’s', async () => {
    const client = clientOf(stack.baseUrl, stack.apiKey);
    const made = await answerOf(
      client.POST('/v1/api-keys', { params: {}, body: { name: 'student', role: 'student' } }),
    );
    expect((await get('/v1/library', keyOf(made.key))).status).toBe(404);
  });

  it.each(['/docs', '/v1/runs', '/'])('does not answer %s under a foreign name', async (path) => {
    const response = await get(path, { host: 'elsewhere.example' });
    expect(response.status).toBe(403);
    expect(response.body).toMatchObject({ type: '/problems/host-not-allowed' });
  });
});
