import { type SaidTutoring, type TutorQuestionRecord, type TutorThreadRecord } from '@openrounds/contracts';
import { codedAnswers, principals, TestClock, versions } from '@openrounds/testing';
import { GatewayRows } from '../../test/doubles/gateway-rows';
import { MemoryRuns } from '../../test/doubles/memory-runs';
import { HandSignals, knowledgeLibrary, masker } from '../../test/fixtures/doubles';
import { at, newRuns } from '../../test/fixtures/stores';
import { type NewTutorQuestion, type TutorStore } from '../ports/tutor-store';
import { AskTutor } from './ask-tutor';
import { ReadRun } from './read-run';
import { RunWatches } from './run-watch';

const teacher = principals.build();
const colleague = principals.build({ subject: 'a-colleague' });
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
  const runs = new MemoryRuns(new GatewayRows());
  const watches = new RunWatches(runs, new HandSignals());
  const threads = new Map<string, TutorThreadRecord>();
  const kept: TutorQuestionRecord[] = [];
  const sent: NewTutorQuestion[] = [];
  const store: TutorStore = {
    begin: (_tenantId, _caseId, thread) => {
      threads.set(thread.id, thread);
      return Promise.resolve({ kind: 'fresh' });
    },
    findThread: (_tenantId, id) => Promise.resolve(threads.get(id)),
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
    forget: () => Promise.resolve(0),
  };
  const tutor = new AskTutor(
    new ReadRun(runs, knowledgeLibrary(), watches),
    { versions: () => versions.build({ llm: model }) },
    store,
    masker,
    new TestClock(),
    watches,
  );
  const run = newRuns.build();
  await runs.accept(run, undefined);
  const rank = () =>
    runs.recordSections('school', run.id, [{ type: 'differential', answer: codedAnswers.build() }], at(1));
  const input = { language: 'zh', socratic: true } as const;
  const begin = () => tutor.begin({ principal: teacher, runId: run.id, input, idempotency: undefined });
  const ask = (threadId: string, question: string, principal = teacher) =>
    tutor.ask({ principal, meta: META, threadId, question, idempotency: undefined });
  const answer = (id: string) => {
    const place = kept.findIndex((each) => each.id === id);
    const waiting = kept[place];
    if (waiting !== undefined) kept[place] = { ...waiting, said: SAID, completedAt: at(2) };
  };
  return { tutor, rank, begin, ask, answer, sent, run };
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
    expect(await tutor.read(teacher, threadId, 'en')).toMatchObject({
      id: threadId,
      socratic: true,
      questions: [{ id, status: 'waiting', question: 'Why?' }],
    });
    const hidden = { code: 'not-found' };
    await expect(tutor.read(colleague, threadId, 'en')).rejects.toMatchObject(hidden);
    await expect(ask(threadId, 'Why?', colleague)).rejects.toMatchObject(hidden);
    await expect(tutor.readQuestion(colleague, threadId, id, 0, 'en')).rejects.toMatchObject(hidden);
  });

  it('refuses before there is a list, and without a model', async () => {
    const { begin } = await world();
    await expect(begin()).rejects.toMatchObject({ code: 'run-not-ready' });
    const without = await world(null);
    await without.rank();
    await expect(without.begin()).rejects.toMatchObject({ code: 'dependency-unavailable' });
  });
});
