import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { seededRandom } from '@openrounds/evaluation';
import { type PhoneFault } from './phone';
import { rehearse } from './rehearse';
import { RoomApi } from './room-api';

const CASE = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';
const ROUND = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a11';
const ROOM = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a12';
const NOW = '2026-11-21T09:00:00.000Z';

interface Given {
  readonly joinKey: string;
  readonly revision: number;
}

/** A problem as the product tells it. */
class Refusal {
  readonly type: string;
  readonly title = 'No';
  constructor(
    code: string,
    readonly status: number,
  ) {
    this.type = `/problems/${code}`;
  }
}

/** A room that keeps what it is told, but for what a test takes away from it. */
class FakeRoom {
  readonly numbers = new Map<string, number>();
  readonly kept = new Map<string, Given>();
  readonly watching = new Set<ServerResponse>();
  refusals = 0;
  ended = false;
  open = false;
  /** Answers that are acknowledged and not kept. */
  loses: (number: number) => boolean = () => false;

  answer(path: string, bearer: string, body: Given): object {
    if (path === '/v1/library')
      return { items: [{ ...CARD, id: CASE }], nextCursor: null, notice: 'for teaching' };
    if (path === '/v1/rooms') return room();
    if (path.endsWith('/join')) return this.join(body.joinKey);
    if (path.endsWith('/vocabulary'))
      return Array.from({ length: 9 }, (_, index) => [`disease-${String(index)}`, 'name']);
    if (path.endsWith('/submissions')) return this.take(bearer, body);
    if (path.endsWith('/me')) return this.mine(bearer);
    if (path.endsWith('/end')) this.ended = true;
    if (path.endsWith('/open')) this.open = true;
    if (path.endsWith('/close')) this.open = false;
    return this.state();
  }

  private join(key: string): object {
    // every third request finds the house busy
    this.refusals += 1;
    if (this.refusals % 3 === 0) return new Refusal('busy', 503);
    const number = this.numbers.get(key) ?? this.numbers.size + 1;
    this.numbers.set(key, number);
    return { number, token: `phone ${String(number)}`, resumeCode: 'ABCDE-FGHJK', room: this.state() };
  }

  private take(bearer: string, given: Given): object {
    const before = this.kept.get(bearer);
    if (before !== undefined && before.revision > given.revision) return new Refusal('newer-revision', 409);
    if (!this.loses(Number(bearer.split(' ')[1]))) this.kept.set(bearer, given);
    for (const stream of this.watching) stream.write(this.frame());
    return { ...given, receivedAt: NOW, status: 'kept' };
  }

  private mine(bearer: string): object {
    const own = this.kept.get(bearer);
    return {
      number: Number(bearer.split(' ')[1]),
      seq: 1,
      prompts: null,
      rounds: [
        {
          roundId: ROUND,
          stageNo: 1,
          attempt: 1,
          closesAt: null,
          score: null,
          own: own === undefined ? null : { ...own, receivedAt: NOW, late: false },
        },
      ],
    };
  }

  /** As the product writes it: answers, an empty line, sums. */
  table(): string {
    const lines = [...this.kept.keys()].map((bearer) => `${bearer.split(' ')[1] ?? ''},,,1,differential`);
    return ['participant,name,team,stage,task', ...lines, '', 'participant,name,right,of', '1,,0,0', ''].join(
      '\r\n',
    );
  }

  frame(): string {
    return `id: 1\nevent: room\ndata: ${JSON.stringify(this.state())}\n\n`;
  }

