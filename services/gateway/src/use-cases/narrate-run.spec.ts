import { type NarrationRecord } from '@openrounds/contracts';
import { codedAnswers, principals, TestClock, versions } from '@openrounds/testing';
import { GatewayRows } from '../../test/doubles/gateway-rows';
import { MemoryRuns } from '../../test/doubles/memory-runs';
import { HandSignals, knowledgeLibrary } from '../../test/fixtures/doubles';
import { at, newRuns } from '../../test/fixtures/stores';
import { type NarrationStore, type NewNarration } from '../ports/narration-store';
import { NarrateRun } from './narrate-run';
import { ReadRun } from './read-run';
import { RunWatches } from './run-watch';

const teacher = principals.build();
const META = { tenantId: 'school', requestId: 'request-1' };

/** A ranked run, a model (or none), and narrations that the test writes by hand. */
async function world(model: string | null = 'sample-model') {
  const runs = new MemoryRuns(new GatewayRows());
  const signals = new HandSignals();
  const library = knowledgeLibrary();
  const watches = new RunWatches(runs, signals);
  const kept = new Map<string, NarrationRecord>();
  const accepted: NewNarration[] = [];
  const store: NarrationStore = {
    accept: (narration) => {
      accepted.push(narration);
      const { meta: _, ...told } = narration;
      kept.set(narration.id, { ...told, status: 'waiting', completedAt: null, said: null, fault: null });
      return Promise.resolve({ kind: 'fresh' });
    },
    find: (_tenantId, runId, id) => {
      const found = kept.get(id);
      return Promise.resolve(found?.runId === runId ? found : undefined);
    },
    finish: () => Promise.resolve(),
  };
  const narrate = new NarrateRun(
    new ReadRun(runs, library, watches),
    { versions: () => versions.build({ llm: model }) },
    store,
    new TestClock(),
    watches,
  );
  const run = newRuns.build();
  await runs.accept(run, undefined);
  const rank = () =>
    runs.recordSections('school', run.id, [{ type: 'differential', answer: codedAnswers.build() }], at(1));
  const create = () =>
    narrate.create({
      principal: teacher,
      meta: META,
      runId: run.id,
      input: { audience: 'clinician', language: 'zh' },
      idempotency: undefined,
    });
  return { narrate, run, rank, create, accepted, kept, signals };
}

describe('NarrateRun', () => {
  it('sends the codes of the answer in the language that was asked for', async () => {
    const { rank, create, accepted, run } = await world();
    await rank();
    const id = await create();
    expect(accepted).toMatchObject([
      { id, runId: run.id, language: 'zh', meta: { runId: run.id, caseId: run.caseId } },
    ]);
    expect(accepted[0]?.evidence.length).toBeGreaterThan(0);
  });

  it('refuses before there is a list, without a model, and what is not there', async () => {
    const { rank, create, narrate, run } = await world();
    await expect(create()).rejects.toMatchObject({ code: 'run-not-ready' });
    await rank();
    const missing = narrate.read(teacher, run.id, run.id, 0, 'en');
    await expect(missing).rejects.toMatchObject({ code: 'not-found' });
    const without = await world(null);
    await without.rank();
    await expect(without.create()).rejects.toMatchObject({ code: 'dependency-unavailable' });
    expect(without.accepted).toEqual([]);
  });

  it('waits until it is written', async () => {
    const { rank, create, narrate, run, kept, signals } = await world();
    await rank();
    const id = await create();
    const reading = narrate.read(teacher, run.id, id, 20, 'en');
    const waiting = kept.get(id);
    if (waiting === undefined) throw new Error('it was accepted');
    kept.set(id, { ...waiting, status: 'failed', fault: 'no-answer', completedAt: at(2) });
    signals.give(run.id);
    expect(await reading).toMatchObject({ id, status: 'failed', fault: { code: 'no-answer' } });
  });
});
