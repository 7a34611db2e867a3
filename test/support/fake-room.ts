import { type RoomStage, type RoomState, type Mine, type SubmissionInput } from '@openrounds/contracts';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, type Socket } from 'node:net';
import { extname, join } from 'node:path';

const CONSOLE = join(__dirname, '../../dist/console');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** What the room answers at the moment; a test changes it and tells. */
export interface FakeRoom {
  frame: RoomState;
  mine: Mine;
  stages: Record<number, RoomStage>;
  names: (readonly [string, string, ...string[]])[];
  /** Status and code of what a join is refused with; null lets everybody in. */
  door: { status: number; code: string } | null;
  /** Whether the teacher has taken the phone out. */
  isRemoved: boolean;
  /** Whether the browser is signed in with an account. */
  isSignedIn: boolean;
  /** The same as `door` for answers. */
  submissionRefusal: { status: number; code: string } | null;
}

/**
 * One room behind the public contract, as far as a phone calls it, without a product behind it: for states of the page that
 * a real room reaches only by waiting or by chance. It serves the built console.
 */
export class FakeRoomServer {
  readonly submissions: SubmissionInput[] = [];
  readonly joins: Record<string, unknown>[] = [];
  /** How often somebody asked to be forgotten. */
  forgotten = 0;
  /** Whether event streams are opened; else they are refused, as some middlemen do. */
  streams = true;
  private away = false;
  private readonly sockets = new Set<Socket>();
  private readonly listeners = new Set<ServerResponse>();
  private readonly server: Server;

  private constructor(readonly room: FakeRoom) {
    this.server = createServer((request, response) => void this.answer(request, response));
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
  }

  static async start(room: FakeRoom): Promise<FakeRoomServer> {
    const fake = new FakeRoomServer(room);
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** Changes the frame and sends it to all who listen. */
  tell(change: Partial<RoomState>): void {
    this.room.frame = { ...this.room.frame, ...change, seq: this.room.frame.seq + 1 };
    for (const listener of this.listeners) this.sendFrame(listener);
  }

  /** Nobody answers, and every stream breaks; or the server is there again. */
  goAway(away: boolean): void {
    this.away = away;
    if (away) for (const socket of this.sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.away) {
      request.socket.destroy();
      return;
    }
    const { pathname } = new URL(request.url ?? '/', 'http://room');
    const [, code, rest = ''] = /^\/v1\/rooms\/(\d{6})(\/.*)?$/.exec(pathname) ?? [];
    if (pathname === '/v1/session') {
      send(response, 200, { csrfToken: 'csrf' });
      return;
    }
    if (code === undefined) {
      this.sendFile(pathname, response);
      return;
    }
    if (code !== this.room.frame.code) {
      sendProblem(response, 404, 'not-found');
      return;
    }
    await this.operation(rest, request, response);
  }

  private async operation(rest: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { frame, mine, names, stages } = this.room;
    const { state, language, entry } = frame;
    if (rest === '/join') await this.join(request, response);
    else if (rest === '/submissions') await this.submit(request, response);
    else if (rest === '/events') this.listen(request, response);
    else if (rest === '/me' && request.method === 'DELETE') this.forget(response);
    else if (rest === '/me') send(response, 200, mine);
    else if (rest === '/vocabulary') send(response, 200, names);
    else if (rest.startsWith('/stages/')) send(response, 200, stages[Number(rest.slice(8))]);
    else if (this.room.isRemoved) sendProblem(response, 403, 'forbidden');
    else if (request.headers.authorization === undefined)
      send(response, 200, {
        code: frame.code,
        state,
        language,
        entry,
        ...(this.room.isSignedIn && { signedIn: true }),
      });
    else send(response, 200, this.now());
  }

  private async join(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { door, mine } = this.room;
    const csrf = request.headers['x-csrf-token'];
    this.joins.push({
      ...(await bodyOf<Record<string, unknown>>(request)),
      ...(csrf !== undefined && { csrf }),
    });
    if (door !== null) sendProblem(response, door.status, door.code);
    else {
      response.setHeader('set-cookie', `${this.seatCookie}; HttpOnly; SameSite=Strict`);
      send(response, 201, {
        number: mine.number,
        token: 'token',
        resumeCode: 'K7QF2-M9X4R',
        room: this.now(),
      });
    }
  }

  private forget(response: ServerResponse): void {
    this.forgotten += 1;
    response.writeHead(204, { 'set-cookie': `${this.seatCookie}; Max-Age=0` }).end();
  }

  private get seatCookie(): string {
    return `openrounds_seat=token; Path=/v1/rooms/${this.room.frame.code}`;
  }

  private async submit(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const submission = await bodyOf<SubmissionInput>(request);
    const refusal = this.room.submissionRefusal;
    if (refusal !== null) {
      sendProblem(response, refusal.status, refusal.code);
      return;
    }
    this.submissions.push(submission);
    const { roundId, attempt, revision } = submission;
    send(response, 200, {
      roundId,
      attempt,
      revision,
      receivedAt: new Date().toISOString(),
      status: 'kept',
    });
  }

  private listen(request: IncomingMessage, response: ServerResponse): void {
    if (!this.streams) {
      response.writeHead(502).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.listeners.add(response);
    request.once('close', () => this.listeners.delete(response));
    this.sendFrame(response);
  }

  private now(): RoomState {
    return { ...this.room.frame, serverNow: new Date().toISOString() };
  }

  private sendFrame(to: ServerResponse): void {
    const { seq } = this.room.frame;
    to.write(`id: ${String(seq)}\nevent: room\ndata: ${JSON.stringify(this.now())}\n\n`);
  }

  private sendFile(pathname: string, response: ServerResponse): void {
    const isPage = /^\/(?:join|j\/\d{6})$/.test(pathname);
    const name = isPage ? 'phone.html' : pathname.slice(1);
    try {
      const file = readFileSync(join(CONSOLE, name));
      response
        .writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' })
        .end(file);
    } catch {
      response.writeHead(404).end();
    }
  }
}

async function bodyOf<T>(request: IncomingMessage): Promise<T> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as T;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function sendProblem(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { 'content-type': 'application/problem+json' })
    .end(JSON.stringify({ type: `/problems/${code}`, title: code, status }));
}
