import { MOST_PATIENT_QUESTIONS, SEAL_PLACES, type RoleMeta, type SaidVoice } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import {
  facts,
  openMigratedDatabase,
  rowsOfSchema,
  TestClock,
  testSealer,
  type MigratedDatabase,
} from '@openrounds/testing';
import {
  answersErased,
  assignmentErased,
  caseErased,
  learnerErased,
  participantErased,
  roomErased,
} from '../../src/model/erasure-records';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { TypeOrmAnswers } from '../../src/persistence/typeorm-answers';
import { TypeOrmAssignments } from '../../src/persistence/typeorm-assignments';
import { TypeOrmAttempts } from '../../src/persistence/typeorm-attempts';
import { TypeOrmCases } from '../../src/persistence/typeorm-cases';
import { TypeOrmClasses } from '../../src/persistence/typeorm-classes';
import { TypeOrmLearners } from '../../src/persistence/typeorm-learners';
import { TypeOrmRoleRequests } from '../../src/persistence/typeorm-role-requests';
import { TypeOrmRooms } from '../../src/persistence/typeorm-rooms';
import { type TakenAway } from '../../src/ports/assignment-store';
import { type About, type NewRoleRequest } from '../../src/ports/role-request-store';
import { JoinRoom } from '../../src/use-cases/join-room';
import { aCase, AUTHOR, META, VERSIONS } from '../fixtures/cases';
import { aClass, aJoining, joined, later, NINE } from '../fixtures/people';
import { aJoin, aRoom, TENANT } from '../fixtures/rooms';

const META_OF_ROLE: RoleMeta = {
  ...META,
  versions: VERSIONS,
  acceptedAt: NINE.toISOString(),
  userId: 'a-learner',
};
const generatedBy = { model: 'a-model', promptVersion: '1' };
const MOST = MOST_PATIENT_QUESTIONS;

/** Words of which none may be read in the database. */
const TOLD = 'It hurts when she breathes in.';
const ASKED = 'Does it hurt when you laugh?';
const WRITTEN = 'A woman of 40 with a swollen leg.';
const GIVEN = 'Say since when.';

const SAID: SaidVoice = {
  sentences: [{ text: 'It hurts when I breathe in.', statements: [{ id: '1.1', text: TOLD }] }],
  dropped: { number: 1 },
  generatedBy,
};
const DRAFTED = {
  criteria: [{ criterion: 'Onset', judgement: 'missing' as const, quote: null, advice: 'Name the onset.' }],
  dropped: {},
  generatedBy,
};
const RELEASED = { criteria: [{ criterion: 'Onset', judgement: 'missing' as const, advice: GIVEN }] };

type Changes = Partial<Pick<NewRoleRequest<'patient'>, 'owner' | 'createdAt' | 'meta'>>;

const toPatient = (about: About, changes: Changes = {}): NewRoleRequest<'patient'> => ({
  ...{ id: newId(), tenantId: TENANT, role: 'patient', about, owner: 'a-learner', language: 'en' },
  createdAt: NINE,
  asked: {
    language: 'en',
    facts: facts.build(),
    sentences: [{ id: '1.1', text: TOLD }],
    question: ASKED,
    withheld: ['Pulmonary embolism'],
  },
  meta: META_OF_ROLE,
  ...changes,
});
const onSentence = (about: About, changes: Changes = {}): NewRoleRequest<'feedback-drafter'> => ({
  ...toPatient(about, { owner: AUTHOR.subject, ...changes }),
  role: 'feedback-drafter',
  asked: { language: 'en', representation: WRITTEN, rubric: ['Onset'] },
});

const goneNow = (gone: TakenAway) => assignmentErased(META, gone, { by: 'retention', at: NINE });

