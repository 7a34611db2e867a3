import { TestClock } from '@openrounds/testing';
import { Forget } from './forget';

const ago = (seconds: number) => new Date(new TestClock().now().getTime() - seconds * 1000);

describe('Forget', () => {
  it('forgets each thing after its own time, texts batch by batch until none is left', async () => {
    const asked: Record<string, Date[]> = {
      events: [],
      narratives: [],
      keys: [],
      sessions: [],
      questions: [],
    };
    const batches = [200, 200, 3, 0];
    const note = (what: string, before: Date, count: number) => {
      asked[what]?.push(before);
      return Promise.resolve(count);
    };
    const forget = new Forget(
      {
        forgetEvents: (before) => note('events', before, 5),
        forgetNarratives: (before) => note('narratives', before, batches.shift() ?? 0),
      },
      { forget: (before) => note('keys', before, 2) },
      { forgetSessions: (before) => note('sessions', before, 1) },
      { forget: (before) => note('questions', before, 0) },
      new TestClock(),
      { idempotency: 86_400, narrative: 15_552_000 },
    );
    expect(await forget.execute()).toBe(411);
    expect(asked).toEqual({
      events: [ago(3_600)],
      narratives: Array.from({ length: 4 }, () => ago(15_552_000)),
      keys: [ago(86_400)],
      sessions: [ago(0)],
      questions: [ago(15_552_000)],
    });
  });
});
