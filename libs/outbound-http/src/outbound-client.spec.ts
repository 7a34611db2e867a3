import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createOutboundHttp, type OutboundSettings } from './outbound-client';
import { OutboundFault } from './outbound-fault';
import { type OutboundRecord } from './outbound-http';

/** A platform on this machine, as it is asked in tests; counts the connections that it gets. */
let server: Server;
let origin: string;
let connections = 0;
let answer: RequestListener;
let records: OutboundRecord[] = [];

const json = (value: unknown): RequestListener => {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(value));
  };
};

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://platform.test:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  connections = 0;
  records = [];
  answer = json({ said: true });
});

const LOOPBACK = { address: '127.0.0.1', family: 4 };
const PUBLIC = { address: '93.184.216.34', family: 4 };

const client = (settings: Partial<OutboundSettings> = {}) =>
  createOutboundHttp({
    userAgent: 'OpenRounds/test',
    loopbackOrigins: [origin],
    record: (entry) => records.push(entry),
    resolve: async () => [LOOPBACK],
    ...settings,
  });

async function faultOf(asked: Promise<unknown>): Promise<OutboundFault> {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof OutboundFault)) throw new Error(`no fault: ${String(error)}`);
  return error;
}

const ask = (url: string, settings: Partial<OutboundSettings> = {}) =>
  client(settings).ask({ purpose: 'lti-keys', url });

describe('an answer', () => {
  it('is JSON, with its status and headers; who asks is said', async () => {
    let seen: unknown;
    answer = (request, response) => {
      const { method, url, headers } = request;
      seen = { method, url, agent: headers['user-agent'], host: headers.host, type: headers['content-type'] };
      response.writeHead(201, { 'content-type': 'application/vnd.ims.x+json', link: '<b>; rel="next"' });
      response.end('{"id":7}');
    };
    const headers = { 'content-type': 'application/json' };
    const url = `${origin}/items?of=1`;
    const got = await client().ask({ purpose: 'lti-token', url, method: 'POST', headers, body: '{}' });
    expect(got).toMatchObject({ status: 201, json: { id: 7 }, headers: { link: '<b>; rel="next"' } });
    expect(seen).toEqual({
      method: 'POST',
      url: '/items?of=1',
      agent: 'OpenRounds/test',
      host: new URL(origin).host,
      type: 'application/json',
    });
  });

  it('may be empty, and an error may be a page', async () => {
    answer = (_, response) => response.writeHead(204).end();
    expect(await ask(`${origin}/`)).toMatchObject({ status: 204, json: undefined });
    answer = (_, response) => response.writeHead(503, { 'content-type': 'text/html' }).end('<p>Later</p>');
    expect(await ask(`${origin}/`)).toEqual({ status: 503, headers: expect.anything(), json: undefined });
    const said = '403 Forbidden (Rate Limit Exceeded)';
    answer = (_, response) =>
      response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end(said);
    expect(await ask(`${origin}/`)).toMatchObject({ status: 403, text: said });
  });

  it.each([
    ['not-json', 'a page', (body: string) => ({ type: 'text/html', body })],
    ['not-json', 'broken JSON', () => ({ type: 'application/json', body: '{' })],
    ['too-large', 'too long', () => ({ type: 'application/json', body: `"${'x'.repeat(2_000)}"` })],
  ])('is refused as %s if it is %s', async (code, _, make) => {
    const { type, body } = make('{}');
    answer = (_request, response) => response.writeHead(200, { 'content-type': type }).end(body);
    expect(await faultOf(ask(`${origin}/`, { maxBytes: 1_000 }))).toMatchObject({
      code,
      mayHaveArrived: true,
    });
  });

  it('is not waited for longer than agreed, and is not believed half', async () => {
    answer = (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{');
    const late = await faultOf(ask(`${origin}/`, { totalMs: 60 }));
    expect(late).toMatchObject({ code: 'timeout', passing: true, mayHaveArrived: true });
    answer = (request) => request.socket.destroy();
    expect(await faultOf(ask(`${origin}/`))).toMatchObject({ code: 'broken-off', mayHaveArrived: true });
  });

  it.each([301, 302, 303, 307, 308])('is not looked for elsewhere (%i)', async (status) => {
    answer = (_, response) => response.writeHead(status, { location: `${origin}/elsewhere` }).end();
    expect(await faultOf(ask(`${origin}/`))).toMatchObject({ code: 'redirected', passing: false });
    expect(connections).toBe(1);
  });
});

describe('where it goes', () => {
  it.each([
    'http://platform.example/keys',
    'https://user:password@platform.example/',
    'https://platform.example/#part',
    'ftp://platform.example/',
    'platform.example',
  ])('%s is no URL to ask', async (url) => {
    expect((await faultOf(ask(url))).code).toBe('url-refused');
  });

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/',
    'https://lms.localhost/',
    'https://10.0.0.5/',
  ])('%s is refused without a connection', async (url) => {
    const { code, passing } = await faultOf(ask(url, { resolve: async () => [PUBLIC] }));
    expect([code, passing, connections]).toEqual(['address-refused', false, 0]);
  });

  it('a name is refused if one of its addresses is not public', async () => {
    const resolve = jest.fn(async () => [PUBLIC, { address: '::1', family: 6 }]);
    expect((await faultOf(ask('https://platform.example/', { resolve }))).code).toBe('address-refused');
    expect(resolve).toHaveBeenCalledTimes(1);
  });

  it('a name is resolved once, and the connection goes to the address that was looked at', async () => {
    const resolve = jest
      .fn(async () => [{ address: '203.0.113.1', family: 4 }])
      .mockResolvedValueOnce([LOOPBACK]);
    await ask(`${origin}/`, { resolve });
    expect([resolve.mock.calls, connections]).toEqual([[['platform.test']], 1]);
  });

  it('a host of the house is reached by its name, but never this machine under that name', async () => {
    const settings = { privateHosts: ['lms.hospital.example'], resolve: async () => [LOOPBACK] };
    expect((await faultOf(ask('https://lms.hospital.example/', settings))).code).toBe('address-refused');
  });

  it('another port of this machine is not an origin of the tests', async () => {
    expect((await faultOf(ask('http://platform.test:1/'))).code).toBe('url-refused');
  });

  it('names without addresses and closed ports are told apart', async () => {
    const resolve = async () => Promise.reject(new Error('ENOTFOUND'));
    expect(await faultOf(ask(`${origin}/`, { resolve }))).toMatchObject({
      code: 'unknown-host',
      passing: true,
    });
    const closed = 'http://platform.test:9';
    const fault = await faultOf(ask(`${closed}/`, { loopbackOrigins: [closed] }));
    expect(fault).toMatchObject({ code: 'unreachable', passing: true, mayHaveArrived: false });
  });

  it('a plain server behind an https origin is not believed', async () => {
    const secure = origin.replace('http:', 'https:');
    const fault = await faultOf(ask(`${secure}/`, { loopbackOrigins: [secure] }));
    expect(['certificate', 'unreachable']).toContain(fault.code);
    expect(fault.mayHaveArrived).toBe(false);
  });
});

