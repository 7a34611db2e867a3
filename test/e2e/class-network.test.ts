import request from 'supertest';
import { answerOf, clientOf } from '../support/client';
import { startStack, type Stack } from '../support/stack';

jest.setTimeout(120_000);

const CLASS_ORIGIN = 'http://192.0.2.10:3000';
/** What a proxy passes on does not come from this machine. */
const ELSEWHERE = { 'x-forwarded-for': '192.0.2.77' };

describe('an installation that is opened to a class', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await startStack({ env: { gateway: { CLASS_ORIGIN } } });
  });
  afterAll(async () => {
    await stack.stop();
  });

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
