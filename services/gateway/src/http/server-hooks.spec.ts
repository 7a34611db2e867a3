import { DomainError, OPERATIONS, type Operation } from '@openrounds/contracts';
import { Metrics } from '@openrounds/platform';
import { type FastifyInstance } from 'fastify';
import { routeOf } from './operate';
import { addHooks, chosenLanguage, createAdapter } from './server-hooks';

describe('chosenLanguage', () => {
  it.each([
    [{}, undefined, undefined],
    [{}, 'zh', 'zh'],
    [{}, 'zh-Hans-CN, en;q=0.5', 'zh'],
    [{}, 'en;q=0.5, zh;q=0.9', 'zh'],
    [{}, 'zh;q=0.4, en;q=0.8', 'en'],
    [{}, 'fr, de;q=0.9, zh;q=0.1', 'zh'],
    [{}, 'fr, *', undefined],
    [{}, 'zh;q=0', undefined],
    [{}, 'zhuang', undefined],
    [{}, 'EN-gb', 'en'],
    [{ lang: 'zh' }, 'en', 'zh'],
    [{ lang: 'en' }, 'zh', 'en'],
    [{ lang: 'fr' }, 'zh', 'zh'],
    [{ lang: ['zh', 'en'] }, undefined, undefined],
    [undefined, undefined, undefined],
  ] as const)('?%j with Accept-Language %p is answered in %s', (query, accept, language) => {
    expect(chosenLanguage(query, accept)).toBe(language);
  });
});

describe('where a request comes from', () => {
  it.each([
    ['nobody', [], '192.0.2.1'],
    ['another proxy', ['192.0.2.9'], '192.0.2.1'],
    ['the proxy that it came by', ['192.0.2.0/30'], '203.0.113.5'],
  ])('is said by the connection, and by X-Forwarded-For where %s is trusted', async (_who, trusted, ip) => {
    const server = createAdapter(trusted).getInstance();
    server.get('/', (request) => request.ip);
    const headers = { 'x-forwarded-for': '198.51.100.7, 203.0.113.5', 'x-real-ip': '198.51.100.7' };
    expect((await server.inject({ url: '/', remoteAddress: '192.0.2.1', headers })).body).toBe(ip);
    await server.close();
  });
});

describe('whose body is read', () => {
  const ALL = Object.entries<Operation>(OPERATIONS).filter(([, { method }]) => method !== 'get');
  const PAGES = ALL.filter(([, { page }]) => page === true);
  const OTHERS = ALL.filter(([, { page }]) => page !== true);
  /** No JSON: whoever reads it says so. */
  const DAMAGED = '{"case":';
  let server: FastifyInstance;
  /** Why nobody is let in; undefined: all are. */
  let refusal: DomainError | undefined;
  let handled: unknown[];

  beforeAll(() => {
    server = createAdapter([]).getInstance();
    const config = { ALLOWED_HOSTS: [], CLASS_ORIGIN: undefined, PUBLIC_URL: undefined };
    addHooks(server, config, new Metrics('gateway'), {
      admit: () => (refusal === undefined ? Promise.resolve() : Promise.reject(refusal)),
    });
    server.setErrorHandler((error: DomainError, _request, reply) => reply.status(499).send(error.code));
    for (const [, operation] of ALL)
      server.route({
        method: operation.method.toUpperCase(),
        url: routeOf(operation),
        handler: ({ body }) => {
          handled.push(body);
          return 'handled';
        },
      });
  });
  beforeEach(() => {
    refusal = undefined;
    handled = [];
  });
  afterAll(() => server.close());

  const send = async ({ method, path }: Pick<Operation, 'method' | 'path'>, payload: string) => {
    const url = path.replaceAll(/\{\w+\}/g, '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a30');
    const headers = { 'content-type': 'application/json', host: 'localhost' };
    return (await server.inject({ method: method.toUpperCase() as 'POST', url, headers, payload })).body;
  };

  it.each(OTHERS)('of %s: that of somebody who was let in', async (_id, operation) => {
    expect(await send(operation, DAMAGED)).toBe('FST_ERR_CTP_INVALID_JSON_BODY');
    refusal = new DomainError('unauthenticated');
    expect(await send(operation, DAMAGED)).toBe('unauthenticated');
    expect(handled).toEqual([]);
  });

  it.each(PAGES)(
    'of %s: a form, however it is called, and no more than one holds',
    async (_id, operation) => {
      expect(await send(operation, JSON.stringify('a'.repeat(70_000)))).toBe('FST_ERR_CTP_BODY_TOO_LARGE');
    },
  );

  it('of what is not there: nobody’s', async () => {
    expect(await send({ method: 'post', path: '/v1/nowhere' }, DAMAGED)).toBe('not-found');
  });
});
