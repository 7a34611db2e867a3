import {
  DomainError,
  type SaidTutoring,
  type TutorGround,
  type TutorQuestionRecord,
  type TutorSubject,
  type TutorThreadRecord,
} from '@openrounds/contracts';
import { packAnswer } from '@openrounds/run-flow';
import { codedAnswers, principals, TestClock, versions } from '@openrounds/testing';
import { GatewayRows } from '../../test/doubles/gateway-rows';
import { MemoryRuns } from '../../test/doubles/memory-runs';
import { answering, HandSignals, knowledgeLibrary, masker } from '../../test/fixtures/doubles';
import { at, newRuns } from '../../test/fixtures/stores';
import { type ErasedThreads, type NewTutorQuestion, type TutorStore } from '../ports/tutor-store';
import { AskTutor } from './ask-tutor';
import { ReadRun } from './read-run';
import { RunWatches } from './run-watch';
import { TutorGrounds } from './tutor-grounds';

const teacher = principals.build();
const colleague = principals.build({ subject: 'a-colleague' });
const [ATTEMPT, ROOM] = ['0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a30', '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a31'];
const [CASE, ASSIGNMENT] = ['0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a32', '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a33'];
const META = { tenantId: 'school', requestId: 'request-1' };
const SAID: SaidTutoring = {
  answered: true,
  sentences: [{ text: 'Because of the leg.', evidence: ['finding:leg'] }],
  asksBack: { text: 'What else speaks for it?', evidence: ['finding:leg'] },
  dropped: {},
  generatedBy: { model: 'sample-model', promptVersion: '1' },
};

/** A ranked run, a model (or none), and threads in memory of which the test writes the answers by hand. */
async function world(model: string | null = 'sample-model') {
  const run = newRuns.build();
  const runs = new MemoryRuns(new GatewayRows());
  const watches = new RunWatches(runs, new HandSignals());
  const threads = new Map<string, TutorThreadRecord>();
  const kept: TutorQuestionRecord[] = [];
  const sent: NewTutorQuestion[] = [];
  const erased: ErasedThreads[] = [];
  const store: TutorStore = {
    begin: (_tenantId, thread) => {
      threads.set(thread.id, thread);
      return Promise.resolve({ kind: 'fresh' });
    },
    findThread: (_tenantId, id) => Promise.resolve(threads.get(id)),
    list: (_tenantId, { about, owner }) =>
      Promise.resolve(
        [...threads.values()]
          .filter((each) => each.about.id === about.id && each.owner.id === owner.id)
          .map((each) => ({ ...each, asked: kept.length, first: kept[0]?.question ?? null })),
      ),
    ofLearner: () => Promise.resolve([]),
    questions: () => Promise.resolve(kept),
    findQuestion: (_tenantId, _threadId, id) => Promise.resolve(kept.find((each) => each.id === id)),
    ask: (question) => {
      sent.push(question);
      const { id, threadId, createdAt, evidence, asked } = question;
      const waiting = { completedAt: null, said: null, fault: null };
      kept.push({ id, threadId, createdAt, evidence, question: asked.question, ...waiting });
      return Promise.resolve({ kind: 'fresh' });
    },
    finish: () => Promise.resolve(),
    erase: (_tenantId, which) => {
      erased.push(which);
      return Promise.resolve();
    },
    forget: () => Promise.resolve(0),
  };
  /** What teaching says of attempts and rooms; thrown where it is a refusal. */
  const teaching: { says: Partial<TutorGround> | DomainError } = { says: {} };
  const services = answering({
    'ground-tutor.v1': ({ withList }) => {
      if (teaching.says instanceof DomainError) throw teaching.says;
      const packed = withList ? packAnswer(codedAnswers.build()).toString('base64') : null;
      const told = { mode: 'socratic', goesWith: [CASE, ASSIGNMENT], versions: run.versions } as const;
      return { ...told, goesWith: [...told.goesWith], ...teaching.says, packed };
    },
    'search-guidelines.v1': () => {
      throw new DomainError('dependency-unavailable');
    },
  });
  const tutor = new AskTutor(
    new TutorGrounds(new ReadRun(runs, knowledgeLibrary(), watches), services, knowledgeLibrary(), {
      ledBy: () => Promise.reject(new DomainError('forbidden')),
    }),
    { versions: () => versions.build({ llm: model }) },
    store,
    masker,
    new TestClock(),
    watches,
  );
  await runs.accept(run, undefined);
  const rank = () =>
    runs.recordSections('school', run.id, [{ type: 'differential', answer: codedAnswers.build() }], at(1));
  const input = { language: 'zh', socratic: true } as const;
  const begin = (about: TutorSubject = { kind: 'run', id: run.id }, principal = teacher) =>
    tutor.begin({
      principal,
      meta: META,
      about,
      operation: 'createTutorThread',
      input,
      idempotency: undefined,
    });
  const ask = (threadId: string, question: string, principal = teacher) =>
    tutor.ask({ principal, meta: META, threadId, question, idempotency: undefined });
  const answer = (id: string) => {
    const place = kept.findIndex((each) => each.id === id);
    const waiting = kept[place];
    if (waiting !== undefined) kept[place] = { ...waiting, said: SAID, completedAt: at(2) };
  };
  return { tutor, rank, begin, ask, answer, sent, run, teaching, erased };
}

