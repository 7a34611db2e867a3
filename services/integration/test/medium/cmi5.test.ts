import { DomainError, type AttemptSteppedPayload } from '@openrounds/contracts';
import { Cmi5Refused, activityId } from '@openrounds/learning-records';
import { hashOf } from '@openrounds/lti';
import { createOutboundHttp } from '@openrounds/outbound-http';
import { newId } from '@openrounds/platform';
import {
  Cmi5Lms,
  TestClock,
  testSealer,
  type MigratedDatabase,
  type WantedLaunch,
} from '@openrounds/testing';
import { HttpRecordStore } from '../../src/adapters/http-record-store';
import { TypeOrmCmi5Sessions } from '../../src/persistence/typeorm-cmi5-sessions';
import { TypeOrmErasures } from '../../src/persistence/typeorm-erasures';
import { TypeOrmLearners } from '../../src/persistence/typeorm-learners';
import { TypeOrmLrsConnections } from '../../src/persistence/typeorm-lrs-connections';
import { BeginCmi5 } from '../../src/use-cases/records/begin-cmi5';
import { EndSilentSessions, FollowSession, SILENT_MS } from '../../src/use-cases/records/follow-session';
import { ListStatements } from '../../src/use-cases/records/list-statements';
import { ManageLrsConnections } from '../../src/use-cases/records/manage-lrs-connections';
import { QueueDueStatements, SendStatements } from '../../src/use-cases/records/send-statements';
import { openDatabase } from '../fixtures/stores';
import { TAMPERED } from '../fixtures/tampered-cmi5';

// The first request of a process loads the way out, which takes a while on a busy machine.
jest.setTimeout(30_000);

const PUBLIC_URL = 'https://rounds.example';
const TENANT = 'school';
const META = { tenantId: TENANT, requestId: 'r' };
const assignmentId = newId();
const UNIT = {
  url: `${PUBLIC_URL}/cmi5/launch?assignment=${assignmentId}&institution=${TENANT}`,
  publisherId: activityId(PUBLIC_URL, 'assignment', assignmentId),
};

class Between {
  constructor(
    readonly opened: MigratedDatabase,
    readonly lms: Cmi5Lms,
  ) {}
}

/** This service with its real stores and its real way out; of teaching only where it places a learner. */
class Installation extends Between {
  readonly clock = new TestClock();
  readonly placed: { linkId: string; learnerId: string; attemptId: string }[] = [];
  refusing: DomainError | undefined;
  readonly connections = new TypeOrmLrsConnections(this.opened.dataSource);
  readonly sessions = new TypeOrmCmi5Sessions(this.opened.dataSource, testSealer());
  readonly records = new HttpRecordStore(
    createOutboundHttp({ userAgent: 'OpenRounds/test', loopbackOrigins: [this.lms.origin] }),
  );
  readonly beginning = new BeginCmi5(
    this.connections,
    this.records,
    new TypeOrmLearners(this.opened.dataSource, testSealer()),
    { place: (wanted) => this.place(wanted) },
    this.sessions,
    this.clock,
  );
  readonly follow = new FollowSession(this.sessions, this.clock);
  readonly endSilent = new EndSilentSessions(this.sessions, this.clock);
  readonly queueDue = new QueueDueStatements(this.sessions, this.clock);
  readonly sending = new SendStatements(this.sessions, this.records, this.clock);
  readonly list = new ListStatements(this.sessions);
  readonly manage = new ManageLrsConnections(this.connections, this.records, this.clock);

  private place({ linkId, learnerId }: { linkId: string; learnerId: string }) {
    if (this.refusing !== undefined) return Promise.reject(this.refusing);
    const attemptId = newId();
    this.placed.push({ linkId, learnerId, attemptId });
    return Promise.resolve({ kind: 'assignment' as const, assignmentId, attemptId });
  }

