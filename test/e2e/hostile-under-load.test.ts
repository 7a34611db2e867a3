import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request as httpRequest, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Cmi5Lms, describeInFull, eventually, MockEhr, TcpProxy } from '@openrounds/testing';
import { signer } from '../../libs/cds-hooks/test/signed-call';
import { ATTACKS } from '../../libs/llm/test/injection/attacks';
import { HARM } from '../../libs/llm/test/injection/obedient-model';
import { ChatEndpoint, type Behaviour } from '../../libs/llm/test/chat-endpoint';
import { findRedisServer, startRedis, type TestRedis } from '../../libs/queue/test/fixtures/redis';
import { answerOf, type Schemas } from '../support/client';
import { faultsOfPages, pagesNotLookedAt } from '../support/damaged-pages';
import { registerEhr } from '../support/ehr';
import { expectAllWell } from '../support/health';
import { type Answered, hostileActs, type HostileAct } from '../support/hostile-acts';
import { assign, publishedCase } from '../support/launched';
import { connect, startWithLms, type WithLms } from '../support/lms';
import { startLoad, type Load } from '../support/load';
import { untilEnded } from '../support/runs';
import { WaitingScores } from '../support/waiting-scores';

jest.setTimeout(900_000);

const CLIENTS = 8;
/** The outage lasts as long as several requests wait for an answer. */
const AWAY_MS = 6_000;
/** What a run may be refused with while something is away. */
const PUT_OFF = ['/problems/overloaded', '/problems/dependency-unavailable'];
/** Fewer failures in a row than leave a platform alone for a while. */
const LEARNERS = 3;
const CDS_ISSUER = 'https://hostile-ehr.example';

/** What a language model may send: refusals, silence, halves, drops, and what would harm whoever read it. */
const MODEL_ANSWERS: readonly Behaviour[] = [
  { kind: 'status', status: 429, body: '{}' },
  { kind: 'status', status: 500, body: 'broken' },
  { kind: 'cut', content: '{"diagnoses":[' },
  { kind: 'cut', content: '{"diagnoses":[', quietly: true },
  { kind: 'no-choices' },
  { kind: 'trickle' },
  { kind: 'endless' },
  { kind: 'content', content: 'Sepsis, see https://collect.example/?d=1' },
  {
    kind: 'content',
    content: JSON.stringify({
      diagnoses: [{ diseaseId: '<img src=x>', name: '<img src=x onerror=alert(1)>', probability: 0.9 }],
    }),
  },
];

/** A run is told so, or does without its second opinion: it says nothing of what the model sent. */
const readsSafe = ({ llm }: Schemas['Run']): boolean => !HARM.test(JSON.stringify(llm));

const told = ({ status, said }: Answered): string => `${String(status)} ${said}`;
const isOutage = ({ status, waits }: Answered): boolean => status === 503 && waits;

it('each page of a public address is looked at', () => {
  expect(pagesNotLookedAt()).toEqual([]);
});

