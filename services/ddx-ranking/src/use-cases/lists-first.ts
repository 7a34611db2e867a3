import { Inject, Injectable } from '@nestjs/common';
import { type QueueName, type JobQueue, BusyFault } from '@openrounds/queue';
import { type Queues } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { JOB_QUEUE } from '@openrounds/run-flow';
import { LLM_BUDGET_MS } from '../ports/language-model';
import { leftOfRun } from './left-of-run';

/** What a run goes through before its list is there. */
const BEFORE_LISTS: readonly QueueName<Queues>[] = ['case-intake', 'ddx-ranking'];
const LOOK_AGAIN_MS = 500;
/** About half of what a run takes where many wait: who comes again then finds half of them gone. */
const OF_EACH_MS = 40;

/**
 * What a language model is asked adds to a list, and making its question and reading its answer take processor time of the same
 * machine: while runs wait for their lists, it waits.
 */
@Injectable()
export class ListsFirst {
  constructor(
    @Inject(JOB_QUEUE) private readonly jobs: Pick<JobQueue<Queues>, 'counts'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LLM_BUDGET_MS) private readonly budgetMs: number,
  ) {}

  /**
   * @throws BusyFault while runs wait for their lists; at the latest it ends when the run's own time does
   * @throws LlmFault `overdue` where so little is left of the run's time that asking would only hold it up
   */
  async giveWay(acceptedAt: string): Promise<void> {
    const left = leftOfRun(acceptedAt, this.clock.now(), this.budgetMs);
    const counts = await Promise.all(BEFORE_LISTS.map((queue) => this.jobs.counts(queue)));
    const waiting = counts.reduce((sum, count) => sum + count.waiting, 0);
    if (waiting === 0) return;
    throw new BusyFault('lists come first', Math.min(left, Math.max(LOOK_AGAIN_MS, waiting * OF_EACH_MS)));
  }
}
