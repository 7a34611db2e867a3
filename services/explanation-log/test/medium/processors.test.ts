import { QUEUES, runJobId, type FinaliseExplanationPayload, type QueueName } from '@openrounds/contracts';
import { openQueues, type JobWorkers, type Queues } from '@openrounds/queue';
import {
  AnswerReader,
  CaseErasure,
  inline,
  packAnswer,
  processorsAmong,
  RunReporter,
} from '@openrounds/run-flow';
import { eventually, rowsOfSchema, runMetas, signal, TestClock, testQueueKeys } from '@openrounds/testing';
import { Factory } from 'fishery';
import { AppendErasureProcessor } from '../../src/processors/append-erasure.processor';
import { AppendRecordProcessor } from '../../src/processors/append-record.processor';
import { EraseCaseProcessor } from '../../src/processors/erase-case.processor';
import { AppendRecord } from '../../src/use-cases/append-record';
import { EraseRecords } from '../../src/use-cases/erase-records';
import { FinaliseExplanationProcessor } from '../../src/processors/finalise-explanation.processor';
import { type FinaliseExplanation } from '../../src/use-cases/finalise-explanation';
import { finishedRuns, openLogRig, type LogRig } from '../fixtures/log-rig';

type Map = typeof QUEUES;
const TWICE = { attempts: 2, backoffMs: 5 };
const FAST = { lockDurationMs: 800, stalledIntervalMs: 300, maxStalledCount: 3, reportAgainMs: 50 };

const payloads = Factory.define<FinaliseExplanationPayload>(() => {
  const { answer, ...run } = finishedRuns.build();
  return { ...run, answer: inline(packAnswer(answer)) };
});
const answers = new AnswerReader(() => Promise.reject(new Error('nothing is asked for')));