describe('requests of roles in Postgres', () => {
  const sealer = testSealer();
  let opened: MigratedDatabase;
  let requests: TypeOrmRoleRequests;

  beforeAll(async () => {
    opened = await openMigratedDatabase({ schema: 'teaching', entities: ENTITIES, migrations: MIGRATIONS });
    requests = new TypeOrmRoleRequests(opened.dataSource, sealer);
  });
  afterAll(() => opened.close());

  const stored = (about: About) => requests.list({ tenantId: TENANT, role: 'patient', aboutId: about.id });
  const drafts = (about: About) =>
    requests.list({ tenantId: TENANT, role: 'feedback-drafter', aboutId: about.id });
  const sent = async (id: string): Promise<unknown[]> =>
    opened.dataSource.query(`SELECT payload FROM outbox WHERE payload->>'roleRequestId' = $1`, [id]);
  const sealed = (id: string, said: unknown) => sealer.seal(said, SEAL_PLACES.roleSaid(TENANT, id));

  /** A case of the author, and what takes it away. */
  async function ofCase() {
    const cases = new TypeOrmCases(opened.dataSource, sealer);
    const given = await aCase();
    await cases.add(given);
    const { caseId, version } = given;
    const about: About = { kind: 'case', id: caseId, caseId };
    const erase = () => cases.erase(TENANT, caseId, caseErased(META, given, AUTHOR, NINE));
    return { about, owner: AUTHOR.subject, erase, caseId, version };
  }

  /** An attempt of a learner, and what takes learner, assignment and case away. */
  async function ofAttempt(createdAt = NINE) {
    const { caseId, version, erase: eraseCase } = await ofCase();
    const learners = new TypeOrmLearners(opened.dataSource, sealer);
    const assignments = new TypeOrmAssignments(opened.dataSource, sealer);
    const given = aClass();
    await new TypeOrmClasses(opened.dataSource, sealer).add(given);
    const { learnerId } = joined(await learners.join(aJoining(given)));
    const [assignmentId, attemptId] = [newId(), newId()];
    await assignments.add({
      ...{ tenantId: TENANT, assignmentId, owner: AUTHOR.subject, classId: null, caseId, caseVersion: 1 },
      ...{ contentHash: version.contentHash, versions: VERSIONS, mode: 'practice', stages: 2, attempts: 1 },
      ...{ scored: { stages: 'last', attempt: 'best' }, tutor: 'off', opensAt: null, closesAt: NINE },
      ...{ createdAt, body: version.body, forecasts: [] },
    });
    await new TypeOrmAttempts(opened.dataSource, sealer).begin(
      { tenantId: TENANT, assignmentId },
      { learnerId },
      () => ({ attemptId, at: NINE }),
    );
    const about: About = { kind: 'attempt', id: attemptId, caseId };
    const eraseWithCase = async () => {
      expect(await assignments.releaseCase(TENANT, caseId, later(1))).toBe('released');
      await eraseCase();
    };
    const eraseLearner = () => learners.erase({ learnerId }, learnerErased(META, learnerId, 'self', NINE));
    const removeAssignment = () => assignments.remove(META, assignmentId, goneNow);
    return { about, owner: learnerId, eraseWithCase, eraseLearner, removeAssignment, learners, assignments };
  }

  /** A participant of a room, and what takes them away. */
  async function ofRoom() {
    const rooms = new TypeOrmRooms(opened.dataSource, sealer);
    const answers = new TypeOrmAnswers(opened.dataSource, sealer);
    const room = aRoom();
    await rooms.add(room, 1_000);
    const ref = { tenantId: TENANT, roomId: room.roomId };
    const learners = new TypeOrmLearners(opened.dataSource, sealer);
    const [seat] = await new JoinRoom(answers, learners, new TestClock()).execute(ref, [aJoin('a')]);
    if (seat?.ok !== true) throw new Error('nobody sits');
    const { participantId, number } = seat;
    const about: About = { kind: 'room', id: room.roomId, participantId, roundId: newId(), number };
    const forget = () =>
      answers.forget(ref, participantId, (count) =>
        participantErased(META, { ...ref, participantId, answers: count }, { by: 'self', at: NINE }),
      );
    return { about, participantId, forget, rooms, ref };
  }

  it('rest sealed: what was asked, said and released', async () => {
    const [{ about }, { about: participant }] = [await ofAttempt(), await ofRoom()];
    const [question, draft] = [toPatient(about), onSentence(participant)];
    await requests.add(question, MOST);
    await requests.add(draft, MOST);
    await requests.finish(TENANT, question.id, { sealed: sealed(question.id, SAID), fault: null, at: NINE });
    await requests.finish(TENANT, draft.id, { sealed: sealed(draft.id, DRAFTED), fault: null, at: NINE });
    const ref = { roomId: participant.id, id: draft.id };
    expect(await requests.release(TENANT, ref, RELEASED, NINE)).toBe(true);
    expect(await stored(about)).toMatchObject([{ asked: question.asked, said: SAID, released: null }]);
    expect(await drafts(participant)).toMatchObject([
      { asked: draft.asked, said: DRAFTED, released: { ...RELEASED, releasedAt: NINE } },
    ]);

    const rows = await rowsOfSchema(opened.database.url('teaching'), 'teaching');
    const held = rows.filter((row) => row.includes(question.id) || row.includes(draft.id));
    // Each of them, and its job that waits to be sent.
    expect(held).toHaveLength(4);
    const words = [TOLD, ASKED, WRITTEN, GIVEN, 'when I breathe in', 'Name the onset', 'embolism'];
    expect(held.filter((row) => words.some((word) => row.includes(word)))).toEqual([]);
  });

  it('are kept and sent once, however often they come, and in the tenant alone', async () => {
    const { about } = await ofAttempt();
    const question = toPatient(about);
    await Promise.all([1, 2, 3].map(() => requests.add(question, 1)));
    expect(await stored(about)).toHaveLength(1);
    expect(await sent(question.id)).toMatchObject([{ payload: { role: 'patient', meta: META_OF_ROLE } }]);
    const elsewhere = { tenantId: 'other-school', role: 'patient', aboutId: about.id } as const;
    expect(await requests.list(elsewhere)).toEqual([]);
    const stranger = { ...toPatient(about), tenantId: 'other-school' };
    await expect(requests.add(stranger, MOST)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are as many as are allowed of one person, about one thing, of one role, also at once', async () => {
    const { about } = await ofAttempt();
    const given = Array.from({ length: 5 }, () => toPatient(about));
    const outcomes = await Promise.allSettled(given.map((each) => requests.add(each, 2)));
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toHaveLength(3);
    expect(refused).toEqual(refused.map(() => expect.objectContaining({ code: 'thread-full' })));
    expect(await stored(about)).toHaveLength(2);
    expect((await Promise.all(given.map(({ id }) => sent(id)))).flat()).toHaveLength(2);
    await requests.add(toPatient(about, { owner: 'another' }), 2);
    expect(
      await requests.list({ tenantId: TENANT, role: 'patient', aboutId: about.id, owner: 'another' }),
    ).toHaveLength(1);
  });

  it('are given out to whoever asked, page by page', async () => {
    const { about, owner } = await ofAttempt();
    const given = [1, 2, 3].map(() => toPatient(about, { owner }));
    for (const each of [...given, toPatient(about, { owner: 'another' })]) await requests.add(each, MOST);
    const page = async (after: string | null, tenantId = TENANT) =>
      (await requests.askedBy(tenantId, owner, { limit: 2, after })).map(({ id, aboutId }) => [id, aboutId]);
    const [first, second, third] = given.map(({ id }) => [id, about.id]);
    expect(await page(null)).toEqual([first, second]);
    expect(await page(second?.[0] ?? '')).toEqual([third]);
    expect(await page(null, 'other-school')).toEqual([]);
  });

  it('have ended where there is no model, and are sent to nobody', async () => {
    const { about } = await ofCase();
    const question = toPatient(about, { meta: null });
    await requests.add(question, MOST);
    expect(await stored(about)).toMatchObject([{ completedAt: NINE, said: null, fault: 'no-answer' }]);
    expect(await sent(question.id)).toEqual([]);
  });

  it('end once', async () => {
    const { about } = await ofCase();
    const question = toPatient(about);
    await requests.add(question, MOST);
    const said = { sealed: sealed(question.id, SAID), fault: null, at: later(1) };
    await requests.finish('other-school', question.id, said);
    expect(await stored(about)).toMatchObject([{ completedAt: null, said: null }]);
    await requests.finish(TENANT, question.id, said);
    await requests.finish(TENANT, question.id, { fault: 'unusable-answer', at: later(2) });
    expect(await stored(about)).toMatchObject([{ completedAt: later(1), said: SAID, fault: null }]);
  });

  it('are released where something was drafted, in that room, to that participant', async () => {
    const [{ about, participantId }, other] = [await ofRoom(), await ofRoom()];
    const draft = onSentence(about);
    await requests.add(draft, MOST);
    const release = (roomId = about.id, tenantId = TENANT, at = NINE) =>
      requests.release(tenantId, { roomId, id: draft.id }, RELEASED, at);
    expect(await release()).toBe(false);
    await requests.finish(TENANT, draft.id, { sealed: sealed(draft.id, DRAFTED), fault: null, at: NINE });
    expect([await release(other.about.id), await release(about.id, 'other-school')]).toEqual([false, false]);
    const given = () => requests.releasedTo(TENANT, [participantId, other.participantId]);
    expect(await given()).toEqual([]);
    expect(await release()).toBe(true);
    expect(await release(about.id, TENANT, later(9))).toBe(true);
    expect(await given()).toMatchObject([{ participantId, released: { ...RELEASED, releasedAt: later(9) } }]);
    expect(await requests.releasedTo('other-school', [participantId])).toEqual([]);
    expect(await requests.releasedTo(TENANT, [other.participantId])).toEqual([]);
  });

  describe('go with what they are about, also one that comes at that moment:', () => {
    const goes = async (
      { about, erase }: { readonly about: About; readonly erase: () => Promise<unknown> },
      request: () => NewRoleRequest<'patient'> | NewRoleRequest<'feedback-drafter'>,
    ) => {
      const first = request();
      await requests.add(first, MOST);
      await Promise.allSettled([requests.add(request(), MOST), erase(), requests.add(request(), MOST)]);
      expect([...(await stored(about)), ...(await drafts(about))]).toEqual([]);
      await expect(requests.add(request(), MOST)).rejects.toMatchObject({ code: 'not-found' });
      await requests.finish(TENANT, first.id, { fault: 'no-answer', at: NINE });
      expect([...(await stored(about)), ...(await drafts(about))]).toEqual([]);
    };

    it('a learner', async () => {
      const { about, owner, eraseLearner: erase } = await ofAttempt();
      await goes({ about, erase }, () => toPatient(about, { owner }));
    });

    it('an attempt, with its assignment', async () => {
      const { about, owner, removeAssignment: erase } = await ofAttempt();
      await goes({ about, erase }, () => toPatient(about, { owner }));
    });

    it('a case', async () => {
      const { about, erase } = await ofCase();
      await goes({ about, erase }, () => toPatient(about));
    });

    it('the case of an attempt', async () => {
      const { about, owner, eraseWithCase: erase } = await ofAttempt();
      await goes({ about, erase }, () => toPatient(about, { owner }));
    });

    it('a participant', async () => {
      const { about, forget: erase } = await ofRoom();
      await goes({ about, erase }, () => onSentence(about));
    });
  });

  it('are forgotten with learners who stayed away, old assignments and old rooms', async () => {
    const [seen, linked, { about: seat, rooms, ref }] = [
      await ofAttempt(later(60)),
      await ofAttempt(),
      await ofRoom(),
    ];
    await requests.add(toPatient(seen.about, { owner: seen.owner }), MOST);
    await requests.add(toPatient(linked.about, { owner: linked.owner }), MOST);
    await requests.add(onSentence(seat), MOST);
    await linked.assignments.purge({ texts: NINE, linked: later(1) }, goneNow);
    expect([await stored(linked.about), await stored(seen.about)]).toEqual([[], [expect.anything()]]);
    await seen.learners.purge({ seen: later(1), erased: NINE }, (_, learnerId) =>
      learnerErased(META, learnerId, 'retention', NINE),
    );
    expect(await stored(seen.about)).toEqual([]);
    await opened.dataSource.query('UPDATE rooms SET ended_at = $1 WHERE room_id = $2', [NINE, ref.roomId]);
    await rooms.purge(
      { people: later(1), comments: NINE, rooms: NINE },
      { answers: (room) => answersErased(META, room, NINE), room: (room) => roomErased(META, room, NINE) },
    );
    expect(await drafts(seat)).toEqual([]);
  });

  it('are forgotten when they were kept long enough', async () => {
    const { about } = await ofCase();
    const [old, young] = [toPatient(about), toPatient(about, { createdAt: later(60) })];
    await requests.add(old, MOST);
    await requests.add(young, MOST);
    const { role_requests: forgotten } = await requests.purge(later(30));
    expect(forgotten).toBeGreaterThan(0);
    expect((await stored(about)).map(({ id }) => id)).toEqual([young.id]);
  });
});