  register() {
    const connection = { name: 'LMS', endpoint: this.lms.endpoint, fetchOrigins: [] };
    return this.manage.register({ meta: META, connectionId: newId(), connection });
  }

  /** Launches a learner as the system wants it. */
  async launched(wanted: Partial<WantedLaunch> = {}, changed: Readonly<Record<string, string>> = {}) {
    const { id, url } = this.lms.launch({ ...UNIT, ...wanted });
    const fields = { ...Object.fromEntries(new URL(url).searchParams), ...changed };
    const ticket = await this.beginning.execute(META, { assignmentId, publicUrl: PUBLIC_URL, fields });
    const session = await this.sessions.redeem(hashOf(ticket), this.clock.now());
    if (session === undefined) throw new Error('the ticket is not good');
    return { id, session, ticket };
  }

  step(position: number, changed: Partial<AttemptSteppedPayload> = {}): Promise<void> {
    const who = this.placed.at(-1) ?? { linkId: '', learnerId: '', attemptId: '' };
    return this.follow.step({
      ...{ meta: META, ...who, position, stage: Math.ceil(position / 2), at: this.clock.now().toISOString() },
      differential: position % 2 === 0 ? null : [{ diseaseId: 'pulmonary-embolism', probability: 0.6 }],
      ...{ finished: false, score: null },
      ...changed,
    });
  }

  leave(): Promise<string | null> {
    const { learnerId = '', attemptId = '' } = this.placed.at(-1) ?? {};
    return this.follow.leave({ meta: META, learnerId, attemptId });
  }

  /** Works on the jobs of the outbox, as the relay and the queue do. */
  async work(): Promise<void> {
    for (;;) {
      const jobs = await this.opened.dataSource.query<{ payload: { sessionId: string } }[]>(
        `WITH taken AS (UPDATE outbox SET sent_at = now() WHERE job = 'send-statement.v1' AND sent_at IS NULL
          RETURNING id, payload) SELECT payload FROM taken ORDER BY id`,
      );
      if (jobs.length === 0) return;
      for (const { payload } of jobs)
        await this.sending.execute({ meta: META, sessionId: payload.sessionId });
    }
  }

  states() {
    return this.list
      .execute({ meta: META, limit: 100 })
      .then(({ items }) => items.map(({ verb, state, cause }) => [verb, state, cause]).reverse());
  }
}

