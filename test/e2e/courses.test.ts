import { describeInFull, rowsOfSchema } from '@openrounds/testing';
import { answerOf, clientOf, type ApiClient, type Schemas } from '../support/client';
import { assign, launchedLearner, publishedCase } from '../support/launched';
import { connect, launch, type Launching, startWithLms, type WithLms } from '../support/lms';

jest.setTimeout(120_000);

const COPY = 'course-10';

/** A product with a public address is one of its own; a commit is checked with one by the tests of gradebooks. */
describeInFull('a course of a learning platform', () => {
  let given: WithLms;
  let caseId: string;

  beforeAll(async () => {
    given = await startWithLms();
    await connect(given, { roster: 'on' });
    caseId = await publishedCase(given);
  });
  afterAll(() => given.stop());

  interface Teacher {
    readonly client: ApiClient;
    readonly session: Schemas['LaunchSession'];
  }
  const teacher = async (launching: Launching): Promise<Teacher> => {
    const session = await launch(given, { as: 'teacher-1', ...launching });
    return { client: clientOf(given.stack.baseUrl, session.token), session };
  };

  describe('names', () => {
    let id: string;
    beforeAll(async () => {
      ({ id } = await assign(given.teacher, caseId));
    });
    const names = (who: ApiClient): Promise<Schemas['LearnerNames']> =>
      answerOf(who.POST('/v1/assignments/{id}/names', { params: { path: { id } } }));

    it('are told to the launched teacher, who is noted, and rest nowhere', async () => {
      const learner = await launchedLearner(given, { id, as: 'student-1' });
      const { client, session } = await teacher({ id });
      const told = await names(client);
      expect(told.outcome).toBe('read');
      expect(told.names).toContainEqual({ learnerId: learner.learnerId, name: 'Ada, a student' });
      const noted = await answerOf(given.teacher.GET('/v1/lti/names-read', { params: {} }));
      expect(noted.items).toMatchObject([{ subject: session.subject, names: told.names.length }]);
      const url = await given.stack.databaseUrl();
      const schemas = ['integration', 'teaching', 'gateway', 'bullmq'];
      const rows = await Promise.all(schemas.map((schema) => rowsOfSchema(url, schema)));
      expect(rows.flat().filter((row) => row.includes('Ada, a student'))).toEqual([]);
      const logs = ['integration', 'teaching', 'gateway'] as const;
      expect(logs.map((service) => given.stack.logs(service)).join()).not.toContain('Ada, a student');
    });

    it('are told to nobody who was not launched as a teacher of the course', async () => {
      expect(await names(given.teacher)).toEqual({ outcome: 'not-launched', names: [] });
      const learner = await launchedLearner(given, { id, as: 'student-2' });
      const asked = await learner.client.POST('/v1/assignments/{id}/names', { params: { path: { id } } });
      expect(asked.response.status).toBe(403);
    });

    it('that the platform refuses are said to be refused', async () => {
      const { client } = await teacher({ id });
      given.lms.gradeBook.failRoster({ status: 403 });
      expect(await names(client)).toEqual({ outcome: 'not-allowed', names: [] });
      expect((await names(client)).outcome).toBe('read');
    });
  });

  it('a room that a teacher chose seats whoever follows its link: once in each course', async () => {
    const { client, session } = await teacher({ id: 'choice' });
    expect(session.place).toEqual({ kind: 'choice', multiple: true });
    const room = await answerOf(
      client.POST('/v1/rooms', {
        params: {},
        body: {
          caseId,
          rounds: [{ stageNo: 1, task: { task: 'differential' }, seconds: null }],
          settings: { language: 'en', entry: 'open' },
        },
      }),
    );
    const { jwt, returnUrl } = await answerOf(
      client.POST('/v1/lti/choices', { body: { launchId: session.launchId, roomIds: [room.id] } as never }),
    );
    const chosen = await fetch(returnUrl.replace(given.lms.pagesOrigin, given.lms.origin), {
      ...{ method: 'POST', body: new URLSearchParams({ JWT: jwt }) },
    });
    expect(await chosen.text()).toContain(`/lti/r/${room.id}`);
    const seat = async (launching: Partial<Launching>) => {
      const { place } = await launch(given, { id: room.id, as: 'student-1', ...launching });
      if (place.kind !== 'room') throw new Error(JSON.stringify(place));
      return place;
    };
    const first = await seat({});
    expect(first).toMatchObject({ code: room.code, number: 1 });
    expect((await seat({})).number).toBe(1);
    expect((await seat({ course: COPY })).number).toBe(2);
    expect((await seat({ as: 'student-2' })).number).toBe(3);
    const path = { params: { path: { code: room.code } } };
    expect(
      await answerOf(clientOf(given.stack.baseUrl, first.token).GET('/v1/rooms/{code}/me', path)),
    ).toMatchObject({
      number: 1,
    });
    expect(await answerOf(client.GET('/v1/rooms/{code}', path))).toMatchObject({ participants: 3 });
    const lecture = { kind: 'lecture', code: room.code };
    const led = await teacher({ id: room.id });
    expect(led.session.place).toEqual(lecture);
    expect(await answerOf(led.client.GET('/v1/rooms/{code}', path))).toHaveProperty('control');
    const colleague = await teacher({ id: room.id, as: 'teacher-2' });
    expect(colleague.session.place).toEqual(lecture);
    expect(await answerOf(colleague.client.GET('/v1/rooms/{code}', path))).not.toHaveProperty('control');
    const came = await answerOf(colleague.client.GET('/v1/rooms/{code}/results', path));
    expect(came).toMatchObject({ participants: 3 });
  });

  it('a teacher sees what they give in other courses once an administrator lets them, from the next launch on', async () => {
    const { client } = await teacher({ id: 'choice' });
    const made = await assign(client, caseId);
    const seen = async (): Promise<boolean> => {
      const elsewhere = await teacher({ id: 'choice', course: COPY });
      const { items } = await answerOf(elsewhere.client.GET('/v1/assignments', { params: {} }));
      return items.some(({ id }) => id === made.id);
    };
    expect(await seen()).toBe(false);
    const deployments = await answerOf(given.teacher.GET('/v1/lti/deployments', { params: {} }));
    const [{ id = '' } = {}] = deployments.items;
    const path = { params: { path: { id } } };
    const changed = await answerOf(
      given.teacher.PATCH('/v1/lti/deployments/{id}', { ...path, body: { teachersSee: 'all-own' } }),
    );
    expect(changed.teachersSee).toBe('all-own');
    expect(await seen()).toBe(true);
    const stranger = client.PATCH('/v1/lti/deployments/{id}', { ...path, body: { teachersSee: 'course' } });
    expect((await stranger).response.status).toBe(403);
  });
});