/** The service's workers on the real queue and the real store; what they report waits in the gateway's queue. */
describe('the explanation log’s processors', () => {
  let rig: LogRig;
  let queues: Queues<Map>;
  let workers: JobWorkers | undefined;

  beforeEach(async () => {
    rig = await openLogRig();
    queues = await openQueues({
      map: QUEUES,
      signing: testQueueKeys(),
      backend: { kind: 'postgres', url: rig.database.url('queue') },
      recovery: FAST,
      retry: { 'explanation-log': { 'finalise-explanation.v1': TWICE, 'erase-case.v1': TWICE } },
    });
  });

  afterEach(async () => {
    await workers?.close(5_000);
    workers = undefined;
    await queues.close();
    await rig.close();
  });

  const work = async (
    finalise: Pick<FinaliseExplanation, 'execute'> = rig.finalise,
    records: Pick<EraseRecords, 'erase' | 'note'> = new EraseRecords(rig.log, new TestClock()),
  ): Promise<void> => {
    const { jobs } = queues;
    const append = new AppendRecord(rig.log, new TestClock());
    workers = await queues.startWorkers({
      queues: ['explanation-log'],
      handlers: processorsAmong([
        new FinaliseExplanationProcessor(finalise, answers, new RunReporter(jobs)),
        new EraseCaseProcessor(records, new CaseErasure(jobs)),
        new AppendRecordProcessor(append),
        new AppendErasureProcessor(append),
      ]),
    });
  };
  const settled = (queue: QueueName, jobId: string, state: string) =>
    eventually(`${jobId} is ${state}`, async () => (await queues.jobs.jobState(queue, jobId)) === state);
  const rowsWith = async (text: string) =>
    (await rowsOfSchema(rig.database.url('queue'), 'bullmq')).filter((row) => row.includes(text)).join('\n');

  it('log a run that comes twice, in two epochs, once, and report it both times', async () => {
    await work();
    const payload = payloads.build();
    const { meta } = payload;
    for (const epoch of [0, 1]) {
      const jobId = runJobId(meta.runId, 'finalise-explanation.v1', epoch);
      const again = { ...payload, meta: { ...meta, epoch } };
      await queues.jobs.enqueue('explanation-log', 'finalise-explanation.v1', again, { jobId });
      await settled('explanation-log', jobId, 'completed');
      await settled('gateway', runJobId(meta.runId, 'run-completed.v1', epoch), 'waiting');
    }
    expect(await rig.log.head()).toMatchObject({ size: 1 });
  });

  it('report a run whose case was erased as failed, without another try', async () => {
    await work();
    const payload = payloads.build();
    const { meta } = payload;
    await rig.log.erase(meta.tenantId, meta.caseId);
    const jobId = runJobId(meta.runId, 'finalise-explanation.v1', 0);
    await queues.jobs.enqueue('explanation-log', 'finalise-explanation.v1', payload, { jobId });
    await settled('explanation-log', jobId, 'failed');
    await settled('gateway', runJobId(meta.runId, 'run-failed.v1', 0), 'waiting');
    expect(await rowsWith('/problems/')).toContain('/problems/case-erased');
  });

  it('try a fault of our own again, then report that the run failed and nothing of why', async () => {
    let tries = 0;
    await work({
      execute: () => {
        tries += 1;
        return Promise.reject(new Error('password of the database'));
      },
    });
    const payload = payloads.build();
    const jobId = runJobId(payload.meta.runId, 'finalise-explanation.v1', 0);
    await queues.jobs.enqueue('explanation-log', 'finalise-explanation.v1', payload, { jobId });
    await settled('gateway', runJobId(payload.meta.runId, 'run-failed.v1', 0), 'waiting');
    expect(tries).toBe(2);
    const reported = await rowsWith('/problems/');
    expect(reported).toContain('/problems/internal');
    expect(reported).not.toContain('password');
  });

  it('erase a case with what its jobs still carry, and acknowledge it', async () => {
    const payload = payloads.build();
    const { meta } = payload;
    const jobId = runJobId(meta.runId, 'finalise-explanation.v1', 0);
    await queues.jobs.enqueue('explanation-log', 'finalise-explanation.v1', payload, {
      jobId,
      delayMs: 60_000,
    });
    expect(await rowsWith(meta.runId)).toContain('dyspnoea');
    await work();
    const { tenantId, requestId, caseId, runId } = meta;
    const erase = { meta: { tenantId, requestId }, caseId, runs: [{ runId, epoch: 0 }] };
    await queues.jobs.enqueue('explanation-log', 'erase-case.v1', erase, { jobId: `${caseId}-erase` });
    await settled('gateway', `${caseId}-case-erased-v1-explanation-log`, 'waiting');
    const { items } = await rig.read.entries(meta.tenantId, 0, 5);
    expect(items.at(-1)?.record).toMatchObject({ kind: 'case-erased', caseId, entries: [] });
    expect(await rowsWith(meta.runId)).not.toContain('dyspnoea');
  });

  it('erase a case with what its jobs still carry although the head of the log is in doubt', async () => {
    const payload = payloads.build();
    const { tenantId, requestId, caseId, runId } = payload.meta;
    await rig.finalise.execute(finishedRuns.build({ meta: payload.meta }), {
      llm: undefined,
      guidelines: undefined,
    });
    rig.memory.remembered = { size: 9, rootHash: 'f'.repeat(64) };
    const carrying = runJobId(runId, 'finalise-explanation.v1', 0);
    const later = { jobId: carrying, delayMs: 60_000 };
    await queues.jobs.enqueue('explanation-log', 'finalise-explanation.v1', payload, later);
    await work();
    const jobId = `${caseId}-erase`;
    const erase = { meta: { tenantId, requestId }, caseId, runs: [{ runId, epoch: 0 }] };
    await queues.jobs.enqueue('explanation-log', 'erase-case.v1', erase, { jobId });
    await settled('explanation-log', jobId, 'delayed');
    expect(await rowsWith(runId)).not.toContain('dyspnoea');
    expect(await rig.log.findByIndex(tenantId, 0)).toMatchObject({ record: null, salt: null });
    expect(await rowsWith(caseId)).not.toContain('case-erased.v1');
  });

  it('never give an erasure up: after the last try it waits to be tried again', async () => {
    const lastTry = signal();
    let tries = 0;
    await work(rig.finalise, {
      erase: () => {
        tries += 1;
        if (tries === 2) lastTry.fire();
        return Promise.reject(new Error('the database is away'));
      },
      note: () => Promise.resolve(),
    });
    const { tenantId, requestId, caseId } = runMetas.build();
    const jobId = `${caseId}-erase`;
    const erase = { meta: { tenantId, requestId }, caseId, runs: [] };
    await queues.jobs.enqueue('explanation-log', 'erase-case.v1', erase, { jobId });
    await lastTry.happened;
    await settled('explanation-log', jobId, 'delayed');
  });
});
