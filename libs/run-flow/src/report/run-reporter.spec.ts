import { DomainError, type QUEUES, type RunFailedPayload } from '@openrounds/contracts';
import { PermanentFault, type JobQueue } from '@openrounds/queue';
import { runMetas } from '@openrounds/testing';
import { RunReporter } from './run-reporter';

const SEALED = { v: 1, keyId: 'k', wrappedKey: '', iv: '', tag: '', data: '' } as const;

interface Sent {
  readonly queue: string;
  readonly job: string;
  readonly payload: unknown;
  readonly jobId: string;
}

describe('RunReporter', () => {
  let sent: Sent[];
  let reporter: RunReporter;
  const meta = runMetas.build({ epoch: 3 });

  beforeEach(() => {
    sent = [];
    const jobs = {
      enqueue: (queue: string, job: string, payload: unknown, { jobId }: { jobId: string }) => {
        sent.push({ queue, job, payload, jobId });
        return Promise.resolve();
      },
    } as unknown as JobQueue<typeof QUEUES>;
    reporter = new RunReporter(jobs);
  });

  it('names a report by run, section and epoch, so that telling twice is telling once', async () => {
    const understood = { type: 'understood', caseVersion: 1, sealed: SEALED } as const;
    const differential = { type: 'differential', answer: { packed: '' } } as const;
    await reporter.progressed(meta, understood, differential);
    await reporter.progressed(meta, { type: 'guidelines', result: { passages: [] } });
    const ending = {
      guidelines: [],
      llm: { used: false, model: null },
      degraded: [],
      logEntry: { index: 0, leafHash: '' },
    };
    await reporter.completed({ meta, ...ending });
    await reporter.failed(meta, new Error());
    expect(sent.map(({ jobId }) => jobId)).toEqual([
      `${meta.runId}-run-progressed-understood-differential-v1-3`,
      `${meta.runId}-run-progressed-guidelines-v1-3`,
      `${meta.runId}-run-completed-v1-3`,
      `${meta.runId}-run-failed-v1-3`,
    ]);
    expect(sent.every(({ queue, jobId }) => queue === 'gateway' && !jobId.includes(':'))).toBe(true);
    expect(sent[0]?.payload).toEqual({ meta, sections: [understood, differential] });
  });

  it('tells of a failed run what was understood by then', async () => {
    const understood = { type: 'understood', caseVersion: 1, sealed: SEALED } as const;
    await reporter.failed(meta, new Error(), understood);
    expect(sent[0]?.payload).toMatchObject({ meta, understood });
  });

  it.each([
    ['a domain error', new DomainError('case-erased'), '/problems/case-erased'],
    [
      'a domain error made final',
      new PermanentFault('x', { cause: new DomainError('not-found') }),
      '/problems/not-found',
    ],
    [
      'an outage past the run’s time',
      Object.assign(new Error('secret'), { code: '57P01' }),
      '/problems/timeout',
    ],
    ['a fault of ours', new TypeError('secret of the database'), '/problems/internal'],
    ['a final fault of ours', new PermanentFault('x', { cause: new Error('secret') }), '/problems/internal'],
  ])('tells of %s as a problem document', async (_what, fault, type) => {
    await reporter.failed(meta, fault);
    const { problem } = sent[0]?.payload as RunFailedPayload;
    expect(problem).toMatchObject({ type, requestId: meta.requestId, instance: `/v1/runs/${meta.runId}` });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });
});
