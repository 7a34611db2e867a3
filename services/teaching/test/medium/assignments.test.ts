import { type Asker, type AttemptStep, type CreateAssignmentInput } from '@openrounds/contracts';
import { type DataSource } from '@openrounds/persistence';
import { newId } from '@openrounds/platform';
import {
  codedAnswers,
  codedDiseases,
  openMigratedDatabase,
  TestClock,
  testSealer,
  type MigratedDatabase,
} from '@openrounds/testing';
import { assignmentErased } from '../../src/model/erasure-records';
import { forecastRequests } from '../../src/model/new-version';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { TypeOrmAnswers } from '../../src/persistence/typeorm-answers';
import { TypeOrmAssignments } from '../../src/persistence/typeorm-assignments';
import { TypeOrmAttempts } from '../../src/persistence/typeorm-attempts';
import { TypeOrmCases } from '../../src/persistence/typeorm-cases';
import { TypeOrmClasses } from '../../src/persistence/typeorm-classes';
import { TypeOrmCourseLinks } from '../../src/persistence/typeorm-course-links';
import { TypeOrmForecasts } from '../../src/persistence/typeorm-forecasts';
import { TypeOrmLaunched } from '../../src/persistence/typeorm-launched';
import { TypeOrmLearners } from '../../src/persistence/typeorm-learners';
import { TypeOrmRooms } from '../../src/persistence/typeorm-rooms';
import { type TakenAway } from '../../src/ports/assignment-store';
import { CasesInRooms } from '../../src/use-cases/cases-in-rooms';
import { CourseView } from '../../src/use-cases/course-view';
import { CreateAssignment } from '../../src/use-cases/create-assignment';
import { DeleteAssignment } from '../../src/use-cases/delete-assignment';
import { DeleteCase } from '../../src/use-cases/delete-case';
import { EngineStages } from '../../src/use-cases/engine-stages';
import { EraseMe } from '../../src/use-cases/erase-me';
import { FindAssignment } from '../../src/use-cases/find-assignment';
import { FindContent } from '../../src/use-cases/find-content';
import { FindRoom } from '../../src/use-cases/find-room';
import { type ForgetParticipant } from '../../src/use-cases/forget-participant';
import { GroundTutor } from '../../src/use-cases/ground-tutor';
import { JoinRoom } from '../../src/use-cases/join-room';
import { ListAssignments } from '../../src/use-cases/list-assignments';
import { ListResults } from '../../src/use-cases/list-results';
import { ListRooms } from '../../src/use-cases/list-rooms';
import { OpenClass } from '../../src/use-cases/open-class';
import { PlaceLaunched } from '../../src/use-cases/place-launched';
import { ReleaseAssignment } from '../../src/use-cases/release-assignment';
import { ReviewAttempt } from '../../src/use-cases/review-attempt';
import { ShowAssignment } from '../../src/use-cases/show-assignment';
import { ShowAttempt } from '../../src/use-cases/show-attempt';
import { ShowRoom } from '../../src/use-cases/show-room';
import { TakeAttempt } from '../../src/use-cases/take-attempt';
import { aCase, AUTHOR, COLLEAGUE, META, tinyLibraries, VERSIONS } from '../fixtures/cases';
import { aClass, aJoining, joined } from '../fixtures/people';
import { aRoom, TENANT } from '../fixtures/rooms';

const NEXT: AttemptStep = { kind: 'next' };
const stating = (points: number): AttemptStep => ({
  kind: 'commit',
  answer: {
    kind: 'differential',
    entries: [
      { diseaseId: 'pulmonary-embolism', points },
      { diseaseId: 'community-acquired-pneumonia', points: 80 - points },
      { text: 'something in her chest', points: 5 },
    ],
    other: 15,
  },
});
const guest = (learnerId: string): Asker => ({ subject: `learner:${learnerId}`, role: 'student', learnerId });

class WithData {
  constructor(readonly data: DataSource) {}
}

