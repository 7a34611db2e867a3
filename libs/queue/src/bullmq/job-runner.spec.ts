import { randomBytes } from 'node:crypto';
import { JobMeta } from '@openrounds/contracts';
import { Job } from 'bullmq';
import { z } from 'zod';
import { PermanentFault } from '../faults';
import { DEFAULT_RECOVERY } from '../policy';
import { JobRunner } from './job-runner';
import { MessageSigner } from './message-signer';

const QUEUE = 'bench';
const JOB = 'work.v1';
const MAP = { [QUEUE]: { [JOB]: { payload: z.object({ meta: JobMeta }), result: z.null() } } };
const signer = new MessageSigner({ current: 'k', keys: new Map([['k', randomBytes(32)]]) });

function jobWith(envelope: object): Job {
  const id = 'j-1';
  const data = signer.sign({ kind: 'job', queue: QUEUE, job: JOB, id }, JSON.stringify(envelope));
  const held = { id, name: JOB, data, opts: { attempts: 3 }, attemptsMade: 0, timestamp: 0 };
  return Object.assign(Object.create(Job.prototype) as Job, held, { extendLock: () => Promise.resolve(1) });
}

const runnerThatThrows = (fault: Error) =>
  new JobRunner(MAP, QUEUE, [{ queue: QUEUE, job: JOB, handle: () => Promise.reject(fault) }], {
    observer: {},
    runInScope: (_meta, _job, run) => run(),
    recovery: DEFAULT_RECOVERY,
    deadlineOf: () => undefined,
    signer,
    now: Date.now,
  });

const PAYLOAD = { payload: { meta: { tenantId: 't', requestId: 'r' } } };

describe('what a job runner throws at BullMQ', () => {
  it.each([
    ['a try that is counted', new Error('quotes the case'), PAYLOAD],
    ['a fault for good', new PermanentFault('no such version'), PAYLOAD],
    ['a job that was emptied', new Error('is not reached'), { scrubbed: true, outcome: { reason: 'done' } }],
  ])('has no trace that a source map would be read for: %s', async (_what, fault, envelope) => {
    const thrown: unknown = await runnerThatThrows(fault)
      .run(jobWith(envelope), 'token')
      .catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).toHaveProperty('stack', '');
    expect(thrown).not.toHaveProperty('message', '');
  });
});
