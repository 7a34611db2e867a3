import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { createOutboundHttp } from '@openrounds/outbound-http';
import { HttpPlatformRegistrar } from './http-platform-registrar';

const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  'inside.example': ['10.0.0.5'],
  'rebinding.example': ['93.184.216.34', '127.0.0.1'],
  'redirecting.example': ['127.0.0.1'],
};

describe('the configuration of a platform that leads inside', () => {
  /** Counts who comes. */
  let inside: Server;
  /** A platform that we may ask, which sends us on. */
  let redirecting: Server;
  let connections = 0;
  const resolved: string[] = [];

  const portOf = (server: Server): string => String((server.address() as AddressInfo).port);
  const listening = (server: Server): Promise<void> =>
    new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  beforeAll(async () => {
    inside = createServer().on('connection', () => (connections += 1));
    redirecting = createServer((_, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${portOf(inside)}/configuration` }).end();
    });
    await Promise.all([listening(inside), listening(redirecting)]);
  });
  afterAll(() => {
    for (const server of [inside, redirecting]) server.closeAllConnections();
    for (const server of [inside, redirecting]) server.close();
  });

  const configuration = (url: string): Promise<unknown> => {
    const outbound = createOutboundHttp({
      userAgent: 'OpenRounds/test',
      loopbackOrigins: [`http://redirecting.example:${portOf(redirecting)}`],
      resolve: (host) => {
        resolved.push(host);
        const found = ADDRESSES[host] ?? ['127.0.0.1'];
        return Promise.resolve(found.map((address) => ({ address, family: 4 })));
      },
    });
    const rules = { publicUrl: 'https://rounds.example', skewSeconds: 60, plainOrigins: [] };
    return new HttpPlatformRegistrar(outbound, rules).configuration(url);
  };

  it.each([
    ['https://169.254.169.254/latest/meta-data', 'address-refused'],
    ['https://localhost:PORT/configuration', 'address-refused'],
    ['https://127.0.0.1:PORT/configuration', 'address-refused'],
    ['http://127.0.0.1:PORT/configuration', 'url-refused'],
    ['https://inside.example:PORT/configuration', 'address-refused'],
    ['https://rebinding.example:PORT/configuration', 'address-refused'],
    ['http://redirecting.example:REDIRECTING/configuration', 'redirected'],
  ])('%s is refused: %s', async (url, fault) => {
    const asked = url.replace('PORT', portOf(inside)).replace('REDIRECTING', portOf(redirecting));
    await expect(configuration(asked)).rejects.toMatchObject({ fault });
    expect(connections).toBe(0);
  });

  it('no name was asked for twice', () => {
    expect(resolved.length).toBe(new Set(resolved).size);
  });
});
