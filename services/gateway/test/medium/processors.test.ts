import {
  QUEUES,
  ROOM_CHANNEL,
  runJobId,
  type RunMeta,
  SEAL_PLACES,
  writeRoomSignal,
} from '@openrounds/contracts';
import { createLogger, Metrics } from '@openrounds/platform';
import { openQueues, type JobEvent, type JobWorkers, type Queues } from '@openrounds/queue';
import { AnswerReader, inline, packAnswer, processorsAmong, RunReporter } from '@openrounds/run-flow';
import {
  codedAnswers,
  eventually,
  rowsOfSchema,
  runMetas,
  TestClock,
  testQueueKeys,
  understandings,
} from '@openrounds/testing';
import { PostgresSignals } from '../../src/adapters/postgres-signals';
import { QueueJobInspector } from '../../src/adapters/queue-job-inspector';
import { RUN_CHANNEL } from '../../src/persistence/notify';
import { CaseErasedProcessor } from '../../src/processors/case-erased.processor';
import { EraseLearnerProcessor } from '../../src/processors/erase-learner.processor';
import { NarrationWrittenProcessor } from '../../src/processors/narration-written.processor';
import { ReviseRunProcessor } from '../../src/processors/revise-run.processor';
import { RunCompletedProcessor } from '../../src/processors/run-completed.processor';
import { RunFailedProcessor } from '../../src/processors/run-failed.processor';
import { RunProgressedProcessor } from '../../src/processors/run-progressed.processor';
import { ForgetTutorProcessor } from '../../src/processors/forget-tutor.processor';
import { TutorAnsweredProcessor } from '../../src/processors/tutor-answered.processor';
import { RecordRun } from '../../src/use-cases/record-run';
import { newRuns, openStores, SEALER, type GatewayStores } from '../fixtures/stores';

const TENANT = 'school';
const NOTHING_UNSENT = { isUnsent: () => Promise.resolve(false) };

