import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What a version of tomorrow may add to any answer. */
const ADDED = { addedLater: { by: 'a newer server' } };

/** Stands before a running product and adds a member to every JSON object that it answers; all else goes through. */
export async function newerServer(baseUrl: string): Promise<{ baseUrl: string; close: () => Promise<void> }> {
  const server = createServer((asked, answer) => {
    passOn(baseUrl, asked, answer);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${String(port)}`, close: () => closed(server) };
}

function passOn(baseUrl: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { method, url = '' } = asked;
  const onward = request(new URL(url, baseUrl), { method, headers: asked.headers }, (response) => {
    const { statusCode = 502 } = response;
    // It will be longer than was said.
    const { 'content-length': _, ...headers } = response.headers;
    if (headers['content-type']?.startsWith('application/json') !== true) {
      response.pipe(answer.writeHead(statusCode, response.headers));
      return;
    }
    buffer(response).then(
      (body) => answer.writeHead(statusCode, headers).end(withMember(body)),
      (error: unknown) => answer.destroy(error as Error),
    );
  });
  onward.once('error', (error) => answer.destroy(error));
  asked.pipe(onward);
}

function withMember(body: Buffer): string {
  const value: unknown = JSON.parse(body.toString('utf8'));
  return JSON.stringify(Array.isArray(value) ? value : { ...(value as object), ...ADDED });
}

async function closed(server: Server): Promise<void> {
  const end = once(server.close(), 'close');
  server.closeAllConnections();
  await end;
}
