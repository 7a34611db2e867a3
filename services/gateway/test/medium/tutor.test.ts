import { MOST_TUTOR_QUESTIONS, tutorJobId, type TutorThreadRecord } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { TypeOrmTutor } from '../../src/persistence/typeorm-tutor';
import { type NewTutorQuestion } from '../../src/ports/tutor-store';
import { at, claims, newRuns, openStores, SEALER, START, type GatewayStores } from '../fixtures/stores';

const TENANT = 'school';
const LINE = { id: 'finding:fever', kind: 'finding' as const, text: 'Fever: absent' };
const SAID = {
  answered: true,
  sentences: [{ text: 'There is no fever.', evidence: ['finding:fever'] }],
  asksBack: null,
  dropped: {},
  generatedBy: { model: 'sample-model', promptVersion: '1' },
};

describe('threads of the tutor in Postgres', () => {
  let stores: GatewayStores;
  let tutor: TypeOrmTutor;

  beforeAll(async () => {
    stores = await openStores();
    tutor = new TypeOrmTutor(stores.dataSource, SEALER);
  });
  afterAll(() => stores.close());

  /** A thread about a new run, and a way to ask in it. */
  const begun = async () => {
    const run = newRuns.build();
    await stores.runs.accept(run, undefined);
    const owner = { kind: 'person', id: 'teacher-1' } as const;
    const thread: TutorThreadRecord = {
      id: newId(),
      about: { kind: 'run', id: run.id },
      owner,
      language: 'en',
      socratic: false,
      createdAt: START,
    };
    await tutor.begin(TENANT, { ...thread, caseId: run.caseId, goesWith: [] }, undefined);
    const question = (): NewTutorQuestion => ({
      id: newId(),
      threadId: thread.id,
      createdAt: START,
      language: 'en',
      socratic: false,
      evidence: [LINE],
      asked: { question: 'What about the fever?', earlier: [] },
      meta: {
        tenantId: TENANT,
        requestId: 'request-1',
        runId: run.id,
        caseId: run.caseId,
        epoch: 0,
        versions: run.versions,
        acceptedAt: START.toISOString(),
      },
    });
    return { run, thread, question };
  };
  const sentJobs = async () => (await stores.outbox()).map(({ jobId }) => jobId);

  it('keep a question sealed, send it once, and end it once', async () => {
    const { thread, question } = await begun();
    const first = question();
    const claim = claims.build({ operation: 'askTutor', resourceId: first.id });
    await tutor.ask(first, claim);
    expect(await tutor.ask(question(), claim)).toMatchObject({ kind: 'known', resourceId: first.id });
    expect((await sentJobs()).filter((each) => each.includes('tutor'))).toEqual([
      tutorJobId(first.id, 'answer'),
    ]);
    await tutor.finish(TENANT, first.id, { said: SAID }, at(2));
    await tutor.finish(TENANT, first.id, { fault: 'no-answer' }, at(3));
    expect(await tutor.questions(TENANT, thread.id)).toMatchObject([
      { id: first.id, question: 'What about the fever?', said: SAID, fault: null, completedAt: at(2) },
    ]);
    expect(await tutor.findThread(TENANT, thread.id)).toEqual(thread);
    expect(await tutor.findThread('other', thread.id)).toBeUndefined();
    expect(await tutor.findQuestion('other', thread.id, first.id)).toBeUndefined();
    const rows = await stores.dataSource.query('SELECT * FROM tutor_questions');
    expect(JSON.stringify(rows)).not.toMatch(/fever/i);
  });

  it('take no more questions than they hold', async () => {
    const { question } = await begun();
    for (let count = 0; count < MOST_TUTOR_QUESTIONS; count += 1) await tutor.ask(question(), undefined);
    await expect(tutor.ask(question(), undefined)).rejects.toMatchObject({ code: 'thread-full' });
  });

  it('of an attempt belong to a learner, are listed, and go with the learner or what they are about', async () => {
    const [attempt, assignment, caseId] = [newId(), newId(), newId()];
    const beginning = async (learner: string): Promise<TutorThreadRecord> => {
      const thread = {
        ...({ id: newId(), language: 'zh', socratic: true, createdAt: START } as const),
        about: { kind: 'attempt', id: attempt } as const,
        owner: { kind: 'learner', id: learner } as const,
      };
      await tutor.begin(TENANT, { ...thread, caseId: null, goesWith: [caseId, assignment] }, undefined);
      return thread;
    };
    const { question } = await begun();
    const of = (thread: TutorThreadRecord): NewTutorQuestion => {
      const { runId: _run, caseId: _case, ...meta } = question().meta;
      return { ...question(), threadId: thread.id, meta };
    };
    const [mine, again, theirs] = [await beginning('one'), await beginning('one'), await beginning('two')];
    await tutor.ask(of(mine), undefined);
    await tutor.ask(of(mine), undefined);
    const ofLearner = (after: string | null, tenantId = TENANT) =>
      tutor.ofLearner(tenantId, 'one', { limit: 1, after });
    expect([await ofLearner(null), await ofLearner(mine.id)]).toEqual([[mine], [again]]);
    expect([await ofLearner(again.id), await ofLearner(null, 'other')]).toEqual([[], []]);
    const listed = (id: string, before?: string) =>
      tutor.list(TENANT, { about: mine.about, owner: { kind: 'learner', id } }, { limit: 9, before });
    expect(await listed('one')).toEqual([
      { ...again, asked: 0, first: null },
      { ...mine, asked: 2, first: 'What about the fever?' },
    ]);
    expect(await listed('one', again.id)).toHaveLength(1);
    await tutor.erase('other', { ownerId: 'one' });
    await tutor.erase(TENANT, { threadId: again.id });
    expect(await listed('one')).toHaveLength(1);
    await tutor.erase(TENANT, { ownerId: 'one' });
    expect(await listed('one')).toEqual([]);
    expect(await tutor.questions(TENANT, mine.id)).toEqual([]);
    expect(await listed('two')).toHaveLength(1);
    await tutor.erase(TENANT, { goesWith: [assignment] });
    expect(await tutor.findThread(TENANT, theirs.id)).toBeUndefined();
  });

  it('go with their case, and when they are old', async () => {
    const { run, thread, question } = await begun();
    const asked = question();
    await tutor.ask(asked, undefined);
    await stores.cases.erase(TENANT, run.caseId, 'request-2', at(5));
    await tutor.finish(TENANT, asked.id, { said: SAID }, at(6));
    expect(await tutor.findThread(TENANT, thread.id)).toBeUndefined();
    expect(await tutor.questions(TENANT, thread.id)).toEqual([]);
    expect(await sentJobs()).not.toContain(tutorJobId(asked.id, 'answer'));
    await expect(tutor.ask(question(), undefined)).rejects.toMatchObject({ code: 'case-erased' });
    const old = await begun();
    await tutor.ask(old.question(), undefined);
    expect(await tutor.forget(START)).toBe(0);
    expect(await tutor.forget(at(1))).toBeGreaterThan(0);
    expect(await tutor.questions(TENANT, old.thread.id)).toEqual([]);
  });
});