/** The gateway's workers on the real queue and the real store, fed as the other services feed them. */
describe('the gateway’s processors', () => {
  let stores: GatewayStores;
  let queues: Queues<typeof QUEUES>;
  let workers: JobWorkers;
  let reporter: RunReporter;
  let metrics: Metrics;
  const done: JobEvent[] = [];
  /** Stands still at the start, so that no report is overdue unless a test says so. */
  const clock = new TestClock(new Date());

  beforeAll(async () => {
    stores = await openStores();
    queues = await openQueues({
      map: QUEUES,
      signing: testQueueKeys(),
      backend: { kind: 'postgres', url: stores.database.url('queue') },
      observer: { jobCompleted: (event) => done.push(event) },
    });
    metrics = new Metrics('gateway');
    const answers = new AnswerReader(() => Promise.reject(new Error('nothing is asked for')));
    const record = new RecordRun(stores.runs, answers, clock, metrics);
    workers = await queues.startWorkers({
      queues: ['gateway'],
      handlers: processorsAmong([
        new RunProgressedProcessor(record),
        new RunCompletedProcessor(record),
        new RunFailedProcessor(record),
        new CaseErasedProcessor(stores.cases),
        new EraseLearnerProcessor({ execute: () => Promise.resolve() }),
        new NarrationWrittenProcessor({ finish: () => Promise.resolve() }, clock),
        new ReviseRunProcessor({ execute: () => Promise.resolve(undefined) }),
        new ForgetTutorProcessor({ erase: () => Promise.resolve() }),
        new TutorAnsweredProcessor({ finish: () => Promise.resolve() }, clock),
      ]),
    });
    reporter = new RunReporter(queues.jobs);
  });

  afterAll(async () => {
    await workers.close(5_000);
    await queues.close();
    await stores.close();
  });

  const accepted = async (): Promise<RunMeta> => {
    const run = newRuns.build();
    await stores.runs.accept(run, undefined);
    return runMetas.build({ runId: run.id, caseId: run.caseId });
  };
  const statusOf = async ({ runId }: RunMeta) => (await stores.runs.find(TENANT, runId))?.status;
  const ended = (meta: RunMeta, status: string) =>
    eventually(`the run is ${status}`, async () => (await statusOf(meta)) === status);
  const completed = (meta: RunMeta) => ({
    meta,
    guidelines: [],
    llm: { used: false, model: null },
    degraded: [],
    logEntry: { index: 3, leafHash: 'e'.repeat(64) },
  });
  const differential = () => ({
    type: 'differential' as const,
    answer: inline(packAnswer(codedAnswers.build())),
  });
  const understood = ({ runId }: RunMeta) => ({
    type: 'understood' as const,
    caseVersion: 1,
    sealed: SEALER.seal(understandings.build(), SEAL_PLACES.runUnderstood(TENANT, runId)),
  });

  it('complete a run although the report of its end overtakes the others', async () => {
    const meta = await accepted();
    await reporter.completed(completed(meta));
    await reporter.progressed(meta, differential());
    expect(await statusOf(meta)).not.toBe('completed');
    await reporter.progressed(meta, understood(meta));
    await ended(meta, 'completed');
    const run = await stores.runs.find(TENANT, meta.runId);
    expect(run).toMatchObject({ logEntry: { index: 3 }, answer: codedAnswers.build() });
    expect((await stores.runs.events(TENANT, meta.runId, 0)).at(-1)?.type).toBe('completed');
  });

  it('let go of a completion whose reports were lost, so that the run is driven again', async () => {
    const meta = await accepted();
    clock.advance(600);
    await reporter.completed(completed(meta));
    const job = runJobId(meta.runId, 'run-completed.v1', 0);
    await eventually('the report is handled', () => done.some(({ jobId }) => jobId === job));
    clock.advance(-600);
    expect(await statusOf(meta)).toBe('queued');
    const inspector = new QueueJobInspector(queues.jobs, queues.flows, NOTHING_UNSENT);
    expect(await inspector.stateOf(meta.runId, 0)).toBe('gone');
    await reporter.progressed(meta, understood(meta));
    await reporter.progressed(meta, differential());
    await reporter.completed(completed({ ...meta, epoch: 1 }));
    await ended(meta, 'completed');
  });

  it('count a run once, however often its end is reported', async () => {
    const meta = await accepted();
    const before = await failedRuns();
    await reporter.failed(meta, new Error('poisoned'));
    await reporter.failed({ ...meta, epoch: 1 }, new Error('poisoned'));
    await ended(meta, 'failed');
    await eventually(
      'both reports are handled',
      () => done.filter(({ jobId }) => jobId.startsWith(`${meta.runId}-run-failed`)).length === 2,
    );
    expect(await failedRuns()).toBe(before + 1);
    const events = await stores.runs.events(TENANT, meta.runId, 0);
    expect(events.map(({ type }) => type)).toEqual(['status', 'failed']);
  });

  it('keep nothing of a report in the queue once it is handled', async () => {
    const meta = await accepted();
    await reporter.progressed(meta, understood(meta));
    await reporter.progressed(meta, differential());
    await reporter.completed(completed(meta));
    await ended(meta, 'completed');
    await eventually('the last job is marked as done', async () => {
      const id = runJobId(meta.runId, 'run-completed.v1', 0);
      return (await queues.jobs.jobState('gateway', id)) === 'missing';
    });
    expect(await queueRows(meta.runId)).not.toMatch(/packed|wrappedKey|leafHash/);
  });

  it('let the inspector see how the work on a run stands', async () => {
    const inspector = new QueueJobInspector(queues.jobs, queues.flows, NOTHING_UNSENT);
    const meta = await accepted();
    expect(await inspector.stateOf(meta.runId, 0)).toBe('gone');
    await reporter.completed(completed(meta));
    expect(await inspector.stateOf(meta.runId, 0)).toBe('working');
    expect(await inspector.stateOf(meta.runId, 1)).toBe('gone');
    const unsent = new QueueJobInspector(queues.jobs, queues.flows, {
      isUnsent: (id) => Promise.resolve(id === runJobId(meta.runId, 'normalise-case.v1', 1)),
    });
    expect(await unsent.stateOf(meta.runId, 1)).toBe('working');
    await reporter.failed(meta, new Error('poisoned'));
    await ended(meta, 'failed');
  });

  it('wake those who wait for the run, in whichever instance, and nobody else', async () => {
    const signals = new PostgresSignals(
      { DATABASE_URL: stores.database.url('gateway') },
      createLogger('test', 'silent'),
    );
    await signals.open();
    try {
      const [meta, other] = [await accepted(), await accepted()];
      let heard = 0;
      let overheard = 0;
      const ofRuns = signals.of(RUN_CHANNEL);
      const stop = ofRuns.subscribe(meta.runId, () => (heard += 1));
      ofRuns.subscribe(other.runId, () => (overheard += 1));
      signals.of(ROOM_CHANNEL).subscribe(meta.runId, () => (overheard += 1));
      await stores.dataSource.query(`SELECT pg_notify('${RUN_CHANNEL}', 'error')`);
      await reporter.failed(meta, new Error('poisoned'));
      await eventually('the signal is heard', () => heard > 0);
      stop();
      expect(overheard).toBe(0);
      let told = 0;
      signals.of(ROOM_CHANNEL).subscribe(other.runId, () => (told += 1));
      await stores.dataSource.query(`SELECT pg_notify('${ROOM_CHANNEL}', $1)`, [
        writeRoomSignal({ roomId: other.runId, seq: 7 }),
      ]);
      await eventually('the signal of a room is heard', () => told > 0);
    } finally {
      await signals.close();
    }
  });

  async function failedRuns(): Promise<number> {
    const { values } = await metrics.runs.get();
    return values.find(({ labels }) => labels.status === 'failed')?.value ?? 0;
  }

  async function queueRows(runId: string): Promise<string> {
    const rows = await rowsOfSchema(stores.database.url('queue'), 'bullmq');
    return rows.filter((row) => row.includes(runId)).join('\n');
  }
});
