import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { createOutboundHttp } from '@openrounds/outbound-http';
import { newId } from '@openrounds/platform';
import { BusyFault } from '@openrounds/queue';
import { FULL, GRADE_SCOPES, GradeBook, TestClock, type MigratedDatabase } from '@openrounds/testing';
import { AccessTokens } from '../../src/adapters/access-tokens';
import { FolderToolKeys } from '../../src/adapters/folder-tool-keys';
import { HttpGradebook } from '../../src/adapters/http-gradebook';
import { PlatformServices } from '../../src/adapters/platform-services';
import { beginTry } from '../../src/model/grade-progress';
import { GradeEntity } from '../../src/persistence/entities/grade.entity';
import { LearnerEntity } from '../../src/persistence/entities/learner.entity';
import { TypeOrmGrades } from '../../src/persistence/typeorm-grades';
import { TypeOrmLanes } from '../../src/persistence/typeorm-lanes';
import { ManageGrades } from '../../src/use-cases/manage-grades';
import { SendGrades } from '../../src/use-cases/send-grades';
import { aLink } from '../fixtures/launches';
import { registration } from '../fixtures/registrations';
import { openDatabase, storesIn } from '../fixtures/stores';

const tenantId = 'school';
const START = new Date('2026-11-22T12:00:00.000Z');
/** As many as a class, or as a lecture where there is time. */
const STUDENTS = FULL ? 300 : 25;
jest.setTimeout(STUDENTS * 1_000 + 60_000);
const ours = FolderToolKeys.from({
  current: 'lti-1',
  keys: new Map([['lti-1', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey]]),
});

