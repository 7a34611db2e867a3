import {
  DomainError,
  GivenClass,
  GivenClassJoin,
  JoinClassInput,
  SEAL_PLACES,
  type Class,
  type ExportLine,
  type Me,
  type Principal,
  type TutorQuestionRecord,
  type TutorThreadRecord,
} from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { principals, TestClock, testSealer } from '@openrounds/testing';
import { MemoryCredentials } from '../../../test/doubles/memory-credentials';
import { MemoryIdempotency } from '../../../test/doubles/memory-idempotency';
import { answering } from '../../../test/fixtures/doubles';
import { RateLimit } from '../rate-limit';
import { type TeachingRequest } from '../teaching-cases';
import { ForgetLearner } from './forget-learner';
import { resumeCodeOf } from '../resume-code';
import { JoinClass } from './join-class';
import { ManageClasses } from './manage-classes';
import { type TutorGround } from '../tutor-grounds';
import { OwnData } from './own-data';
import { OwnTutorThreads } from './own-tutor-threads';

const sealer = testSealer();
const teacher = principals.build({ tenantId: 'school', role: 'teacher' });
const requestOf = (principal: Principal): TeachingRequest => ({
  principal,
  meta: { tenantId: principal.tenantId, requestId: 'request-1' },
  language: 'en',
});
const shown = (told: unknown) => ({
  sealed: sealer.seal(told, SEAL_PLACES.shownPeople('school', 'request-1')),
});
const LINE = { id: 'finding:wheeze', kind: 'finding' as const, text: 'Wheeze: absent' };
const SAID = {
  answered: true,
  sentences: [{ text: 'There is no wheeze.', evidence: [LINE.id] }],
  ...{ asksBack: null, dropped: {}, generatedBy: { model: 'a-model', promptVersion: '1' } },
};
const AT = new Date('2026-11-20T09:00:00.000Z');
const THREAD: TutorThreadRecord = {
  ...{ id: newId(), language: 'en', socratic: false, createdAt: AT },
  about: { kind: 'attempt', id: newId() },
  owner: { kind: 'learner', id: 'student' },
};
const ASKED: TutorQuestionRecord = {
  ...{ id: newId(), threadId: THREAD.id, createdAt: AT, completedAt: AT, question: 'Why not asthma?' },
  ...{ evidence: [LINE], said: SAID, fault: null },
};
async function* noLines(): AsyncGenerator<ExportLine> {}
const CLASS: Class = {
  id: newId(),
  name: 'Year 4',
  language: 'en',
  practiceUnreviewed: false,
  archivedAt: null,
  as: 'teacher',
  joinCode: 'K7QF2M9X',
  members: 0,
  staff: [],
};

describe('classes in the gateway', () => {
  it('are made once for one key, with a sealed name and a code that can be read out', async () => {
    const given: [string, GivenClass][] = [];
    const services = answering({
      'create-class.v1': ({ classId, sealed }) => {
        given.push([classId, sealer.open(sealed, SEAL_PLACES.givenClass('school', classId), GivenClass)]);
        return shown({ ...CLASS, id: classId });
      },
    });
    const classes = new ManageClasses(services, new MemoryIdempotency(), sealer, new TestClock());
    const make = () =>
      classes.create(
        requestOf(teacher),
        { name: 'Year 4', language: 'en', practiceUnreviewed: false },
        { key: 'a', bodyHash: 'b' },
      );
    const [first, again] = [await make(), await make()];
    expect(first.joinCode).toBe('K7QF-2M9X');
    expect(again.id).toBe(first.id);
    expect(given.map(([, { name }]) => name)).toEqual(['Year 4', 'Year 4']);
  });

  it('are listed from a cursor to a cursor', async () => {
    const asked: (string | undefined)[] = [];
    const services = answering({
      'list-classes.v1': ({ before }) => {
        asked.push(before);
        return { ...shown([CLASS]), more: before === undefined };
      },
    });
    const classes = new ManageClasses(services, new MemoryIdempotency(), sealer, new TestClock());
    const { nextCursor } = await classes.list(requestOf(teacher), { limit: 1 });
    const rest = await classes.list(requestOf(teacher), { limit: 1, cursor: nextCursor ?? '' });
    expect(rest.nextCursor).toBeNull();
    expect(asked).toEqual([undefined, CLASS.id]);
    await expect(classes.list(requestOf(teacher), { limit: 1, cursor: 'x' })).rejects.toMatchObject({
      code: 'invalid-request',
    });
  });
});

