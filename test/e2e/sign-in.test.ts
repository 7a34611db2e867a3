import request from 'supertest';
import { startStack, type Stack } from '../support/stack';

jest.setTimeout(120_000);

const START_CODE = 'K7QF-2M9X-4RTB';

describe('signing a browser in', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack({ startCode: START_CODE });
  });
  afterAll(async () => {
    await stack.stop();
  });

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
