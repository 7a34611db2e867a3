import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { createOutboundHttp } from '@openrounds/outbound-http';
import { newId } from '@openrounds/platform';
import { GradeBook, ROSTER_SCOPE, rowsOfSchema, TestClock, type MigratedDatabase } from '@openrounds/testing';
import { AccessTokens } from '../../src/adapters/access-tokens';
import { FolderToolKeys } from '../../src/adapters/folder-tool-keys';
import { HttpRoster } from '../../src/adapters/http-roster';
import { PlatformServices } from '../../src/adapters/platform-services';
import { eraseHere } from '../../src/persistence/erase-learners';
import { TypeOrmNamesRead } from '../../src/persistence/typeorm-names-read';
import { ReadNames } from '../../src/use-cases/read-names';
import { aLink, NINE } from '../fixtures/launches';
import { registration } from '../fixtures/registrations';
import { openDatabase, storesIn } from '../fixtures/stores';

const tenantId = 'school';
const ours = FolderToolKeys.from({
  current: 'lti-1',
  keys: new Map([['lti-1', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey]]),
});

describe('the names of a course', () => {
  let opened: MigratedDatabase;
  let server: Server;
  let book: GradeBook;
  let read: ReadNames;
  const clock = new TestClock(NINE);

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
  const noted = () => new TypeOrmNamesRead(opened.dataSource);
  beforeEach(() => {
    book = new GradeBook(origin, { id: 'client-1', keys: () => ours.published() }, () => clock.now());
    const outbound = createOutboundHttp({ userAgent: 'OpenRounds/test', loopbackOrigins: [origin()] });
    const services = new PlatformServices(outbound, new AccessTokens(outbound, ours, clock), clock);
    const { courses, platforms, learners } = storesIn(opened);
    read = new ReadNames(courses, platforms, learners, new HttpRoster(services), noted(), clock);
  });

  /** A course with five people in its roster, of whom two launched, and a test user who did. */
  async function course({ roster = true, offered = true } = {}) {
    const { courses, platforms, learners } = storesIn(opened);
    const [platformId, assignmentId, courseId] = [newId(), newId(), newId()];
    const issuer = `https://${platformId}.example`;
    const given = registration({ issuer, clientId: 'client-1', tokenUrl: book.tokenUrl, roster });
    await platforms.register(tenantId, platformId, given, NINE);
    const { id: deploymentId } = await courses.see({ tenantId, id: platformId }, '7', NINE, NINE);
    const rosterUrl = offered ? book.rosterUrl : null;
    const content = { kind: 'assignment' as const, id: assignmentId };
    await courses.openLink(aLink({ deploymentId, courseId, content, rosterUrl }), NINE);
    for (const name of ['Ada', 'Lin', 'Max', 'Eva', 'Tom'])
      book.people.set(`${platformId} ${name}`, { name: `${name} Example`, role: 'Learner' });
    const admit = (name: string, testUser = false) =>
      learners.admit({ tenantId, issuer, subject: `${platformId} ${name}`, testUser }, NINE);
    const [ada, eva] = [await admit('Ada'), await admit('Eva')];
    await admit('Tom', true);
    const subject = `learner:${await admit('Teacher')}`;
    const ask = (changed = {}) => read.execute(tenantId, { courseId, assignmentId, subject, ...changed });
    return { ada, eva, subject, courseId, assignmentId, ask };
  }

  it('are those of learners who launched, from all pages; that they were read is noted, the names nowhere', async () => {
    const { ada, eva, subject, courseId, assignmentId, ask } = await course();
    const { outcome, names } = await ask();
    expect(outcome).toBe('read');
    expect(new Map(names.map(({ learnerId, name }) => [learnerId, name]))).toEqual(
      new Map([
        [ada, 'Ada Example'],
        [eva, 'Eva Example'],
      ]),
    );
    expect(book.asked.filter((asked) => asked.includes('/roster'))).toHaveLength(3);
    const meta = { tenantId, requestId: 'request-1' };
    const [event] = (await read.events({ meta, limit: 1 })).items;
    expect(event).toMatchObject({ subject, courseId, assignmentId, names: 2 });
    const rows = await rowsOfSchema(opened.database.url('integration'), 'integration');
    expect(rows.join()).not.toMatch(/Ada Example|Eva Example/);

    const id = subject.slice('learner:'.length);
    await opened.dataSource.transaction((manager) => eraseHere(manager, { tenantId, id }));
    expect((await read.events({ meta, limit: 1 })).items[0]).toMatchObject({ id: event?.id, subject: null });
  });

  it.each([
    ['switched-off', { roster: false }],
    ['not-offered', { offered: false }],
  ] as const)('nothing is asked: %s', async (outcome, given) => {
    const { ask } = await course(given);
    expect(await ask()).toEqual({ outcome, names: [] });
    expect(book.asked).toEqual([]);
  });

  it('another course or assignment has none', async () => {
    const { ask } = await course();
    for (const changed of [{ courseId: newId() }, { assignmentId: newId() }])
      expect(await ask(changed)).toEqual({ outcome: 'not-in-course', names: [] });
  });

  it('a platform that does not grant the scope is said to', async () => {
    const { ask } = await course();
    book.refusedScopes.add(ROSTER_SCOPE);
    expect(await ask()).toEqual({ outcome: 'not-allowed', names: [] });
  });

  it.each([
    ['busy', { status: 429 }],
    ['busy', { status: 403, text: '403 Forbidden (Rate Limit Exceeded)' }],
    ['not-allowed', { status: 403 }],
    ['unreachable', { status: 503 }],
    ['not-understood', { status: 404 }],
  ] as const)('%s: %j', async (outcome, fault) => {
    const { ask } = await course();
    book.failRoster(fault);
    expect(await ask()).toEqual({ outcome, names: [] });
  });

  it('a token that is not taken any more is asked for anew, once', async () => {
    const { ask } = await course();
    await ask();
    book.forgetTokens();
    expect((await ask()).outcome).toBe('read');
  });

  it('a page elsewhere is not asked for', async () => {
    const { ask } = await course();
    book.nextRosterPage = 'https://evil.example/roster';
    expect(await ask()).toEqual({ outcome: 'not-understood', names: [] });
  });
});
