import { Inject } from '@nestjs/common';
import { type FactsRankedPayload, type Queues, type RankFactsPayload } from '@openrounds/contracts';
import { CLOCK, faultPoint, type Clock } from '@openrounds/platform';
import { type JobQueue } from '@openrounds/queue';
import { Handles, JOB_QUEUE, packAnswer, permanently, withKnowledge } from '@openrounds/run-flow';
import { RankFacts, type RankedFacts } from '../use-cases/rank-facts';

/** As many as a run may ask for: packed they fit into one job. */
const OPTIONS = { topN: 50, includeNextTests: true, caseMix: 'teaching' } as const;

/** Ranks a stage of a teaching case and tells teaching. */
@Handles('ddx-ranking', 'rank-facts.v1')
export class RankFactsProcessor {
  constructor(
    private readonly rank: RankFacts,
    @Inject(JOB_QUEUE) private readonly jobs: Pick<JobQueue<Queues>, 'enqueue'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle({ meta, forecastId, epoch, versions, facts, askedAt }: RankFactsPayload): Promise<null> {
    const ranked = await permanently(() =>
      withKnowledge(askedAt, this.clock, () => this.rank.execute({ facts, versions, options: OPTIONS })),
    );
    faultPoint('ddx-ranking:rank-facts');
    const jobId = `${forecastId}-facts-ranked-v1-${String(epoch)}`;
    const payload = { meta, forecastId, epoch, outcome: outcomeOf(ranked) };
    await this.jobs.enqueue('teaching', 'facts-ranked.v1', payload, { jobId });
    return null;
  }
}

const outcomeOf = (ranked: RankedFacts): FactsRankedPayload['outcome'] =>
  ranked.kind === 'answered'
    ? { packed: packAnswer(ranked.answer).toString('base64') }
    : { rejected: ranked.code };