describe('a learner who is launched by cmi5', () => {
  let opened: MigratedDatabase;
  let lms: Cmi5Lms;
  let us: Installation;
  beforeAll(async () => {
    opened = await openDatabase();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    lms = await Cmi5Lms.start();
    us = new Installation(opened, lms);
    for (const table of ['outbox', 'statements', 'cmi5_sessions', 'lrs_connections', 'learners'])
      await opened.dataSource.query(`DELETE FROM ${table}`);
    await us.register();
  });
  afterEach(() => {
    lms.stop();
  });

  const refused = async (launch: Promise<unknown>): Promise<string> => {
    const fault: unknown = await launch.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!(fault instanceof Cmi5Refused)) throw new Error('was not refused');
    return fault.code;
  };
  const FINISH = { finished: true, score: 0.7 };

  it('initialized, answered, completed, passed, terminated: in this order, once, and each as it must be', async () => {
    const { id, session } = await us.launched({ masteryScore: 0.6, languagePreference: 'zh-Hans,en' });
    expect(session.said.language).toBe('zh');
    await us.work();
    us.clock.advance(90);
    await us.step(1);
    await us.step(2);
    await us.step(3, FINISH);
    await us.step(3, FINISH);
    expect(await us.leave()).toBe(`${lms.origin}/courses/3`);
    await us.work();
    expect(lms.verbs(id)).toEqual([
      'initialized',
      'answered',
      'answered',
      'completed',
      'passed',
      'terminated',
    ]);
    expect(lms.refusals).toEqual([]);
    const [, , , , passed, terminated] = lms.stored(id);
    expect(passed).toMatchObject({ result: { score: { scaled: 0.7 }, duration: 'PT90S' } });
    expect(terminated).toMatchObject({ result: { duration: 'PT90S' } });
    await expect(us.leave()).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each(['Browse', 'Review'] as const)('%s: two statements, whatever is done', async (launchMode) => {
    const { id } = await us.launched({ launchMode, masteryScore: 0.6 });
    await us.step(1);
    await us.step(3, FINISH);
    await us.leave();
    await us.work();
    expect(lms.verbs(id)).toEqual(['initialized', 'terminated']);
    expect(lms.refusals).toEqual([]);
  });

  it('a record store that is down for a minute: everything waits in order and arrives once', async () => {
    const { id } = await us.launched({ masteryScore: 0.8 });
    lms.down = true;
    await us.step(1, FINISH);
    await us.leave();
    await us.work();
    expect((await us.states())[0]).toEqual(['initialized', 'retrying', 'busy']);
    expect((await us.states()).slice(1).every(([, state]) => state === 'waiting')).toBe(true);
    us.clock.advance(13);
    await us.queueDue.execute();
    await us.work();
    expect((await us.states())[0]).toEqual(['initialized', 'retrying', 'busy']);
    lms.down = false;
    us.clock.advance(60);
    expect(await us.queueDue.execute()).toBe(1);
    await us.work();
    expect(lms.verbs(id)).toEqual(['initialized', 'answered', 'completed', 'failed', 'terminated']);
    expect(lms.refusals).toEqual([]);
    expect((await us.states()).every(([, state]) => state === 'delivered')).toBe(true);
    const kept = await opened.dataSource.query<unknown[]>(
      'SELECT 1 FROM statements WHERE body IS NOT NULL UNION ALL SELECT 1 FROM cmi5_sessions WHERE token IS NOT NULL',
    );
    expect(kept).toEqual([]);
  });

  it('a statement that was kept while the answer got lost is not there twice', async () => {
    const { id } = await us.launched();
    lms.losing = 1;
    await us.work();
    expect(await us.states()).toEqual([['initialized', 'retrying', 'no-answer']]);
    us.clock.advance(60);
    await us.queueDue.execute();
    await us.work();
    expect(await us.states()).toEqual([['initialized', 'delivered', null]]);
    expect(lms.verbs(id)).toEqual(['initialized']);
  });

  it('a job that got lost is queued again', async () => {
    const { id } = await us.launched();
    await opened.dataSource.query('DELETE FROM outbox');
    expect(await us.queueDue.execute()).toBe(0);
    us.clock.advance(61);
    expect(await us.queueDue.execute()).toBe(1);
    await us.work();
    expect(lms.verbs(id)).toEqual(['initialized']);
  });

  it('a token that is not good any more needs another launch, and the rest waits', async () => {
    const { id } = await us.launched();
    await us.work();
    lms.revoke(id);
    await us.step(1);
    await us.leave();
    await us.work();
    expect(await us.states()).toEqual([
      ['initialized', 'delivered', null],
      ['answered', 'needs-attention', 'new-launch'],
      ['terminated', 'waiting', null],
    ]);
  });

  it('whoever gives no sign of life for two hours has left; what comes after is none of the session', async () => {
    const { id } = await us.launched();
    us.clock.advance(30);
    await us.step(1);
    us.clock.advance(SILENT_MS / 1_000 - 1);
    expect(await us.endSilent.execute()).toBe(0);
    us.clock.advance(2);
    expect(await us.endSilent.execute()).toBe(1);
    await us.step(3, FINISH);
    await us.work();
    expect(lms.verbs(id)).toEqual(['initialized', 'answered', 'terminated']);
    expect(lms.stored(id).at(-1)).toMatchObject({ result: { duration: 'PT30S' } });
  });

  it('a registration is completed and passed once, in however many sessions; the learner stays the same', async () => {
    const registration = newId();
    const first = await us.launched({ registration, masteryScore: 0.6 });
    await us.step(1, FINISH);
    await us.leave();
    const second = await us.launched({ registration, masteryScore: 0.6 });
    await us.step(1, FINISH);
    await us.leave();
    await us.work();
    expect(lms.verbs(first.id)).toEqual(['initialized', 'answered', 'completed', 'passed', 'terminated']);
    expect(lms.verbs(second.id)).toEqual(['initialized', 'answered', 'terminated']);
    expect(lms.refusals).toEqual([]);
    const [one, two] = us.placed;
    expect([two?.learnerId, two?.linkId]).toEqual([one?.learnerId, one?.linkId]);
  });

  it.each(TAMPERED)('%s: what was tampered with leads nowhere', async (code, changed) => {
    expect(await refused(us.launched({}, changed))).toBe(code);
    expect(us.placed).toEqual([]);
  });

  it('a launch is good once, for the assignment of its package, and while that is open', async () => {
    const { id, url } = lms.launch(UNIT);
    const fields = Object.fromEntries(new URL(url).searchParams);
    const given = { assignmentId, publicUrl: PUBLIC_URL, fields };
    await us.beginning.execute(META, given);
    expect(await refused(us.beginning.execute(META, given))).toBe('cmi5-used');
    expect(await refused(us.launched({ publisherId: `${UNIT.publisherId}0` }))).toBe('cmi5-other-package');
    us.refusing = new DomainError('assignment-closed');
    expect(await refused(us.launched())).toBe('cmi5-not-open');
    us.refusing = new DomainError('not-found');
    expect(await refused(us.launched())).toBe('cmi5-resource-gone');
    lms.down = true;
    expect(await refused(us.launched())).toBe('cmi5-unreachable');
    expect(lms.verbs(id)).toEqual([]);
  });

  it('a ticket is good once, for a minute', async () => {
    const { ticket } = await us.launched();
    expect(await us.sessions.redeem(hashOf(ticket), us.clock.now())).toBeUndefined();
    const late = us.launched.bind(us);
    const redeem = us.sessions.redeem.bind(us.sessions);
    jest
      .spyOn(us.sessions, 'redeem')
      .mockImplementationOnce((hash, now) => redeem(hash, new Date(now.getTime() + 60_000)));
    await expect(late()).rejects.toThrow('the ticket is not good');
  });

  it('a system can be checked, and removed: then nothing is sent any more', async () => {
    const { id } = await us.launched();
    const [connection] = await us.connections.all(TENANT);
    const of = { meta: META, connectionId: connection?.id ?? '' };
    expect(await us.manage.check(of)).toEqual({
      ...{ passed: true, outcome: 'ok', status: 200 },
      versions: ['1.0.3'],
    });
    await us.manage.remove(of);
    await us.work();
    expect(lms.verbs(id)).toEqual([]);
    expect(await us.states()).toEqual([['initialized', 'needs-attention', 'new-launch']]);
    expect(await refused(us.launched())).toBe('cmi5-not-registered');
  });

  it('what the launch said of a person rests sealed, and goes with the learner', async () => {
    const { session } = await us.launched({ learner: 'ada.lovelace' });
    const dump = JSON.stringify([
      await opened.dataSource.query('SELECT * FROM cmi5_sessions'),
      await opened.dataSource.query('SELECT * FROM statements'),
      await opened.dataSource.query('SELECT * FROM learners'),
      await opened.dataSource.query('SELECT * FROM outbox'),
    ]);
    expect(dump).toContain(session.id);
    expect(dump).not.toContain('lovelace');
    expect(dump).not.toContain('dW5pdDo'); // how each token begins
    await new TypeOrmErasures(opened.dataSource).erase(TENANT, session.learnerId);
    expect(await us.states()).toEqual([]);
    await us.work();
    expect(lms.refusals).toEqual([]);
  });
});
