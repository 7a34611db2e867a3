import { QUEUES, runJobId } from '@openrounds/contracts';
import { assertJobId } from '../src/contract';
import { type FlowJob, type Payload, type QueueMap } from '../src/index';

describe('the house’s queue map', () => {
  it('fits the queue library, whose types carry each job’s payload', () => {
    const map: QueueMap = QUEUES;
    const payload: Payload<typeof QUEUES, 'explanation-log-interactive', 'get-checkpoint.v1'> = {
      meta: { tenantId: 't', requestId: 'r' },
    };
    const job: FlowJob<typeof QUEUES> = {
      queue: 'explanation-log-interactive',
      job: 'get-checkpoint.v1',
      payload,
      jobId: 'x-0',
    };
    expect(map[job.queue]?.[job.job]?.payload.parse(job.payload)).toEqual(payload);
  });

  it.each(Object.entries(QUEUES).flatMap(([queue, jobs]) => Object.keys(jobs).map((job) => [queue, job])))(
    'gives %s/%s an id that the backends take',
    (queue = '', job = '') => {
      expect(() => {
        assertJobId(runJobId('0199aaaa-0000-7000-8000-000000000000', job, 0), queue, job);
      }).not.toThrow();
    },
  );
});