describeInFull('whatever is hostile, while runs are ranked', () => {
  const ehr = new MockEhr();
  const model = new ChatEndpoint();
  let keys: Server;
  let redis: TestRedis;
  let proxy: TcpProxy;
  let cmi5: Cmi5Lms;
  let given: WithLms;
  let acts: readonly HostileAct[];
  let caseId: string;
  /** What each is told while nothing else goes on. */
  const calm = new Map<string, string>();

  /**
   * Whoever asks while Redis is away is told so, and does not wait for twenty seconds. A new process has not counted yet how many
   * launches came from this address.
   */
  const restartGateway = () => given.stack.restart('gateway', { REQUEST_DEADLINE_MS: '4000' });

  beforeAll(async () => {
    const program = await findRedisServer();
    if (program === undefined) throw new Error('the long forms need redis-server');
    const cds = await signer();
    keys = createServer((_, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [cds.key] }));
    }).listen(0, '127.0.0.1');
    [redis, cmi5] = await Promise.all([
      startRedis(program),
      Cmi5Lms.start(),
      ehr.start(),
      model.start(),
      once(keys, 'listening'),
    ]);
    proxy = await new TcpProxy(redis.port).listen();
    const keysOrigin = `http://127.0.0.1:${String((keys.address() as AddressInfo).port)}`;
    given = await startWithLms({
      origins: [ehr.origin, cmi5.origin, keysOrigin],
      redisUrl: `redis://127.0.0.1:${String(proxy.port)}`,
      commonEnv: { LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'hostile', LLM_TIMEOUT_SECONDS: '2' },
    });
    ehr.tool = given.publicUrl;
    await connect(given);
    await registerEhr(given.stack, ehr, 'Training');
    const calls = { name: 'Calls', issuer: CDS_ISSUER, keySetUrl: `${keysOrigin}/keys` };
    await answerOf(
      given.teacher.POST('/v1/ehr-clients', {
        body: {
          ...{ ...calls, fhirBaseUrl: `${ehr.origin}/other/fhir` },
          ...{ origins: [], environment: 'training', language: 'en' },
        },
      }),
    );
    const store = { name: 'Records', endpoint: cmi5.endpoint, fetchOrigins: [] };
    await answerOf(given.teacher.POST('/v1/lrs-connections', { body: store }));
    caseId = await publishedCase(given);
    const { id: assignmentId } = await assign(given.teacher, caseId);
    acts = hostileActs({ given, ehr, cmi5, assignmentId, cds: { signer: cds, issuer: CDS_ISSUER } });
    await restartGateway();
    let sent = 0;
    model.dialect = {
      onFormat: () => MODEL_ANSWERS[(sent += 1) % MODEL_ANSWERS.length] ?? { kind: 'silence' },
    };
  });
  afterAll(async () => {
    await given.stop();
    await Promise.all([proxy.close(), redis.stop(), ehr.stop(), model.stop()]);
    cmi5.stop();
    keys.close();
  });

  /** Plays all, one after the other. @returns those that were answered otherwise than in calm, and with no outage */
  const round = async (): Promise<readonly string[]> => {
    const wrong: string[] = [];
    for (const { name, play } of acts) {
      const answer = await play();
      if (told(answer) !== calm.get(name) && !isOutage(answer))
        wrong.push(`${name}: ${told(answer)}, in calm ${String(calm.get(name))}`);
    }
    return wrong;
  };

  it('is refused in calm', async () => {
    for (const { name, play } of acts) calm.set(name, told(await play()));
    const notRefused = [...calm].filter(
      ([, said]) => !/^4\d\d (?:\/problems\/|lti-|smart-|cmi5-)/.test(said),
    );
    expect(notRefused).toEqual([]);
    expect(calm.size).toBe(acts.length);
  });

  it('damaged addresses and forms of a public address are pages that refuse', async () => {
    expect(await faultsOfPages(given.stack.baseUrl)).toEqual([]);
  });

  /** What the gateway could not explain to whoever asked: it says why in its log alone. */
  const faultsLogged = (): string[] =>
    given.stack
      .logs('gateway')
      .split('\n')
      .filter((line) => line.includes('"request failed"'));

  /** Runs are ranked and all is played over and over while `work` goes on; then each run is complete, and all is refused as in calm. */
  const underAttack = async (work: () => Promise<void>): Promise<void> => {
    await restartGateway();
    const attacks = ATTACKS.filter(({ place }) => place === 'narrative');
    let next = 0;
    const attacked = () => {
      const { language, text } = attacks[(next += 1) % attacks.length] ?? { language: 'en', text: '' };
      return {
        language,
        narrative: `${language === 'zh' ? '咳嗽，呼吸困难。' : 'Cough and dyspnoea.'} ${text}`,
      };
    };
    const loads: readonly Load[] = Array.from({ length: CLIENTS }, () =>
      startLoad(given.teacher, { given: attacked, waitSeconds: 10 }),
    );
    const accepted = () => loads.flatMap((load) => load.accepted);
    let isOver = false;
    const played = (async () => {
      const wrong: string[] = [];
      do wrong.push(...(await round()));
      while (!isOver);
      return wrong;
    })();
    try {
      await eventually('runs to be accepted', () => accepted().length >= CLIENTS, 60_000);
      await work();
      await expectAllWell(given.stack);
    } finally {
      isOver = true;
      await Promise.all(loads.map((load) => load.stop()));
    }
    expect(await played).toEqual([]);
    expect(faultsLogged()).toEqual([]);
    const refused = new Set(loads.flatMap((load) => [...load.refused]));
    expect([...refused].filter((type) => !PUT_OFF.includes(type))).toEqual([]);
    const runs = await untilEnded(given.teacher, accepted());
    expect(runs.filter(({ status }) => status !== 'completed')).toEqual([]);
    expect((runs as Schemas['Run'][]).filter((run) => !readsSafe(run))).toEqual([]);
    await eventually('all to be refused as in calm', async () => {
      for (const { name, play } of acts) if (told(await play()) !== calm.get(name)) return false;
      return true;
    });
  };

  const FAULTS: readonly (readonly [string, () => Promise<void>])[] = [
    ['nothing is away', () => pause(AWAY_MS)],
    [
      'Redis is away for some seconds',
      async () => {
        proxy.cut();
        await pause(AWAY_MS);
        proxy.restore();
      },
    ],
    ['Postgres is away for some seconds', () => given.stack.restartPostgres(AWAY_MS)],
  ];

  it.each(FAULTS)('is refused as in calm, or put off, while %s; the runs complete', (_, fault) =>
    underAttack(fault),
  );

  it('scores that wait for a gradebook which is away for an hour stay in sight meanwhile, and arrive once', async () => {
    const scores = await WaitingScores.of(given, caseId, LEARNERS, 'an-hour-away');
    scores.takeGradebookAway();
    try {
      await underAttack(async () => {
        await scores.finish();
        await scores.letAnHourPass();
        const told = await scores.toldToLearners();
        expect(told).toEqual(Array.from({ length: LEARNERS }, () => 'retrying'));
        scores.giveGradebookBack();
        await scores.letTimePass();
        await scores.expectEachOnce();
      });
    } finally {
      scores.giveGradebookBack();
    }
  });

  describe('a body without an end', () => {
    const MIB = 1024 * 1024;
    const OFFERED = 128 * MIB;
    const SENDERS = 4;
    /** What reading a megabyte leaves behind for each sender before it is collected, and what else goes on. */
    const FLAT_KB = 128 * 1024;

    /** Offers so much in chunks, whatever is answered, until nobody takes any more. @returns the status */
    const offer = async (path: string): Promise<number> => {
      const sending = httpRequest(given.stack.baseUrl + path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${given.stack.apiKey}`,
          'content-type': 'application/json',
          'transfer-encoding': 'chunked',
        },
      });
      let isClosed = false;
      const closed = new Promise<void>((resolve) => {
        const end = (): void => {
          isClosed = true;
          resolve();
        };
        sending.on('error', end).on('close', end);
      });
      const answer = once(sending, 'response') as Promise<[IncomingMessage]>;
      const chunk = Buffer.alloc(MIB, ' ');
      for (let sent = 0; sent < OFFERED && !isClosed; sent += MIB)
        if (!sending.write(chunk))
          await Promise.race([new Promise((resolve) => sending.once('drain', resolve)), closed]);
      const [response] = await answer;
      sending.destroy();
      return response.statusCode ?? 0;
    };

    it.each(['/v1/runs', '/v1/guidelines/documents'])(
      'is refused at %s, and the memory of the gateway stays flat',
      async (path) => {
        const pid = String(await given.stack.pid('gateway'));
        const mostKb = (): number =>
          Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
        await offer(path);
        // From here on its peak counts (proc_pid_clear_refs(5)).
        writeFileSync(`/proc/${pid}/clear_refs`, '5');
        const before = mostKb();
        const statuses = await Promise.all(Array.from({ length: SENDERS }, () => offer(path)));
        expect(statuses).toEqual(statuses.map(() => 413));
        expect(mostKb() - before).toBeLessThan(FLAT_KB);
      },
    );
  });
});