/** Assignments with their real stores. */
class School extends WithData {
  readonly clock = new TestClock();
  readonly libraries = tinyLibraries();
  private readonly sealer = testSealer();
  readonly cases = new TypeOrmCases(this.data, this.sealer);
  readonly classes = new TypeOrmClasses(this.data, this.sealer);
  readonly learners = new TypeOrmLearners(this.data, this.sealer);
  readonly rooms = new TypeOrmRooms(this.data, this.sealer);
  readonly answers = new TypeOrmAnswers(this.data, this.sealer);
  readonly assignments = new TypeOrmAssignments(this.data, this.sealer);
  readonly attempts = new TypeOrmAttempts(this.data, this.sealer);
  readonly forecasts = new TypeOrmForecasts(this.data);
  readonly open = new OpenClass(this.classes, false);
  readonly courseLinks = new TypeOrmCourseLinks(this.data);
  readonly view = new CourseView(this.courseLinks);
  readonly find = new FindAssignment(
    this.assignments,
    this.attempts,
    this.classes,
    this.learners,
    this.view,
    this.clock,
  );
  readonly create = new CreateAssignment(
    ...([this.assignments, this.cases, this.libraries, this.open, this.view, this.clock] as const),
  );
  readonly showOne = new ShowAssignment(this.find, this.assignments, this.attempts, this.clock);
  readonly list = new ListAssignments(
    this.assignments,
    this.classes,
    this.learners,
    this.showOne,
    this.clock,
  );
  private readonly engine = new EngineStages(this.forecasts, this.libraries);
  readonly show = new ShowAttempt(
    this.find,
    this.assignments,
    this.attempts,
    new CasesInRooms(this.rooms, this.classes),
    this.engine,
    this.clock,
  );
  private readonly findRoom = new FindRoom(this.rooms, this.classes, this.view);
  readonly ground = new GroundTutor(
    this.show,
    this.findRoom,
    new ShowRoom(this.findRoom, this.rooms, this.answers, this.engine, this.clock),
    this.forecasts,
    this.clock,
  );
  readonly take = new TakeAttempt(this.find, this.show, this.attempts, this.libraries, this.clock);
  readonly release = new ReleaseAssignment(this.find, this.assignments, this.clock);
  readonly results = new ListResults(this.find, this.attempts, this.clock);
  readonly review = new ReviewAttempt(this.find, this.show, this.view, this.attempts, this.clock);
  readonly remove = new DeleteAssignment(this.find, this.assignments, this.clock);
  readonly removeCase = new DeleteCase(this.cases, this.rooms, this.assignments, this.libraries, this.clock);
  readonly erase = new EraseMe(this.learners, this.answers, {} as ForgetParticipant, this.clock);
  readonly place = new PlaceLaunched(
    new TypeOrmLaunched(this.data, this.sealer),
    this.assignments,
    this.attempts,
    this.rooms,
    this.courseLinks,
    this.show,
    new JoinRoom(this.answers, this.learners, this.clock),
    this.clock,
  );

  /** A class of the author with a published case, and so many guests in it. */
  async begun(guests = 1) {
    const ofClass = aClass({ staff: [{ subject: AUTHOR.subject, role: 'teacher' }] });
    await this.classes.add(ofClass);
    const given = await aCase();
    await this.cases.add(given);
    await this.cases.change(TENANT, given.caseId, () => ({ state: 'published', publishedVersion: 1 }));
    const students: Asker[] = [];
    for (let at = 0; at < guests; at += 1)
      students.push(guest(joined(await this.learners.join(aJoining(ofClass))).learnerId));
    const [student = guest('nobody')] = students;
    return {
      classId: ofClass.classId,
      ofClass,
      caseId: given.caseId,
      body: given.version.body,
      student,
      students,
    };
  }

  async made(
    { caseId, classId }: { readonly caseId: string; readonly classId?: string },
    changes: Partial<CreateAssignmentInput> = {},
  ): Promise<string> {
    const assignmentId = newId();
    const given: CreateAssignmentInput = {
      ...{ caseId, classId, mode: 'practice', attempts: 1, opensAt: null, closesAt: null },
      scored: { stages: 'last', attempt: 'best' },
      tutor: 'off',
      ...changes,
    };
    await this.create.execute({ meta: META, by: AUTHOR, assignmentId, versions: VERSIONS, given });
    return assignmentId;
  }

  begin(assignmentId: string, by: Asker): Promise<string> {
    return this.take.begin({ tenantId: TENANT, assignmentId }, by);
  }

  async steps(attemptId: string, by: Asker, ...steps: readonly AttemptStep[]): Promise<void> {
    const { position } = await this.show.execute(META, attemptId, by);
    for (const [at, step] of steps.entries())
      await this.take.step(META, { attemptId, position: position + at, step }, by);
  }

  /** A whole attempt that states so much for the key at last. */
  async taken(assignmentId: string, by: Asker, points = 55): Promise<string> {
    const attemptId = await this.begin(assignmentId, by);
    await this.steps(attemptId, by, stating(20), NEXT, stating(points));
    return attemptId;
  }

