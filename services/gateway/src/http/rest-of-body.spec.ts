import { MAX_DOCUMENT_BODY_BYTES } from '@openrounds/contracts';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { throwAway } from './rest-of-body';

describe('the rest of a body that is answered before it has come', () => {
  let server: Server;
  let port: number;

  beforeEach(async () => {
    server = createServer((asked, answer) => {
      void throwAway(asked).then(() => answer.writeHead(413, { connection: 'close' }).end('too large'));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const post = (headers: Readonly<Record<string, string>>) =>
    request({ host: '127.0.0.1', port, method: 'POST', headers });

  it('is read, so that whoever sends it reads the answer', async () => {
    const bytes = 3_000_000;
    const asked = post({ 'content-length': String(bytes) });
    asked.end(Buffer.alloc(bytes));
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect([answer.statusCode, await text(answer)]).toEqual([413, 'too large']);
  });

  it('is not read to its end where it has none', async () => {
    const asked = post({ 'transfer-encoding': 'chunked' }).on('error', () => undefined);
    const chunk = Buffer.alloc(1_000_000);
    const write = (): void => {
      if (!asked.destroyed) asked.write(chunk, write);
    };
    write();
    await new Promise((resolve) => asked.once('close', resolve));
    expect(asked.destroyed).toBe(true);
  });

  it('is not waited for where more is announced than anything takes', async () => {
    const asked = post({ 'content-length': String(3 * MAX_DOCUMENT_BODY_BYTES) });
    asked.on('error', () => undefined).flushHeaders();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(413);
  });

  it('is not waited for where whoever sends it is gone', async () => {
    const arrived = once(server, 'request') as Promise<[IncomingMessage]>;
    const asked = post({ 'content-length': '1000' }).on('error', () => undefined);
    asked.flushHeaders();
    const [received] = await arrived;
    asked.destroy();
    await throwAway(received);
    expect(received.destroyed).toBe(true);
  });
});
