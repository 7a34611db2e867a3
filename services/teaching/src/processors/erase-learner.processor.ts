import { Inject } from '@nestjs/common';
import { type EraseLaunchedLearnerPayload, type Queues } from '@openrounds/contracts';
import { faultPoint, newId } from '@openrounds/platform';
import { type JobQueue } from '@openrounds/queue';
import { Handles, JOB_QUEUE } from '@openrounds/run-flow';
import { EraseMe } from '../use-cases/erase-me';

/**
 * Erases a launched learner for the service that launched them, and acknowledges it. The job names the learner, so nothing of it
 * stays in the queue.
 */
@Handles('teaching', 'erase-learner.v1')
export class EraseLearnerProcessor {
  readonly scrubWhenDone = true;

  constructor(
    private readonly eraseMe: EraseMe,
    @Inject(JOB_QUEUE) private readonly jobs: Pick<JobQueue<Queues>, 'enqueue'>,
  ) {}

  async handle({ meta, learnerId }: EraseLaunchedLearnerPayload): Promise<null> {
    await this.eraseMe.launched(meta, learnerId);
    faultPoint('teaching:erase-learner');
    // Queues remember the names of jobs: this one says nothing of the learner.
    const jobId = `${newId()}-learner-erased-v1`;
    const erased = { meta, learnerId, service: 'teaching' } as const;
    await this.jobs.enqueue('integration', 'learner-erased.v1', erased, { jobId });
    return null;
  }
}