describe('AskTutor', () => {
  it('sends a question without identities, with codes of the answer and what was said before', async () => {
    const { rank, begin, ask, answer, sent, run } = await world();
    await rank();
    const threadId = await begin();
    answer(await ask(threadId, 'My name is Eleanor Whitcombe. Why this list?'));
    await ask(threadId, 'And why not?');
    const [first, second] = sent;
    expect(first).toMatchObject({
      threadId,
      language: 'zh',
      socratic: true,
      meta: { runId: run.id, caseId: run.caseId, userId: teacher.subject },
      asked: { earlier: [] },
    });
    expect(first?.asked.question).toContain('Why this list?');
    expect(JSON.stringify(sent)).not.toContain('Whitcombe');
    expect(first?.evidence.length).toBeGreaterThan(0);
    expect(second?.asked.earlier).toEqual([
      { question: first?.asked.question, answer: ['Because of the leg.', 'What else speaks for it?'] },
    ]);
  });

  it('shows a thread to its owner alone', async () => {
    const { tutor, rank, begin, ask } = await world();
    await rank();
    const threadId = await begin();
    const id = await ask(threadId, 'Why?');
    const asked = { principal: teacher, meta: META };
    const other = { principal: colleague, meta: META };
    expect(await tutor.read(asked, threadId, 'en')).toMatchObject({
      id: threadId,
      socratic: true,
      questions: [{ id, status: 'waiting', question: 'Why?' }],
    });
    const hidden = { code: 'not-found' };
    await expect(tutor.read(other, threadId, 'en')).rejects.toMatchObject(hidden);
    await expect(ask(threadId, 'Why?', colleague)).rejects.toMatchObject(hidden);
    await expect(tutor.readQuestion(other, threadId, id, 0, 'en')).rejects.toMatchObject(hidden);
  });

  it('refuses before there is a list, and without a model', async () => {
    const { begin } = await world();
    await expect(begin()).rejects.toMatchObject({ code: 'run-not-ready' });
    const without = await world(null);
    await without.rank();
    await expect(without.begin()).rejects.toMatchObject({ code: 'dependency-unavailable' });
  });

  it('lists a person’s own threads of a run, with what was asked first', async () => {
    const { tutor, rank, begin, ask, run } = await world();
    await rank();
    const threadId = await begin();
    await ask(threadId, 'Why?');
    const about = { kind: 'run', id: run.id } as const;
    const page = { limit: 20 };
    expect(await tutor.list({ principal: teacher, meta: META }, about, page)).toMatchObject({
      items: [{ id: threadId, runId: run.id, attemptId: null, asked: 1, first: 'Why?' }],
      nextCursor: null,
    });
    expect(await tutor.list({ principal: colleague, meta: META }, about, page)).toMatchObject({ items: [] });
  });
});

describe('AskTutor of an attempt', () => {
  const learner = principals.build({ subject: 'a-learner', role: 'student' });
  const about = { kind: 'attempt', id: ATTEMPT } as const;
  const mine = { principal: learner, meta: META };

  it('rests on the list that teaching names, as the teacher set it, without a run and in lines like a run’s', async () => {
    const { begin, ask, sent, run, rank } = await world();
    await rank();
    const threadId = await begin(about, learner);
    await ask(threadId, 'I am Eleanor Whitcombe. Why?', learner);
    await ask(await begin(), 'Why?');
    const [ofAttempt, ofRun] = sent;
    expect(ofAttempt).toMatchObject({
      socratic: true,
      meta: { userId: 'a-learner', versions: run.versions },
    });
    expect(ofAttempt?.meta).not.toHaveProperty('runId');
    expect(ofAttempt?.meta).not.toHaveProperty('caseId');
    expect(ofAttempt?.evidence).toEqual(ofRun?.evidence.filter(({ kind }) => kind !== 'passage'));
    expect(JSON.stringify(sent)).not.toContain('Whitcombe');
  });

  it.each(['commit-first', 'not-released', 'case-in-room'] as const)(
    'tells nothing and takes nothing while teaching says %s, and keeps the thread',
    async (code) => {
      const { tutor, begin, ask, sent, teaching, erased } = await world();
      const threadId = await begin(about, learner);
      const id = await ask(threadId, 'Why?', learner);
      teaching.says = new DomainError(code);
      const refused = { code };
      await expect(begin(about, learner)).rejects.toMatchObject(refused);
      await expect(ask(threadId, 'Why?', learner)).rejects.toMatchObject(refused);
      await expect(tutor.read(mine, threadId, 'en')).rejects.toMatchObject(refused);
      await expect(tutor.list(mine, about, { limit: 1 })).rejects.toMatchObject(refused);
      await expect(tutor.readQuestion(mine, threadId, id, 0, 'en')).rejects.toMatchObject(refused);
      expect(sent).toHaveLength(1);
      expect(erased).toEqual([]);
    },
  );

  it('forgets the thread of what was erased meanwhile', async () => {
    const { tutor, begin, teaching, erased } = await world();
    const threadId = await begin(about, learner);
    teaching.says = new DomainError('learner-erased');
    await expect(tutor.read(mine, threadId, 'en')).rejects.toMatchObject({ code: 'learner-erased' });
    expect(erased).toEqual([{ threadId }]);
  });

  it('is not there for another learner, nor a room’s for who does not lead it', async () => {
    const { tutor, begin, teaching, erased } = await world();
    const threadId = await begin(about, learner);
    const roomThread = await begin({ kind: 'room', id: ROOM });
    const other = { principal: principals.build({ subject: 'another', role: 'student' }), meta: META };
    expect(await tutor.read({ principal: colleague, meta: META }, roomThread, 'en')).toMatchObject({
      roomId: ROOM,
      socratic: true,
    });
    teaching.says = new DomainError('forbidden');
    for (const id of [threadId, roomThread])
      await expect(tutor.read(other, id, 'en')).rejects.toMatchObject({ code: 'not-found' });
    expect(erased).toEqual([]);
  });
});