describe('through a proxy', () => {
  const asked: string[] = [];
  let proxy: Server;
  const tunnels: Socket[] = [];
  beforeAll(async () => {
    proxy = createServer();
    proxy.on('connect', (request, socket: Socket) => {
      asked.push(request.url ?? '');
      const { port } = server.address() as AddressInfo;
      const onward = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        socket.pipe(onward).pipe(socket);
      });
      for (const end of [socket, onward]) end.on('error', () => undefined);
      tunnels.push(socket, onward);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    for (const end of tunnels) end.destroy();
    proxy.closeAllConnections();
    proxy.close();
  });
  const through = () => ({
    proxy: {
      url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      registered: async (host: string) => host === 'platform.example',
    },
  });

  it('only hosts of registrations are asked, and the proxy resolves their names', async () => {
    expect((await faultOf(ask('https://other.example/', through()))).code).toBe('host-not-registered');
    expect((await faultOf(ask('https://169.254.169.254/', through()))).code).toBe('address-refused');
    expect(asked).toEqual([]);
    // The tunnel ends at a server without TLS: what counts is that it was asked for by name.
    await faultOf(ask('https://platform.example/', through()));
    expect(asked).toEqual(['platform.example:443']);
  });
});

it('what is recorded names purpose, host, outcome and time, and nothing of the URL', async () => {
  await ask(`${origin}/keys?token=secret`);
  await faultOf(ask('https://10.0.0.5/?token=secret'));
  expect(records).toEqual([
    { purpose: 'lti-keys', host: 'platform.test', outcome: 200, milliseconds: expect.any(Number) },
    { purpose: 'lti-keys', host: '10.0.0.5', outcome: 'address-refused', milliseconds: expect.any(Number) },
  ]);
  expect(JSON.stringify(records)).not.toContain('secret');
});
