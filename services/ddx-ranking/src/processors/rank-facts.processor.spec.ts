import { FactsRankedPayload, type RankFactsPayload } from '@openrounds/contracts';
import { unpackAnswer } from '@openrounds/run-flow';
import { codedAnswers, facts, TestClock, versions } from '@openrounds/testing';
import { type RankedFacts } from '../use-cases/rank-facts';
import { RankFactsProcessor } from './rank-facts.processor';

const FORECAST = 'f'.repeat(64);
const asked: RankFactsPayload = {
  meta: { tenantId: 'school', requestId: 'request-1' },
  forecastId: FORECAST,
  epoch: 2,
  versions: versions.build(),
  facts: facts.build(),
  askedAt: '2026-11-20T09:00:00.000Z',
};

/** What is sent to teaching for what the engine says. */
async function sentFor(ranked: RankedFacts): Promise<unknown[]> {
  const sent: unknown[] = [];
  const jobs = { enqueue: (...job: unknown[]) => Promise.resolve(void sent.push(...job)) };
  const processor = new RankFactsProcessor(
    { execute: () => Promise.resolve(ranked) } as never,
    jobs,
    new TestClock(),
  );
  await processor.handle(asked);
  return sent;
}

describe('RankFactsProcessor', () => {
  it('sends the whole answer to teaching, under an id of its own for each asking', async () => {
    const answer = codedAnswers.build();
    const [queue, job, payload, options] = await sentFor({ kind: 'answered', answer });
    expect([queue, job, options]).toEqual([
      'teaching',
      'facts-ranked.v1',
      { jobId: `${FORECAST}-facts-ranked-v1-2` },
    ]);
    const { outcome } = FactsRankedPayload.parse(payload);
    expect('packed' in outcome && unpackAnswer(Buffer.from(outcome.packed, 'base64'))).toEqual(answer);
  });

  it('says why there is none', async () => {
    const [, , payload] = await sentFor({ kind: 'rejected', code: 'unknown-finding' });
    expect(payload).toMatchObject({ forecastId: FORECAST, outcome: { rejected: 'unknown-finding' } });
  });
});
