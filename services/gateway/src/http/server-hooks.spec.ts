import { chosenLanguage, createAdapter } from './server-hooks';

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
