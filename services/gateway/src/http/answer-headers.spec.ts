import fastify, { type FastifyInstance } from 'fastify';
import { addAnswerHeaders } from './answer-headers';

async function serverOf({ secure }: { secure: boolean }): Promise<FastifyInstance> {
  const server = fastify();
  await addAnswerHeaders(server, secure);
  server.addHook('onRequest', (request, _reply, done) => {
    done(request.headers.host === 'elsewhere.example' ? new Error('refused') : undefined);
  });
  server.get('/v1/own', () => ({ mine: 'é' }));
  server.get('/v1/kept', (_request, reply) => reply.header('cache-control', 'max-age=600').send({}));
  return server;
}

describe('every answer, a refusal as well', () => {
  let server: FastifyInstance;
  beforeEach(async () => {
    server = await serverOf({ secure: true });
  });
  afterEach(() => server.close());

  it.each([
    ['an answer', '/v1/own', 'rounds.example'],
    ['what is not there', '/nothing', 'rounds.example'],
    ['a refusal before any route', '/v1/own', 'elsewhere.example'],
  ])('lets a browser do no more than it needs: %s', async (_what, url, host) => {
    const { headers } = await server.inject({ url, headers: { host } });
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(String(headers['content-security-policy']).split(';')).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('is kept nowhere where it is of the API, unless the operation says so', async () => {
    const kept = async (url: string) => (await server.inject(url)).headers['cache-control'];
    expect(await kept('/v1/own')).toBe('no-store');
    expect(await kept('/v1/kept')).toBe('max-age=600');
  });

  it('says in which letters JSON is written', async () => {
    expect((await server.inject('/v1/own')).headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it('knows no TRACE', async () => {
    const traced = await server.inject({
      method: 'TRACE' as 'GET',
      url: '/v1/own',
      headers: { cookie: 'a=b' },
    });
    expect(traced.statusCode).toBe(404);
    expect(traced.body).not.toContain('a=b');
  });
});

it('asks for TLS only where there is any', async () => {
  const server = await serverOf({ secure: false });
  expect((await server.inject('/v1/own')).headers).not.toHaveProperty('strict-transport-security');
  await server.close();
});
