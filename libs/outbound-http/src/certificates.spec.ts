import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createPlainServer, type Server as PlainServer } from 'node:http';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Made by `make.sh` beside them. */
const CERTIFICATES = join(__dirname, '../test/certificates');
const CHILD = join(__dirname, '../test/ask-in-process.cjs');
const certificate = (name: string): string => join(CERTIFICATES, `${name}.pem`);

const REFUSED = { name: 'OutboundFault', code: 'certificate', mayHaveArrived: false };
const TAKEN = { status: 200, json: { said: true } };

/** A platform on this machine, and a proxy that leads to it; what the platform is asked is counted. */
let server: Server;
let proxy: PlainServer;
let requests = 0;
const tunnels: Socket[] = [];
const portOf = (listening: Server | PlainServer): number => (listening.address() as AddressInfo).port;

beforeAll(async () => {
  server = createServer((_, response) => {
    requests += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"said":true}');
  });
  proxy = createPlainServer();
  proxy.on('connect', (_, socket: Socket) => {
    const onward = connect(portOf(server), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    for (const end of [socket, onward]) end.on('error', () => undefined);
    tunnels.push(socket, onward);
  });
  for (const each of [server, proxy]) await once(each.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => {
  for (const end of tunnels) end.destroy();
  for (const each of [server, proxy]) {
    each.closeAllConnections();
    each.close();
  }
});
beforeEach(() => {
  requests = 0;
});

/** The platform shows itself by this certificate. */
const show = (name: string): void => {
  server.setSecureContext({ cert: readFileSync(certificate(name)), key: readFileSync(certificate('key')) });
};

/** How a process fares that asks the platform and trusts this authority besides those that Node brings. */
async function asking(authority?: string, ...through: string[]): Promise<unknown> {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const trusting = authority === undefined ? {} : { NODE_EXTRA_CA_CERTS: certificate(authority) };
  const url = `https://platform.test:${String(portOf(server))}/keys`;
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, url, ...through], {
    env: { ...env, ...trusting },
  });
  return JSON.parse(stdout);
}

/** Asked in both ways: the tunnel of a proxy makes a connection of its own kind. */
describe.each([
  ['asked directly', () => []],
  ['asked through a proxy', () => [`http://127.0.0.1:${String(portOf(proxy))}`]],
])('a platform, %s', (_, through) => {
  it('is believed by a certificate of a trusted authority, of its name, in its time', async () => {
    show('right');
    expect([await asking('authority', ...through()), requests]).toEqual([TAKEN, 1]);
  });

  it.each([
    ['that it signed itself', 'self-signed'],
    ['of another name', 'other-name'],
    ['that has expired', 'expired'],
  ])('is asked nothing if it has a certificate %s', async (_why, shown) => {
    show(shown);
    expect([await asking('authority', ...through()), requests]).toEqual([REFUSED, 0]);
  });

  it('is asked nothing if nobody named the authority of its certificate as trusted', async () => {
    show('right');
    expect([await asking(undefined, ...through()), requests]).toEqual([REFUSED, 0]);
  });
});
