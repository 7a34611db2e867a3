import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, FULL, itInFull, rowsOfSchema } from '@openrounds/testing';
import { Client } from 'pg';
import { answerOf, clientOf, type Schemas } from '../support/client';
import { expectAllWell } from '../support/health';
import { assign, launchedLearner, type LaunchedLearner, publishedCase } from '../support/launched';
import {
  connect,
  launch,
  launchForm,
  type Launching,
  postLaunch,
  startWithLms,
  type WithLms,
} from '../support/lms';
import { SERVICES } from '../support/stack';

jest.setTimeout(FULL ? 600_000 : 120_000);

/** As many as a class, or as a lecture where there is time. */
const STUDENTS = FULL ? 300 : 25;
/** So many launch at once; all of them finish at once. */
const AT_ONCE = 25;
const UNKNOWN_KEYS = FULL ? 100 : 20;
/** Failures in a row; the times between them are tried with a clock of their own where scores are sent. */
const FAILURES = FULL ? 3 : 1;

/** From a link in a course to a score in its gradebook, whatever the platform or a power cut does on the way. */
describe('scores of launched learners', () => {
  let given: WithLms;
  let caseId: string;
  let database: Client;

  beforeAll(async () => {
    given = await startWithLms();
    database = new Client({ connectionString: await given.stack.databaseUrl() });
    await Promise.all([connect(given), database.connect()]);
    caseId = await publishedCase(given);
  });
  afterEach(async () => {
    given.lms.gradeBook.putRight();
    await expectAllWell(given.stack);
  });
  afterAll(async () => {
    await database.end();
    await given.stop();
  });

  const assignment = (): Promise<Schemas['Assignment']> => assign(given.teacher, caseId);
  const book = () => given.lms.gradeBook;
  /** Scores that the gradebook kept of somebody. */
  const keptOf = (as: string) => book().kept.filter(({ userId }) => userId === as);

  const student = (launching: Launching): Promise<LaunchedLearner> => launchedLearner(given, launching);
  const gradesOf = async (assignmentId: string, who = given.teacher): Promise<Schemas['Grade'][]> =>
    (await answerOf(who.GET('/v1/lti/grades', { params: { query: { assignmentId } } }))).items;
  /** The one score of an assignment, once it stands so. */
  const standing = (assignmentId: string, state: Schemas['Grade']['state']) =>
    eventually(`the score is ${state}`, async () => {
      const [grade] = await gradesOf(assignmentId);
      return grade?.state === state && grade;
    });
  /** Lets the time come at which a score is tried again. */
  const letTimePass = () =>
    database.query(`UPDATE integration.grades SET next_try_at = now() WHERE state = 'retrying'`);
  /** Somebody finishes; what becomes of the score is up to the platform. */
  async function finished(as: string): Promise<Schemas['Assignment']> {
    const made = await assignment();
    await (await student({ id: made.id, as })).finish();
    return made;
  }

  it('a finished assignment is one score: right person and maximum, in a column whose address has a query', async () => {
    const made = await assignment();
    const { client, finish } = await student({ id: made.id, as: 'check-13' });
    await finish();
    await standing(made.id, 'delivered');
    const [grade] = await gradesOf(made.id, client);
    expect(grade).toMatchObject({ state: 'delivered', sentTwice: false });
    const [kept, ...more] = keptOf('check-13');
    expect([kept?.maximum, more]).toEqual([100, []]);
    expect(kept?.points).toBeCloseTo(100 * (grade?.score ?? 0), 1);
    expect(book().asked.filter((each) => each.includes('/scores'))[0]).toContain('?');
  });

  it('a launched learner is told no probability of the engine while a list is waited for', async () => {
    const { id } = await assignment();
    const { client, attemptId } = await student({ id, as: 'check-11' });
    const path = { path: { id: attemptId } };
    const told = await Promise.all([
      client.GET('/v1/attempts/{id}', { params: path }),
      client.GET('/v1/attempts/{id}/feedback', { params: path }),
      client.GET('/v1/attempts'),
      client.GET('/v1/assignments/{id}', { params: { path: { id } } }),
      client.GET('/v1/library', { params: {} }),
    ]);
    expect(told.map(({ response }) => response.status)).toEqual([200, 409, 200, 200, 200]);
    for (const { data, error } of told) expect(JSON.stringify(data ?? error)).not.toContain('"probability"');
  });

  it('the token of an attempt takes what was written offline, opens nothing else, and begins no session', async () => {
    const { id } = await assignment();
    const { attemptId, attemptToken } = await student({ id, as: 'offline' });
    const other = await student({ id: (await assignment()).id, as: 'offline' });
    const late = clientOf(given.stack.baseUrl, attemptToken);
    const path = { path: { id: attemptId } };
    const skipped = await late.POST('/v1/attempts/{id}/steps', {
      params: path,
      body: { position: 2, step: { kind: 'next' } },
    });
    const told = await Promise.all([
      late.GET('/v1/attempts/{id}', { params: path }),
      late.GET('/v1/attempts/{id}', { params: { path: { id: other.attemptId } } }),
      late.GET('/v1/attempts'),
      late.GET('/v1/me'),
      late.POST('/v1/session', { body: {} }),
    ]);
    expect([skipped, ...told].map(({ response }) => response.status)).toEqual([409, 200, 403, 403, 403, 401]);
  });

  it('a teacher opens a submission from the gradebook; its learner their own attempt, anybody else nothing', async () => {
    const { id } = await assign(given.teacher, caseId, 'graded');
    const learner = await student({ id, as: 'reviewed' });
    await learner.finish();
    const reviewed = { id, review: 'reviewed' };
    const { token, place } = await launch(given, { ...reviewed, as: 'teacher-1' });
    expect(place).toEqual({ kind: 'review', assignmentId: id, attemptId: learner.attemptId });
    const path = { params: { path: { id: learner.attemptId } } };
    const colleague = clientOf(given.stack.baseUrl, token);
    const shown = await answerOf(colleague.GET('/v1/attempts/{id}/review', path));
    expect(shown).toMatchObject({
      learner: { learnerId: learner.learnerId },
      attempt: { state: 'finished' },
    });
    const own = await launch(given, { ...reviewed, as: 'reviewed' });
    expect(own.place).toEqual({ kind: 'attempt', assignmentId: id, attemptId: learner.attemptId });
    for (const as of ['nobody-1', 'reviewed-2']) {
      const refused = await postLaunch(given, await launchForm(given, { ...reviewed, as }));
      expect(await refused.text()).toContain('lti-resource-gone');
    }
    const elsewhere = launch(given, { ...reviewed, as: 'teacher-1', course: 'course-10' });
    await expect(elsewhere).rejects.toThrow('404');
  });

  it('a platform that answers 503 is tried again, and has one score', async () => {
    book().fail(...Array.from({ length: FAILURES }, () => ({ status: 503 })));
    const { id } = await finished('check-14');
    for (let tries = 1; tries <= FAILURES; tries += 1) {
      const waits = await eventually(`it was tried ${String(tries)} times`, async () => {
        const [grade] = await gradesOf(id);
        return grade?.tries === tries && grade.state === 'retrying' && grade;
      });
      expect(waits).toMatchObject({ cause: 'platform-failed', nextTryAt: expect.any(String) });
      await letTimePass();
    }
    await standing(id, 'delivered');
    expect(keptOf('check-14')).toHaveLength(1);
  });

  itInFull('a score that was kept without an answer is found there, and not sent again', async () => {
    book().fail('stored-but-no-answer');
    const { id } = await finished('check-15');
    expect(await standing(id, 'retrying')).toMatchObject({ cause: 'no-answer' });
    await letTimePass();
    expect(await standing(id, 'delivered')).toMatchObject({ sentTwice: false });
    expect(book().posts.filter(({ userId }) => userId === 'check-15')).toHaveLength(1);
  });

  itInFull(
    'a service that is killed between commit and sending has lost nothing, and sends one score',
    async () => {
      const { stack } = given;
      const struck = join(stack.dataDir, 'post-grade-struck');
      await stack.restart('integration', {
        FAULT_POINT: 'integration:post-grade',
        FAULT_ONCE_FILE: struck,
      });
      const died = stack.exited('integration');
      const { id } = await finished('check-16');
      await died;
      expect([existsSync(struck), keptOf('check-16')]).toEqual([true, []]);
      await stack.restart('integration');
      await standing(id, 'delivered');
      expect(keptOf('check-16')).toHaveLength(1);
    },
  );

  itInFull('a deleted column needs somebody; put back and sent again, the score arrives', async () => {
    const made = await assignment();
    const { client, finish } = await student({ id: made.id, as: 'check-17' });
    const column = [...book().columns.keys()].at(-1) ?? '';
    book().deleteColumn(column);
    await finish();
    const stuck = await standing(made.id, 'needs-attention');
    expect(stuck).toMatchObject({ cause: 'column-gone', nextTryAt: null });
    expect(await gradesOf(made.id, client)).toMatchObject([{ state: 'needs-attention' }]);
    book().restoreColumn(column);
    const again = { params: { path: { id: stuck.id } } };
    await answerOf(given.teacher.POST('/v1/lti/grades/{id}/resend', again));
    await standing(made.id, 'delivered');
    expect(keptOf('check-17')).toHaveLength(1);
  });

  itInFull(
    `of ${String(STUDENTS)} who finish at once each has one score, and the platform never two requests`,
    async () => {
      const { id } = await assignment();
      const names = Array.from({ length: STUDENTS }, (_, n) => `check-18-${String(n)}`);
      const students: LaunchedLearner[] = [];
      for (let from = 0; from < STUDENTS; from += AT_ONCE)
        students.push(
          ...(await Promise.all(names.slice(from, from + AT_ONCE).map((as) => student({ id, as })))),
        );
      book().mostAtOnce = 0;
      await Promise.all(students.map(({ finish }) => finish()));
      await eventually(
        'all have their score',
        () => names.every((as) => keptOf(as).length > 0),
        STUDENTS * 1_000,
      );
      expect(names.flatMap(keptOf)).toHaveLength(STUDENTS);
      expect(book().mostAtOnce).toBe(1);
    },
  );

  itInFull('a key that was rotated is found at once; many made-up ones make us ask once', async () => {
    const { lms } = given;
    const { id } = await assignment();
    await launch(given, { id });
    lms.rotate('rotated');
    await launch(given, { id });
    const asked = () => lms.asked.filter((path) => path === '/keys').length;
    const before = asked();
    for (let n = 0; n < UNKNOWN_KEYS; n += 1) {
      lms.key = { ...lms.key, id: `made-up-${String(n)}` };
      const refused = await postLaunch(given, await launchForm(given, { id }));
      expect(await refused.text()).toContain('lti-signature');
    }
    expect(asked() - before).toBeLessThanOrEqual(1);
    lms.key = { ...lms.key, id: 'rotated' };
  });

  itInFull('of an erased learner neither id stands in any schema, queue or log', async () => {
    const { stack, teacher } = given;
    const subject = 'erase-me-1f9c';
    const made = await assignment();
    const { learnerId, finish } = await student({ id: made.id, as: subject });
    await finish();
    await standing(made.id, 'delivered');
    const dump = async (): Promise<string[]> => {
      const schemas = await database.query<{ name: string }>(
        `SELECT DISTINCT schemaname AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
      );
      const url = await stack.databaseUrl();
      const rows = schemas.rows.map(async ({ name }) =>
        (await rowsOfSchema(url, name)).map((row) => `${name}: ${row}`),
      );
      const logs = [...SERVICES, 'integration' as const].flatMap((service) =>
        stack
          .logs(service)
          .split('\n')
          .map((line) => `log of ${service}: ${line}`),
      );
      return [...(await Promise.all(rows)).flat(), ...logs];
    };
    const holding = async (): Promise<string[]> =>
      (await dump()).filter((line) => line.includes(subject) || line.includes(learnerId));
    expect(await holding()).not.toEqual([]);
    const erased = await teacher.DELETE('/v1/learners/{id}', { params: { path: { id: learnerId } } });
    expect(erased.response.status).toBe(202);
    const left = await eventually(
      'nothing is left',
      async () => (await holding()).length === 0 && 'nothing',
    ).catch(async () => (await holding()).map((line) => line.slice(0, 400)));
    expect(left).toBe('nothing');
    const back = await student({ id: made.id, as: subject });
    expect(back.learnerId).not.toBe(learnerId);
  });
});
