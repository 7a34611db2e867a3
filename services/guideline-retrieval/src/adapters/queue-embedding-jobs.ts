import { Inject, Injectable } from '@nestjs/common';
import { type EmbedPassagesPayload, type Queues } from '@openrounds/contracts';
import { type JobQueue } from '@openrounds/queue';
import { JOB_QUEUE } from '@openrounds/run-flow';
import { type EmbeddingJobs } from '../ports/embedding-jobs';

@Injectable()
export class QueueEmbeddingJobs implements EmbeddingJobs {
  constructor(@Inject(JOB_QUEUE) private readonly jobs: Pick<JobQueue<Queues>, 'enqueue'>) {}

  async embed(payload: EmbedPassagesPayload, key: string): Promise<void> {
    await this.jobs.enqueue('guideline-retrieval', 'embed-passages.v1', payload, { jobId: `embed-${key}` });
  }
}