describe('scores on their way into a gradebook', () => {
  let opened: MigratedDatabase;
  let server: Server;
  let book: GradeBook;
  let clock: TestClock;
  let sending: SendGrades;
  let grades: TypeOrmGrades;
  const logged: unknown[] = [];

  beforeAll(async () => {
    opened = await openDatabase();
    server = createServer((request, response) => void book.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await opened.close();
  });

  const origin = (): string => `http://localhost:${String((server.address() as AddressInfo).port)}`;
  beforeEach(() => {
    clock = new TestClock(START);
    book = new GradeBook(origin, { id: 'client-1', keys: () => ours.published() }, () => clock.now());
    const outbound = createOutboundHttp({ userAgent: 'OpenRounds/test', loopbackOrigins: [origin()] });
    const services = new PlatformServices(outbound, new AccessTokens(outbound, ours, clock), clock);
    const { courses, platforms, learners } = storesIn(opened);
    grades = new TypeOrmGrades(opened.dataSource);
    const lanes = new TypeOrmLanes(opened.dataSource);
    const gradebook = new HttpGradebook(services);
    sending = new SendGrades(grades, lanes, courses, platforms, learners, gradebook, clock, {
      error: (seen: unknown) => logged.push(seen),
    });
  });

  const ALL = [GRADE_SCOPES.score, GRADE_SCOPES.result, GRADE_SCOPES.lineItem];

  /** A course with a link, whose launches name this column. */
  async function course({ scopes = ALL, column = book.addColumn() as string | null } = {}) {
    const { courses, platforms, learners } = storesIn(opened);
    const platformId = newId();
    const issuer = `https://${platformId}.example`;
    await platforms.register(
      tenantId,
      platformId,
      registration({ issuer, clientId: 'client-1', tokenUrl: book.tokenUrl }),
      START,
    );
    const deployment = await courses.see({ tenantId, id: platformId }, '7', START, START);
    const link = await courses.openLink(
      aLink({
        deploymentId: deployment.id,
        grades: {
          scopes,
          lineItemsUrl: book.itemsUrl,
          lineItemUrl: column === null ? null : book.columnUrl(column),
        },
      }),
      START,
    );
    const student = async (subject: string): Promise<string> => {
      book.people.set(subject, { name: subject, role: 'Learner' });
      return learners.admit({ tenantId, issuer, subject, testUser: false }, START);
    };
    return { platformId, link, student, column: column ?? '' };
  }

  async function released(linkId: string, learnerId: string, { score = 0.7, version = 1 } = {}) {
    const id = newId();
    const progress = { activityProgress: 'Completed', gradingProgress: 'FullyGraded' } as const;
    const submittedAt = START.toISOString();
    await grades.receive(
      {
        ...{ meta: { tenantId, requestId: 'r' }, linkId, learnerId, version, score, submittedAt },
        ...progress,
      },
      id,
      clock.now(),
    );
    return id;
  }
  const stateOf = (id: string) => opened.dataSource.manager.findOneByOrFail(GradeEntity, { id });
  /** Lets so much time pass, and sends what waits then. */
  async function after(seconds: number, id: string) {
    clock.advance(seconds);
    await sending.execute(id);
    return stateOf(id);
  }
  /** As the queue does: a job that says there is more comes again. */
  async function asAJob(id: string): Promise<void> {
    try {
      await sending.execute(id);
    } catch (error) {
      if (!(error instanceof BusyFault)) throw error;
      await asAJob(id);
    }
  }
  const oneScore = async (given: Parameters<typeof course>[0] = {}) => {
    const place = await course(given);
    const learnerId = await place.student('user-17');
    return { ...place, learnerId, id: await released(place.link.id, learnerId) };
  };

  it('a score arrives once: right person, right maximum, in a column whose address has a query', async () => {
    const { id, column } = await oneScore();
    await Promise.all([sending.execute(id), sending.execute(id)]);
    expect(await after(0, id)).toMatchObject({ state: 'delivered', tries: 1, deliveredAt: START });
    const timestamp = START.toISOString();
    expect(book.kept).toEqual([{ column, userId: 'user-17', points: 70, maximum: 100, timestamp }]);
  });

  it('a platform that fails three times is tried again at its times, and gets one score', async () => {
    const { id } = await oneScore();
    book.fail({ status: 503 }, { status: 503 }, { status: 503 });
    const first = await after(0, id);
    expect(first).toMatchObject({ state: 'retrying', cause: 'platform-failed', status: 503, tries: 1 });
    expect((first.nextTryAt?.getTime() ?? 0) - START.getTime()).toBeGreaterThanOrEqual(8_000);
    expect(await after(1, id)).toMatchObject({ tries: 1 });
    expect(await after(12, id)).toMatchObject({ state: 'retrying', tries: 2 });
    expect(await after(36, id)).toMatchObject({ state: 'retrying', tries: 3 });
    expect(await after(144, id)).toMatchObject({ state: 'delivered', cause: null, sentTwice: false });
    expect(book.kept).toHaveLength(1);
  });

  it('a platform that is away for an hour is asked seldom, its score waits in sight, and arrives once', async () => {
    const { id, link } = await oneScore();
    book.fail(...Array.from({ length: 60 }, () => ({ status: 503 })));
    const manage = new ManageGrades(grades, clock);
    const inSight = { meta: { tenantId, requestId: 'r' }, assignmentId: link.content.id, limit: 10 };
    for (let minutes = 0; minutes < 60; minutes += 5) {
      expect(await after(300, id)).toMatchObject({ state: 'retrying' });
      expect(await manage.list(inSight)).toMatchObject({ items: [{ id, state: 'retrying' }] });
    }
    const { tries, nextTryAt } = await stateOf(id);
    expect(tries).toBeLessThanOrEqual(5);
    book.putRight();
    const wait = (nextTryAt?.getTime() ?? 0) - clock.now().getTime();
    expect(await after(wait / 1_000 - 1, id)).toMatchObject({ tries });
    expect(await after(1, id)).toMatchObject({ state: 'delivered', sentTwice: false });
    expect(book.kept).toHaveLength(1);
  });

  it('a score that was kept without an answer is found there, and not sent again', async () => {
    const { id } = await oneScore();
    book.fail('stored-but-no-answer');
    expect(await after(0, id)).toMatchObject({ state: 'retrying', cause: 'no-answer', unsure: true });
    expect(await after(12, id)).toMatchObject({ state: 'delivered', sentTwice: false });
    expect(book.kept).toHaveLength(1);
    expect(book.asked.filter((each) => each.includes('/scores'))).toHaveLength(1);
  });

  it('where results cannot be read the same bytes are sent again: a conflict then needs somebody', async () => {
    const { id } = await oneScore({ scopes: [GRADE_SCOPES.score] });
    book.fail('no-answer');
    await after(0, id);
    expect(await after(12, id)).toMatchObject({ state: 'delivered', sentTwice: true });
    const other = await oneScore({ scopes: [GRADE_SCOPES.score] });
    book.fail('stored-but-no-answer');
    await after(0, other.id);
    expect(await after(12, other.id)).toMatchObject({ state: 'needs-attention', cause: 'newer-held' });
  });

  it.each(['before', 'after'])('a process that dies %s it sent leaves one score', async (moment) => {
    const { id, column } = await oneScore();
    const cutOff = await stateOf(id);
    await grades.begin(cutOff, beginTry(cutOff), START);
    const timestamp = START.toISOString();
    if (moment === 'after')
      book.kept.push({ column, userId: 'user-17', points: 70, maximum: 100, timestamp });
    expect(await grades.drive(clock.now(), new Date(START.getTime() + 1), 'r')).toBe(1);
    expect(await after(0, id)).toMatchObject({ state: 'delivered', sentTwice: false });
    expect(book.kept).toHaveLength(1);
  });

  it('a column that is gone needs somebody; put back and sent again, the score arrives', async () => {
    const { id, column, link } = await oneScore();
    const kept = book.columns.get(column);
    book.columns.delete(column);
    expect(await after(0, id)).toMatchObject({ state: 'needs-attention', cause: 'column-gone', status: 404 });
    expect(await after(100_000, id)).toMatchObject({ state: 'needs-attention' });
    if (kept !== undefined) book.columns.set(column, kept);
    const manage = new ManageGrades(grades, clock);
    const meta = { tenantId, requestId: 'r' };
    const assignmentId = link.content.id;
    expect(await manage.resend({ meta, assignmentId })).toEqual({ resent: 1 });
    expect(await after(0, id)).toMatchObject({ state: 'delivered' });
    expect(await manage.resend({ meta, assignmentId, gradeId: id })).toEqual({ resent: 0 });
    const { items } = await manage.list({ meta, assignmentId, limit: 10 });
    expect(items).toMatchObject([{ id, assignmentId, platform: 'Moodle', state: 'delivered' }]);
    expect(await manage.list({ meta, assignmentId, learnerId: newId(), limit: 10 })).toMatchObject({
      items: [],
    });
  });

  it.each([
    ['busy', { status: 429, headers: { 'retry-after': '3600' } }],
    ['busy', { status: 403, text: '403 Forbidden (Rate Limit Exceeded)' }],
    ['not-gradable', { status: 403 }],
    ['not-gradable', { status: 422 }],
    ['not-enrolled', { status: 404 }],
    ['refused', { status: 400 }],
    ['not-understood', { status: 302, headers: { location: 'https://elsewhere.example' } }],
  ])('%s is said of %j', async (cause, fault) => {
    const { id } = await oneScore();
    book.fail(fault);
    expect(await after(0, id)).toMatchObject({
      cause,
      state: cause === 'busy' ? 'retrying' : 'needs-attention',
    });
    expect(book.kept).toEqual([]);
  });

  it('a token that is not taken any more is asked for again, once', async () => {
    const { id, link, student } = await oneScore();
    await after(0, id);
    book.forgetTokens();
    const next = await released(link.id, await student('user-18'));
    expect(await after(0, next)).toMatchObject({ state: 'delivered' });
    book.audience = 'https://another.example/token';
    book.forgetTokens();
    const last = await released(link.id, await student('user-19'));
    expect(await after(0, last)).toMatchObject({ state: 'retrying', cause: 'not-trusted', status: 401 });
    expect(await after(12, last)).toMatchObject({ state: 'retrying' });
    expect(await after(36, last)).toMatchObject({ state: 'retrying' });
    expect(await after(144, last)).toMatchObject({
      state: 'needs-attention',
      cause: 'not-trusted',
      tries: 4,
    });
  });

  it('a sign-in that the platform could not check in one moment mends itself', async () => {
    const { id } = await oneScore();
    const { audience } = book;
    book.audience = 'https://another.example/token';
    expect(await after(0, id)).toMatchObject({ state: 'retrying', cause: 'not-trusted' });
    book.audience = audience;
    expect(await after(12, id)).toMatchObject({ state: 'delivered', cause: null });
  });

  it('a newer score takes the place of one that waits; an older one that comes late is not sent', async () => {
    const { id, link, learnerId } = await oneScore();
    book.fail({ status: 503 });
    await after(0, id);
    const newer = await released(link.id, learnerId, { version: 3, score: 0.9 });
    const late = await released(link.id, learnerId, { version: 2, score: 0.1 });
    expect(await after(0, newer)).toMatchObject({ state: 'delivered' });
    expect([await after(100_000, id), await stateOf(late)]).toMatchObject([
      { state: 'superseded' },
      { state: 'superseded' },
    ]);
    expect(book.kept.map(({ points }) => points)).toEqual([90]);
  });

  it('a column is found by link and resource, else made once; without the scope no grade is wanted', async () => {
    const { id, link, student } = await oneScore({ column: null });
    expect(await after(0, id)).toMatchObject({ state: 'delivered' });
    const next = await released(link.id, await student('user-18'));
    expect(await after(0, next)).toMatchObject({ state: 'delivered' });
    expect([...book.columns.values()]).toMatchObject([{ resourceId: link.content.id, maximum: 100 }]);
    const without = await oneScore({ column: null, scopes: [GRADE_SCOPES.score] });
    expect(await after(0, without.id)).toMatchObject({ state: 'not-wanted', cause: 'no-column' });
  });

  it('a score that we cannot try ourselves does not stand in the way of the others', async () => {
    const { id, link, student, learnerId } = await oneScore();
    const { manager } = opened.dataSource;
    await manager.update(LearnerEntity, { id: learnerId }, { subject: {} as never });
    const next = await released(link.id, await student('user-18'));
    expect(await after(0, id)).toMatchObject({ state: 'retrying', cause: 'failed-here' });
    expect(await stateOf(next)).toMatchObject({ state: 'delivered' });
    expect(logged).toMatchObject([{ gradeId: id }]);
  });

  it('five failures in a row leave the platform alone for a minute', async () => {
    const { id, link, student } = await oneScore();
    const others: string[] = [];
    for (const n of [1, 2, 3, 4, 5]) others.push(await released(link.id, await student(`more-${String(n)}`)));
    book.fail(...Array.from({ length: 5 }, () => ({ status: 503 })));
    await after(0, id);
    expect(await stateOf(others[4] ?? '')).toMatchObject({ state: 'waiting' });
    expect(await grades.drive(clock.now(), clock.now(), 'r')).toBe(0);
    expect(await after(59, id)).toMatchObject({ state: 'retrying', tries: 1 });
    expect(await after(2, id)).toMatchObject({ state: 'delivered' });
    expect(book.kept).toHaveLength(6);
  });

  it(`of ${String(STUDENTS)} who finish at once each has one score, and one request is under way at a time`, async () => {
    const { link, student } = await course();
    const ids: string[] = [];
    for (let n = 0; n < STUDENTS; n += 1) ids.push(await released(link.id, await student(`s-${String(n)}`)));
    await Promise.all(ids.slice(0, 8).map((id) => asAJob(id)));
    expect(new Set(book.kept.map(({ userId }) => userId)).size).toBe(STUDENTS);
    expect(book.kept).toHaveLength(STUDENTS);
    expect(book.mostAtOnce).toBe(1);
  });
});