  private state(): object {
    const round = {
      id: ROUND,
      stageNo: 1,
      position: 1,
      task: { task: 'differential' },
      attempt: 1,
      state: this.open ? 'open' : 'prepared',
      closesAt: null,
      hasKey: false,
      scored: false,
    };
    return {
      code: '482713',
      roomId: ROOM,
      seq: 1,
      state: 'running',
      language: 'en',
      entry: 'open',
      serverNow: NOW,
      participants: this.numbers.size,
      stage: null,
      round: this.open ? round : null,
      answered: { count: this.kept.size, of: this.numbers.size },
      layers: [],
      result: null,
      control: {
        title: { text: 'A case', language: 'en' },
        caseId: CASE,
        caseVersion: 1,
        textOnPhones: true,
        locked: false,
        removed: [],
        rounds: [
          { ...round, seconds: null, closedAt: null, layers: [], lateCounts: false, answered: 0, late: 0 },
        ],
        engineStages: [],
        keyHash: 'hash',
        keyCommittedAt: null,
      },
    };
  }
}
const CARD = {
  title: { text: 'A case', language: 'en' },
  teaser: null,
  problemId: 'chest-pain',
  problem: 'Chest pain',
  setting: 'emergency',
  stages: 3,
  kind: 'staged',
  difficulty: 'easy',
  taken: false,
  languages: ['en'],
  mark: 'built-in',
};
const room = (): object => ({
  id: ROOM,
  code: '482713',
  state: 'lobby',
  language: 'en',
  entry: 'open',
  caseId: CASE,
  caseVersion: 1,
  participants: 0,
  rounds: 1,
  createdAt: NOW,
  endedAt: null,
  title: { text: 'A case', language: 'en' },
  joinUrl: 'http://127.0.0.1/j/482713',
});

function serve(fake: FakeRoom): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://127.0.0.1');
    const bearer = (request.headers.authorization ?? '').replace('Bearer ', '');
    if (pathname.endsWith('/events')) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(fake.frame());
      fake.watching.add(response);
      return;
    }
    if (pathname.endsWith('.csv')) {
      response.end(fake.table());
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(parts.length === 0 ? '{}' : Buffer.concat(parts).toString()) as Given;
      const told = fake.answer(pathname, bearer, body);
      response.writeHead(told instanceof Refusal ? told.status : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(told));
    });
  });
}

describe('a rehearsal', () => {
  let fake: FakeRoom;
  let server: Server;
  let stop: AbortController;

  beforeEach(async () => {
    stop = new AbortController();
    fake = new FakeRoom();
    server = serve(fake);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    stop.abort();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const play = (...faults: PhoneFault[]) => {
    const random = seededRandom(7);
    const { port } = server.address() as AddressInfo;
    const api = new RoomApi({
      servers: [`http://127.0.0.1:${String(port)}`],
      teacherKey: 'teacher',
      // no wait between tries
      random: () => -0.5,
      signal: stop.signal,
    });
    return rehearse(
      api,
      { teacherKey: 'teacher' },
      {
        students: 12,
        rounds: 1,
        joinSeconds: 0,
        seconds: 0,
        language: 'en',
        tallyPatienceMs: 200,
        faults: new Set(faults),
        random,
        now: () => performance.now(),
        say: () => undefined,
      },
    );
  };
  const figure = (verdicts: Awaited<ReturnType<typeof play>>, what: string) =>
    verdicts.flatMap(({ figures }) => figures).find((one) => one.what.startsWith(what));

  it('counts every phone once and finds every answer kept, through a house that is busy now and then', async () => {
    const figures = await play();
    expect(figure(figures, 'numbers')).toMatchObject({ measured: '12 of 12', ok: true });
    expect(figure(figures, 'answers kept')).toMatchObject({ measured: '12 of 12', ok: true });
    expect(figure(figures, 'all in the tally')?.ok).toBe(true);
    expect(fake.ended).toBe(true);
  });

  it('finds the highest revision kept, where answers come thrice and out of order', async () => {
    const figures = await play('repeats', 'disorder');
    expect(figure(figures, 'answers kept')).toMatchObject({ measured: '12 of 12', ok: true });
    expect(figure(figures, 'lines of the table')).toMatchObject({ measured: '12', ok: true });
    expect(figures.map(({ row }) => row)).toEqual([1, 3, 4]);
    expect([...fake.kept.values()].some(({ revision }) => revision === 2)).toBe(true);
  });

  it('finds out a room that acknowledges what it does not keep', async () => {
    fake.loses = (number) => number === 3;
    const figures = await play();
    expect(figure(figures, 'answers kept')).toMatchObject({ measured: '11 of 12', ok: false });
    expect(figure(figures, 'lines of the table')).toMatchObject({ measured: '11', ok: false });
    expect(figure(figures, 'all in the tally')).toMatchObject({ measured: '–', ok: false });
  });
});