  /** What the engine says of both stages. */
  async engineSays(caseId: string): Promise<void> {
    const stored = await this.cases.find(TENANT, caseId);
    const body = await this.cases.readBody(TENANT, caseId, 1);
    if (stored === undefined || stored === 'erased' || body === undefined) throw new Error('no such case');
    const contentHash = stored.versions[0]?.contentHash ?? '';
    const { vocabulary } = await this.libraries.current();
    const wanted = { meta: META, body, contentHash, versions: VERSIONS };
    const answer = codedAnswers.build({
      differential: [codedDiseases.build({ diseaseId: 'pulmonary-embolism', rank: 1 })],
    });
    for (const { id } of forecastRequests(wanted, vocabulary))
      await this.forecasts.keep(TENANT, id, { kind: 'answered', answer });
  }

  sent(job: string): Promise<{ queue: string; payload: Record<string, unknown> }[]> {
    return this.data.query('SELECT queue, payload FROM outbox WHERE job = $1 ORDER BY id', [job]);
  }
}

describe('assignments in Postgres', () => {
  let opened: MigratedDatabase;
  let school: School;

  beforeAll(async () => {
    opened = await openMigratedDatabase({ schema: 'teaching', entities: ENTITIES, migrations: MIGRATIONS });
  });
  afterAll(() => opened.close());
  beforeEach(() => {
    school = new School(opened.dataSource);
  });

  const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });

  it('lead a learner through practice: the engine’s lists after the commit, and never while a list is waited for', async () => {
    const { student, ...of } = await school.begun();
    const assignmentId = await school.made(of, { attempts: 2 });
    await school.engineSays(of.caseId);
    const attemptId = await school.begin(assignmentId, student);
    expect(await school.begin(assignmentId, student)).toBe(attemptId);
    const engines = async () =>
      (await school.show.execute(META, attemptId, student)).stages.map(({ engine }) => engine !== null);
    expect(await engines()).toEqual([false]);
    await refused(school.show.feedback(META, attemptId, student), 'commit-first');
    await refused(school.take.step(META, { attemptId, position: 1, step: NEXT }, student), 'commit-first');
    await school.steps(attemptId, student, stating(20));
    expect(await engines()).toEqual([true]);
    await school.steps(attemptId, student, NEXT);
    expect(await engines()).toEqual([false, false]);
    await school.steps(attemptId, student, stating(60));
    expect(await engines()).toEqual([true, true]);

    const feedback = await school.show.feedback(META, attemptId, student);
    expect(feedback.afterwards?.diagnosis.diseaseId).toBe('pulmonary-embolism');
    expect(feedback.score.stages).toMatchObject([
      { no: 1, counts: false, keyPoints: 20 },
      { no: 2, counts: true, keyPoints: 60, right: true },
    ]);
    expect(feedback.score.value).toBeCloseTo(
      1 - (Math.log(0.97) - Math.log(0.6)) / (Math.log(2000) + Math.log(0.97)),
      9,
    );

    // In another attempt a list is waited for: nothing of the engine or the key is told again.
    const second = await school.begin(assignmentId, student);
    expect(second).not.toBe(attemptId);
    expect(await engines()).toEqual([false, false]);
    await refused(school.show.feedback(META, attemptId, student), 'commit-first');
    await school.steps(second, student, stating(40), NEXT, stating(70));
    await refused(school.begin(assignmentId, student), 'attempts-used');
    expect(await school.sent('score-released.v1')).toEqual([]);
  });

  it('keep graded work from learners until it is released, and count what was not finished as far as it came', async () => {
    const { students, ...of } = await school.begun(2);
    const [one = guest('1'), two = guest('2')] = students;
    const assignmentId = await school.made(of, {
      mode: 'graded',
      scored: { stages: 'all', attempt: 'best' },
    });
    await school.engineSays(of.caseId);
    const finished = await school.taken(assignmentId, one);
    const open = await school.begin(assignmentId, two);
    await school.steps(open, two, stating(30));
    const told = await school.show.execute(META, finished, one);
    expect(told).toMatchObject({ state: 'finished', score: null });
    expect(told.stages.every(({ engine }) => engine === null)).toBe(true);
    await refused(school.show.feedback(META, finished, one), 'not-released');
    await refused(school.removeCase.execute(META, of.caseId, AUTHOR), 'case-in-assignment');
    await refused(school.release.execute(META, assignmentId, COLLEAGUE), 'forbidden');

    await school.release.execute(META, assignmentId, AUTHOR);
    await school.release.execute(META, assignmentId, AUTHOR);
    const records = (await school.sent('append-record.v1')).filter(
      ({ payload }) => payload['subjectId'] === assignmentId,
    );
    expect(records).toMatchObject([
      { queue: 'explanation-log', payload: { kind: 'marks-released', record: { attempts: 2 } } },
    ]);
    const step = { attemptId: open, position: 2, step: NEXT };
    await refused(school.take.step(META, step, two), 'assignment-closed');
    expect(await school.show.execute(META, open, two)).toMatchObject({ state: 'ended' });
    expect((await school.show.feedback(META, finished, one)).stages[1]?.engine).not.toBeNull();
    const { items, withheld } = await school.results.execute({
      meta: META,
      by: AUTHOR,
      assignmentId,
      limit: 10,
    });
    expect(withheld).toBe(0);
    expect(items.map(({ state }) => state)).toEqual(['finished', 'ended']);
    expect(items[1]?.score.stages.map(({ part }) => part > 0)).toEqual([true, false]);

    // What is left of an erased case are its scores.
    await school.removeCase.execute(META, of.caseId, AUTHOR);
    await refused(school.show.feedback(META, finished, one), 'case-erased');
    const after = await school.results.execute({ meta: META, by: AUTHOR, assignmentId, limit: 10 });
    expect(after.items).toEqual(items);
  });

  it('are closed in time, three seconds granted', async () => {
    const { student, ...of } = await school.begun();
    const at = (seconds: number) => new Date(school.clock.now().getTime() + seconds * 1000).toISOString();
    const assignmentId = await school.made(of, { opensAt: at(10), closesAt: at(20) });
    await refused(school.begin(assignmentId, student), 'not-open');
    school.clock.advance(10);
    const attemptId = await school.begin(assignmentId, student);
    school.clock.advance(12);
    await school.steps(attemptId, student, stating(20));
    school.clock.advance(1);
    await refused(
      school.take.step(META, { attemptId, position: 2, step: NEXT }, student),
      'assignment-closed',
    );
    await refused(school.begin(assignmentId, student), 'assignment-closed');
    const repeated = { attemptId, position: 1, step: stating(20) };
    await school.take.step(META, repeated, student);
    await refused(school.take.step(META, { ...repeated, step: stating(21) }, student), 'step-out-of-order');
    const wrong = { ...repeated, step: { ...stating(20) } as Extract<AttemptStep, { kind: 'commit' }> };
    wrong.step = { ...wrong.step, answer: { ...wrong.step.answer, other: 99 } };
    await refused(school.take.step(META, wrong, student), 'invalid-request');
  });

  it('take a step and an attempt once, however often and at once they are sent', async () => {
    const { student, ...of } = await school.begun();
    const assignmentId = await school.made(of);
    const begun = await Promise.all(Array.from({ length: 6 }, () => school.begin(assignmentId, student)));
    expect(new Set(begun).size).toBe(1);
    const [attemptId = ''] = begun;
    const step = { attemptId, position: 1, step: stating(20) };
    await Promise.all(Array.from({ length: 6 }, () => school.take.step(META, step, student)));
    expect((await school.show.execute(META, attemptId, student)).position).toBe(2);
  });

  it('show practice of those who agree, to their own teachers, and a learner nothing of others', async () => {
    const { students, ...of } = await school.begun(2);
    const [one = guest('1'), two = guest('2')] = students;
    const assignmentId = await school.made(of);
    const attemptId = await school.taken(assignmentId, one);
    await school.taken(assignmentId, two);
    const consent = { purpose: 'class', granted: true, textVersion: 1 } as const;
    await school.learners.decide(TENANT, one, [consent], school.clock.now());
    const results = (by: Asker) => school.results.execute({ meta: META, by, assignmentId, limit: 1 });
    expect(await results(AUTHOR)).toMatchObject({ items: [{ learnerId: one.learnerId }], withheld: 1 });
    await refused(results(COLLEAGUE), 'forbidden');
    await refused(school.show.execute(META, attemptId, two), 'not-found');
    const stranger = (await school.begun()).student;
    await refused(school.begin(assignmentId, stranger), 'not-found');
    const listed = (by: Asker) => school.list.execute({ meta: META, by, limit: 10 });
    expect((await listed(one)).items).toMatchObject([{ id: assignmentId, own: { attempts: 1, open: null } }]);
    expect((await listed(stranger)).items).toEqual([]);
    expect((await listed(AUTHOR)).items[0]).toMatchObject({
      id: assignmentId,
      own: null,
      taken: { learners: 2, attempts: 2, finished: 2 },
    });
    await school.remove.execute(META, assignmentId, AUTHOR);
    await refused(school.show.execute(META, attemptId, one), 'not-found');
  });

  it('let learners ask the tutor where the teacher says so, with their feedback and never while a list is waited for', async () => {
    const { students, ...of } = await school.begun(2);
    const [student = guest('1'), other = guest('2')] = students;
    await school.engineSays(of.caseId);
    const grounds = (id: string, by: Asker, withList = true) =>
      school.ground.execute({ meta: META, by, about: { kind: 'attempt', id }, withList });
    const silent = await school.taken(await school.made(of), student);
    await refused(grounds(silent, student), 'forbidden');

    const assignmentId = await school.made(of, { tutor: 'socratic', attempts: 2 });
    const attemptId = await school.begin(assignmentId, student);
    const waits = () => refused(grounds(attemptId, student, false), 'commit-first');
    await waits();
    for (const step of [stating(20), NEXT]) {
      await school.steps(attemptId, student, step);
      await waits();
    }
    await school.steps(attemptId, student, stating(60));
    expect(await grounds(attemptId, student)).toMatchObject({
      mode: 'socratic',
      goesWith: [of.caseId, assignmentId],
      versions: VERSIONS,
      answer: { differential: [{ diseaseId: 'pulmonary-embolism' }] },
    });
    expect((await grounds(attemptId, student, false)).answer).toBeNull();
    await refused(grounds(attemptId, other), 'not-found');
    await refused(grounds(attemptId, AUTHOR), 'not-found');

    const second = await school.begin(assignmentId, student);
    await waits();
    await school.steps(second, student, stating(40), NEXT, stating(70));
    await grounds(attemptId, student);

    const graded = await school.made(of, { mode: 'graded', tutor: 'answers' });
    const done = await school.taken(graded, student);
    await refused(grounds(done, student), 'not-released');
    await school.release.execute(META, graded, AUTHOR);
    expect(await grounds(done, student)).toMatchObject({ mode: 'answers' });

    await school.remove.execute(META, graded, AUTHOR);
    expect((await school.sent('forget-tutor.v1')).map(({ payload }) => payload['ids'])).toContainEqual([
      graded,
    ]);
  });

  it('are deleted by who leads them, and the log says by whom in which role and of how many attempts, once', async () => {
    const { students, ...of } = await school.begun(2);
    const [one = guest('1'), two = guest('2')] = students;
    await school.classes.change(TENANT, of.classId, () => ({
      staff: { subject: COLLEAGUE.subject, role: 'teacher' },
    }));
    const admin: Asker = { subject: 'somebody', role: 'admin' };
    const recorded = async (assignmentId: string) =>
      (await school.sent('append-erasure.v1'))
        .map(({ queue, payload }) => ({ queue, ...payload }))
        .filter((each) => 'subject' in each && each.subject === assignmentId);
    const deleted = async (by: Asker): Promise<void> => {
      const assignmentId = await school.made(of);
      const attempts = [await school.taken(assignmentId, one), await school.taken(assignmentId, two)];
      await refused(school.remove.execute(META, assignmentId, one), 'forbidden');
      expect(await recorded(assignmentId)).toEqual([]);
      await school.remove.execute(META, assignmentId, by);
      await refused(school.remove.execute(META, assignmentId, by), 'not-found');
      const records = await recorded(assignmentId);
      expect(records).toEqual([
        {
          queue: 'explanation-log',
          meta: META,
          recordId: expect.any(String),
          kind: 'assignment-erased',
          subject: assignmentId,
          by: by === AUTHOR ? 'owner' : by === admin ? 'administrator' : 'staff',
          at: school.clock.now().toISOString(),
          held: { attempts: 2 },
        },
      ]);
      const names = [...attempts, by.subject, one.learnerId ?? '', two.learnerId ?? ''];
      for (const name of names) expect(JSON.stringify(records)).not.toContain(name);
    };
    for (const by of [AUTHOR, COLLEAGUE, admin]) await deleted(by);
  });

  it('stay, and nothing is recorded, where the record cannot be written with their deletion', async () => {
    const { student, ...of } = await school.begun();
    const assignmentId = await school.made(of);
    const attemptId = await school.taken(assignmentId, student);
    const failing = school.assignments.remove(META, assignmentId, () => {
      throw new Error('the process ends here');
    });
    await expect(failing).rejects.toThrow('the process ends here');
    expect(await school.show.execute(META, attemptId, student)).toMatchObject({ state: 'finished' });
    const forgets = (await school.sent('forget-tutor.v1')).map(({ payload }) => payload['ids']);
    expect(forgets).not.toContainEqual([assignmentId]);
  });

  it('are withheld while the class takes the case in a room', async () => {
    const { student, ...of } = await school.begun();
    const assignmentId = await school.made(of);
    const attemptId = await school.begin(assignmentId, student);
    const room = aRoom({ caseId: of.caseId, classId: of.classId });
    await school.rooms.add(room, 100);
    await school.rooms.change(room, ({ room: before }) => ({ room: { ...before, state: 'running' } }));
    await refused(school.show.execute(META, attemptId, student), 'case-in-room');
    await refused(school.begin(assignmentId, student), 'case-in-room');
  });

  it('place launched learners by link, tell their scores apart, and erase them', async () => {
    const of = await school.begun(0);
    const practice = await school.made({ caseId: of.caseId }, { attempts: 2 });
    const learnerId = newId();
    const [link, copied] = [newId(), newId()];
    const launch = (linkId: string, id = practice, kind: 'assignment' | 'room' = 'assignment') =>
      school.place.execute({ meta: META, linkId, learnerId, content: { kind, id } });
    const first = await launch(link);
    expect(await launch(link)).toEqual(first);
    const by = guest(learnerId);
    const attemptOf = (placed: Awaited<ReturnType<typeof launch>>) =>
      placed.kind === 'assignment' ? placed.attemptId : '';
    await school.steps(attemptOf(first), by, stating(20), NEXT, stating(60));
    const steps = (await school.sent('attempt-stepped.v1')).map(({ payload }) => payload);
    expect(steps).toMatchObject([
      { linkId: link, learnerId, attemptId: attemptOf(first), position: 1, stage: 1, finished: false },
      { position: 2, stage: 2, differential: null, score: null },
      { position: 3, stage: 2, finished: true, score: expect.any(Number) },
    ]);
    expect(steps[0]?.['differential']).toEqual([
      { diseaseId: 'pulmonary-embolism', probability: 0.2 },
      { diseaseId: 'community-acquired-pneumonia', probability: 0.6 },
      { diseaseId: null, probability: 0.2 },
    ]);
    const again = await school.taken(practice, by, 40);
    // None is left: the last one is shown.
    expect(attemptOf(await launch(link))).toBe(again);
    const elsewhere = await launch(copied);
    expect(attemptOf(elsewhere)).not.toBe(again);
    const scores = (await school.sent('score-released.v1')).filter(
      ({ payload }) => payload['learnerId'] === learnerId,
    );
    expect(scores).toMatchObject([
      { queue: 'integration', payload: { linkId: link, version: 1, activityProgress: 'Completed' } },
      { queue: 'integration', payload: { linkId: link, version: 2 } },
    ]);
    expect(scores[1]?.payload['score']).toBe(scores[0]?.payload['score']);
    await school.steps(attemptOf(elsewhere), by, stating(20));
    await school.release.execute(META, practice, AUTHOR);
    const released = (await school.sent('score-released.v1')).slice(-2).map(({ payload }) => payload);
    expect(released).toMatchObject([
      { linkId: link, version: 3, score: scores[0]?.payload['score'] },
      { linkId: copied, version: 2, score: 0, activityProgress: 'InProgress' },
    ]);

    const room = aRoom();
    await school.rooms.add(room, 100);
    const seat = await launch(link, room.roomId, 'room');
    expect(seat).toMatchObject({ kind: 'room', number: 1 });
    expect(await launch(link, room.roomId, 'room')).toEqual(seat);

    await school.erase.launched(META, learnerId);
    await school.erase.launched(META, learnerId);
    expect(await school.sent('erase-learner.v1')).toMatchObject([
      { queue: 'gateway' },
      { queue: 'integration' },
    ]);
    await refused(launch(link), 'learner-erased');
    const left = await opened.dataSource.query<unknown[]>(
      'SELECT attempt_id FROM attempts WHERE learner_id = $1',
      [learnerId],
    );
    expect(left).toEqual([]);
  });

  describe('seen from the courses of another system', () => {
    const teacher = (courseId: string, beyondCourse = false): Asker => ({
      ...{ subject: `learner:${newId()}`, role: 'teacher', courseId, beyondCourse },
    });
    const review = (attemptId: string, by: Asker) => school.review.execute(META, attemptId, by);

    /** One assignment, linked in two courses, taken in both by the same learner. */
    async function inTwoCourses() {
      const { caseId } = await school.begun(0);
      const assignmentId = await school.made({ caseId }, { mode: 'graded', attempts: 2 });
      const learnerId = newId();
      const courses = [newId(), newId()] as const;
      const taken: { linkId: string; attemptId: string }[] = [];
      for (const courseId of courses) {
        const linkId = newId();
        const content = { kind: 'assignment' as const, id: assignmentId };
        const placed = await school.place.execute({ meta: META, linkId, learnerId, courseId, content });
        const attemptId = placed.kind === 'assignment' ? placed.attemptId : '';
        await school.steps(attemptId, guest(learnerId), stating(20), NEXT, stating(60));
        taken.push({ linkId, attemptId });
      }
      const [here = { linkId: '', attemptId: '' }, there = here] = taken;
      return { caseId, assignmentId, learnerId, courses, here, there };
    }

    it('a review is of the attempt that counts: for its teachers and whoever took it, in that course', async () => {
      const { assignmentId, learnerId, courses, here, there } = await inTwoCourses();
      const again = await school.begin(assignmentId, guest(learnerId));
      await school.steps(again, guest(learnerId), stating(40));
      const meant = (by: Asker, { linkId }: { linkId: string }, id = learnerId) =>
        school.review.ofLearner({ meta: META, by, linkId, learnerId: id, assignmentId });
      expect(await meant(teacher(courses[0]), here)).toEqual({ attemptId: here.attemptId });
      expect(await meant(guest(learnerId), there)).toEqual({ attemptId: there.attemptId });
      await refused(meant(guest(newId()), here), 'not-found');
      await refused(meant(teacher(courses[0]), here, newId()), 'not-found');
      await refused(meant(teacher(newId()), here), 'forbidden');

      const told = await review(here.attemptId, teacher(courses[0]));
      expect(told.learner).toMatchObject({ learnerId, linkId: here.linkId, name: null });
      expect(told.attempt.stages.map(({ own }) => own?.entries[0]?.points)).toEqual([20, 60]);
      expect(told.feedback.afterwards?.diagnosis.diseaseId).toBe('pulmonary-embolism');
      expect(told.feedback.score.stages[1]).toMatchObject({ keyPoints: 60, right: true });
      await refused(review(there.attemptId, teacher(courses[0])), 'not-found');
      await refused(review(here.attemptId, teacher(newId())), 'forbidden');
      expect((await review(there.attemptId, AUTHOR)).attempt.id).toBe(there.attemptId);
    });

    it('results and numbers are those of the course, and acting is for whoever gave it', async () => {
      const { assignmentId, courses, here } = await inTwoCourses();
      const by = teacher(courses[0]);
      const results = (asker: Asker) =>
        school.results.execute({ meta: META, by: asker, assignmentId, limit: 10 });
      expect((await results(by)).items.map(({ linkId }) => linkId)).toEqual([here.linkId]);
      expect((await results(AUTHOR)).items).toHaveLength(2);
      const ref = { tenantId: TENANT, assignmentId };
      expect((await school.showOne.execute(ref, by)).taken).toEqual({
        learners: 1,
        attempts: 1,
        finished: 1,
      });
      await refused(school.release.execute(META, assignmentId, by), 'forbidden');
      await refused(school.remove.execute(META, assignmentId, by), 'forbidden');
    });

    it('one’s own of other courses is not there, unless an administrator lets it be seen', async () => {
      const { caseId, courses } = await inTwoCourses();
      const by = teacher(courses[0]);
      const given: CreateAssignmentInput = {
        ...{ caseId, mode: 'practice', attempts: 1, opensAt: null, closesAt: null },
        scored: { stages: 'last', attempt: 'best' },
        tutor: 'off',
      };
      const assignmentId = newId();
      await school.create.execute({ meta: META, by, assignmentId, versions: VERSIONS, given });
      const seen = async (asker: Asker) => {
        const { items } = await school.list.execute({ meta: META, by: asker, limit: 10 });
        return items.some(({ id }) => id === assignmentId);
      };
      const elsewhere = { ...by, courseId: courses[1] };
      const wider = { ...elsewhere, beyondCourse: true };
      expect([await seen(by), await seen(elsewhere), await seen(wider)]).toEqual([true, false, true]);
      expect(await seen(teacher(courses[0]))).toBe(true);
      const ref = { tenantId: TENANT, assignmentId };
      await refused(school.showOne.execute(ref, elsewhere), 'not-found');
      expect(await school.showOne.execute(ref, wider)).toMatchObject({ id: assignmentId });
    });

    it('a room stands in the course of its link: listed and its results told there, led by whoever opened it', async () => {
      const [owner, courseId, linkId] = [teacher(newId()), newId(), newId()];
      const room = { ...aRoom(), owner: owner.subject };
      await school.rooms.add(room, 100);
      const { roomId } = room;
      const content = { kind: 'room' as const, id: roomId };
      await school.place.openLink({ meta: META, linkId, courseId, content });
      const rooms = new ListRooms(school.rooms, school.classes);
      const find = new FindRoom(school.rooms, school.classes, school.view);
      const seen = async (by: Asker) =>
        (await rooms.execute({ meta: META, by, limit: 100 })).items.some(({ id }) => id === roomId);
      const colleague = teacher(courseId);
      expect([await seen(colleague), await seen(teacher(newId()))]).toEqual([true, false]);
      expect([await seen(owner), await seen({ ...owner, courseId })]).toEqual([false, true]);
      const stored = await find.byId({ tenantId: TENANT, roomId });
      await find.requireTeacher(stored, colleague);
      await refused(find.requireLeader(stored, colleague), 'forbidden');
      await refused(find.requireTeacher(stored, owner), 'not-found');
      expect((await find.execute(roomId)).courses).toEqual([courseId]);
      const there = new FindContent(school.assignments, school.rooms);
      expect(await there.execute({ meta: META, id: roomId })).toEqual({ kind: 'room' });
    });

    it('practice of a learner who did not agree is not reviewed', async () => {
      const { caseId } = await school.begun(0);
      const assignmentId = await school.made({ caseId });
      const [learnerId, courseId] = [newId(), newId()];
      const content = { kind: 'assignment' as const, id: assignmentId };
      const placed = await school.place.execute({
        meta: META,
        linkId: newId(),
        learnerId,
        courseId,
        content,
      });
      const attemptId = placed.kind === 'assignment' ? placed.attemptId : '';
      await refused(review(attemptId, teacher(courseId)), 'practice-withheld');
      const consent = { purpose: 'class', granted: true, textVersion: 1 } as const;
      await school.learners.decide(TENANT, { learnerId }, [consent], school.clock.now());
      expect((await review(attemptId, teacher(courseId))).attempt.state).toBe('committing');
    });
  });

  it('forget words that were kept long enough, and assignments with their class', async () => {
    const { student, ...of } = await school.begun();
    const [ofClass, ofLinks] = [await school.made(of), await school.made({ caseId: of.caseId })];
    const attemptId = await school.taken(ofClass, student);
    const before = await school.show.feedback(META, attemptId, student);
    const words = async () =>
      (await school.show.execute(META, attemptId, student)).stages.map(({ own }) => own?.entries[2]?.text);
    expect(await words()).toEqual(['something in her chest', 'something in her chest']);
    const later = new Date(school.clock.now().getTime() + 1000);
    const told = { by: 'retention', at: later } as const;
    const recordOf = (gone: TakenAway) => assignmentErased(META, gone, told);
    expect(await school.assignments.purge({ texts: later, linked: later }, recordOf)).toMatchObject({
      attempt_texts: expect.any(Number),
    });
    const recorded = async (assignmentId: string) =>
      (await school.sent('append-erasure.v1')).filter(({ payload }) => payload['subject'] === assignmentId);
    const record = { kind: 'assignment-erased', by: 'retention', at: later.toISOString() };
    expect(await recorded(ofLinks)).toMatchObject([{ payload: { ...record, held: { attempts: 0 } } }]);
    expect(await recorded(ofClass)).toEqual([]);
    expect(await words()).toEqual([null, null]);
    expect(await school.show.feedback(META, attemptId, student)).toEqual(before);
    const there = async (assignmentId: string) =>
      (await school.assignments.find({ tenantId: TENANT, assignmentId })) !== undefined;
    expect([await there(ofClass), await there(ofLinks)]).toEqual([true, false]);
    await school.classes.change(TENANT, of.classId, () => ({ archivedAt: school.clock.now() }));
    await school.classes.purge(later, recordOf);
    await school.classes.purge(later, recordOf);
    expect(await there(ofClass)).toBe(false);
    expect(await recorded(ofClass)).toMatchObject([{ payload: { ...record, held: { attempts: 1 } } }]);
  });
});