describe('joining a class', () => {
  const learner = { id: newId(), pseudonym: 'L-7K2M9X', name: null };
  let given: GivenClassJoin[];
  let codes: string[];
  let account: boolean;
  let join: JoinClass;

  beforeEach(() => {
    given = [];
    codes = [];
    account = false;
    const services = answering({
      'find-class.v1': ({ code }) => {
        codes.push(code);
        return { classId: CLASS.id, tenantId: 'school' };
      },
      'join-class.v1': ({ sealed }) => {
        given.push(sealer.open(sealed, SEAL_PLACES.givenClassJoin('school', CLASS.id), GivenClassJoin));
        return shown({
          learner,
          class: { id: CLASS.id, name: CLASS.name, language: 'en' },
          account,
          isResumedBy: !account,
        });
      },
    });
    const tokens = { sign: () => Promise.resolve({ token: 'token', expiresAt: new Date(0) }) };
    const limits = { requests: 100, bytes: 100, unknownRequests: 100 };
    join = new JoinClass(services, tokens, new RateLimit(limits, false), sealer);
  });

  const joining = (input: object, principal?: Principal) =>
    join.execute({
      input: JoinClassInput.parse({ code: 'k7qf-2m9x', ...input }),
      address: '192.0.2.7',
      request: { requestId: 'request-1' },
      principal,
    });

  it('gives a guest a token, and a code that follows from what the phone made up', async () => {
    const joinKey = 'bDk0T2pXQm1Ld1hqUnZ6Zw';
    const joined = await joining({ joinKey, name: '张三' });
    expect(joined).toMatchObject({
      learner,
      token: 'token',
      resumeCode: expect.stringMatching(/^\w{4}-\w{4}-\w\w$/),
    });
    expect(joined.resumeCode?.replaceAll('-', '')).toBe(resumeCodeOf('class', CLASS.id, joinKey));
    expect((await joining({ joinKey })).resumeCode).toBe(joined.resumeCode);
    expect(codes).toEqual(['K7QF2M9X', 'K7QF2M9X']);
    expect(given[0]).toMatchObject({ name: '张三', subject: null, learnerId: null, resumes: false });
    expect(given[0]?.joinKeyHash).toBe(given[1]?.joinKeyHash);
    expect(JSON.stringify(given)).not.toContain(joinKey);
  });

  it('makes a key where none was sent', async () => {
    const codes_ = [await joining({}), await joining({})].map(({ resumeCode }) => resumeCode);
    expect(new Set(codes_).size).toBe(2);
  });

  it('brings a guest back, and shows no code a second time', async () => {
    const first = await joining({});
    const back = await joining({ resumeCode: ` ${first.resumeCode?.toLowerCase() ?? ''} ` });
    expect(back.resumeCode).toBeUndefined();
    expect(given[1]).toMatchObject({ resumes: true, resumeHash: given[0]?.resumeHash });
  });

  it('knows who is signed in, and gives an account neither token nor code', async () => {
    account = true;
    const student = principals.build({ tenantId: 'school', subject: 'student', role: 'student' });
    const joined = await joining({}, student);
    expect([joined.token, joined.resumeCode]).toEqual([undefined, undefined]);
    expect(given[0]).toMatchObject({ subject: 'student', learnerId: null });
    await expect(joining({}, { ...student, tenantId: 'elsewhere' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('knows a guest by the token of another class of the school, and of no other', async () => {
    const guest = principals.build({ tenantId: 'school', role: 'student', learnerId: learner.id });
    await joining({}, guest);
    await joining({}, { ...guest, tenantId: 'elsewhere' });
    expect(given.map(({ learnerId, subject }) => [learnerId, subject])).toEqual([
      [learner.id, null],
      [null, null],
    ]);
  });
});

describe('one’s own data', () => {
  const student = principals.build({ tenantId: 'school', role: 'student' });

  it('is read and decided on', async () => {
    const consents: Me['consents'] = [{ purpose: 'keep', granted: true, at: null, textVersion: null }];
    const me: Me = {
      id: newId(),
      pseudonym: 'L-7K2M9X',
      name: null,
      account: true,
      createdAt: '2026-11-20T09:00:00.000Z',
      consents,
      classes: [],
    };
    const services = answering({ 'read-me.v1': () => shown(me), 'record-consents.v1': () => shown(me) });
    const own = new OwnData(services, sealer, { lines: noLines });
    expect(await own.read(requestOf(student))).toEqual(me);
    expect(await own.consents(requestOf(student))).toEqual({ consents });
    expect(await own.decide(requestOf(student), [])).toEqual({ consents });
  });

  it('is given out line by line, over all pages', async () => {
    const line: ExportLine = {
      kind: 'membership',
      classId: newId(),
      className: 'Year 4',
      team: null,
      joinedAt: '2026-11-20T09:00:00.000Z',
      leftAt: null,
    };
    const asked: unknown[] = [];
    const services = answering({
      'export-me.v1': ({ from }) => {
        asked.push(from);
        const next = from.part < 2 ? { part: from.part + 1, after: null } : null;
        return { ...shown(from.part === 1 ? [] : [line, line]), next };
      },
    });
    const lines: string[] = [];
    const own = new OwnData(services, sealer, { lines: noLines });
    for await (const each of await own.export(requestOf(student))) lines.push(each);
    expect(lines).toEqual(Array.from({ length: 4 }, () => `${JSON.stringify(line)}\n`));
    expect(asked).toEqual([0, 1, 2].map((part) => ({ part, after: null })));
  });

  it('is given out with the questions to the tutor, their answers only while they may be read', async () => {
    const oneself: ExportLine = {
      kind: 'learner',
      ...{ id: newId(), subject: student.subject, pseudonym: 'L-7K2M9X', name: null },
      ...{ createdAt: '2026-11-20T09:00:00.000Z', lastSeenAt: '2026-11-20T09:00:00.000Z' },
    };
    const services = answering({ 'export-me.v1': () => ({ ...shown([oneself]), next: null }) });
    const owners: string[] = [];
    const tutor = {
      ofLearner: (_tenantId: string, learner: string) => {
        owners.push(learner);
        return Promise.resolve([THREAD]);
      },
      questions: () => Promise.resolve([ASKED]),
    };
    const told = async (readable: boolean, of?: string): Promise<ExportLine | undefined> => {
      const refused = new DomainError('commit-first');
      const of_ = () => (readable ? Promise.resolve({} as TutorGround) : Promise.reject(refused));
      const own = new OwnData(services, sealer, new OwnTutorThreads(tutor, { of: of_ }));
      const lines: string[] = [];
      for await (const each of await own.export(requestOf(student), of)) lines.push(each);
      return JSON.parse(lines.at(-1) ?? '{}') as ExportLine;
    };
    const answered = {
      ...{ kind: 'tutor-question', attemptId: THREAD.about.id, question: 'Why not asthma?', withheld: false },
      label: expect.stringContaining('AI-generated'),
      sentences: [{ text: 'There is no wheeze.', evidence: [LINE], generatedBy: SAID.generatedBy }],
    };
    expect(await told(true)).toMatchObject(answered);
    expect(await told(false)).toMatchObject({ ...answered, sentences: [], withheld: true });
    const forAdmin = { ...answered, question: '[withheld]', sentences: [], withheld: true };
    expect(await told(true, oneself.id)).toMatchObject(forAdmin);
    expect(new Set(owners)).toEqual(new Set([student.subject]));
  });

  it('is forgotten in the gateway with whoever is erased', async () => {
    const [credentials, idempotency] = [
      new MemoryCredentials(new MemoryIdempotency()),
      new MemoryIdempotency(),
    ];
    const at = new Date('2026-11-20T09:00:00.000Z');
    await credentials.addSession('hash', {
      principal: student,
      csrfToken: 'csrf',
      expiresAt: new Date(at.getTime() + 1000),
      idleAt: new Date(at.getTime() + 1000),
    });
    const claim = {
      principal: student,
      key: 'a',
      operation: 'createRun',
      bodyHash: 'b',
      resourceId: newId(),
    };
    await idempotency.claim(claim, at);
    const tutor = { erase: jest.fn(() => Promise.resolve()) };
    await new ForgetLearner(credentials, idempotency, tutor).execute(student.tenantId, student.subject);
    expect(await credentials.findSession('hash', at)).toBeUndefined();
    expect(idempotency.kept).toEqual([]);
  });
});
