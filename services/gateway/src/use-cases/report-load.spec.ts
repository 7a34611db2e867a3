import { Metrics } from '@openrounds/platform';
import { TestClock } from '@openrounds/testing';
import { ReportLoad } from './report-load';

/** The measures after one report, by name. */
async function reported(oldestErasure: (now: Date) => Date | undefined): Promise<Record<string, unknown>> {
  const clock = new TestClock();
  const metrics = new Metrics('gateway');
  const report = new ReportLoad(
    { countWaiting: () => Promise.resolve(7) },
    { oldestMessageSeconds: () => Promise.resolve(2.5) },
    { oldestUnfinishedErasure: () => Promise.resolve(oldestErasure(clock.now())) },
    clock,
    metrics,
  );
  await report.execute();
  const told = await metrics.registry.getMetricsAsJSON();
  return Object.fromEntries(told.map(({ name, values }) => [name, values[0]?.value]));
}

describe('ReportLoad', () => {
  it('tells how much waits, and how old the oldest erasure is that is not finished', async () => {
    expect(await reported((now) => new Date(now.getTime() - 4_000_000))).toMatchObject({
      openrounds_runs_waiting: 7,
      openrounds_outbox_oldest_seconds: 2.5,
      openrounds_erasure_oldest_seconds: 4_000,
    });
  });

  it.each([
    ['there is none', () => undefined],
    ['it was asked for just now, by a clock that is ahead', (now: Date) => new Date(now.getTime() + 500)],
  ])('tells no age of an erasure where %s', async (_where, oldest) => {
    expect(await reported(oldest)).toMatchObject({ openrounds_erasure_oldest_seconds: 0 });
  });
});
