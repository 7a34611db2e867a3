import { BusyFault, type QueueCounts } from '@openrounds/queue';
import { LlmFault } from '@openrounds/llm';
import { ListsFirst } from './lists-first';

const NOW = new Date('2026-11-23T08:00:30Z');
const BUDGET_MS = 40_000;

function givingWay(waiting: { intake?: number; ranking?: number }, ageSeconds = 1): Promise<void> {
  const counts = (queue: string): Promise<QueueCounts> =>
    Promise.resolve({
      waiting: (queue === 'case-intake' ? waiting.intake : waiting.ranking) ?? 0,
      // What is under way or was done waits for nothing.
      ...{ active: 9, completed: 9, failed: 9, delayed: 9, 'waiting-children': 9 },
    });
  const lists = new ListsFirst({ counts }, { now: () => NOW }, BUDGET_MS);
  return lists.giveWay(new Date(NOW.getTime() - ageSeconds * 1_000).toISOString());
}

const postponed = (promise: Promise<void>): Promise<unknown> => promise.catch((error: unknown) => error);

describe('what a language model is asked', () => {
  it('goes on where no run waits for its list', async () => {
    await expect(givingWay({})).resolves.toBeUndefined();
  });

  it.each([
    ['its list', { ranking: 1 }],
    ['its text to be read', { intake: 1 }],
  ])('waits while a run waits for %s', async (_, waiting) => {
    const fault = await postponed(givingWay(waiting));
    expect(fault).toBeInstanceOf(BusyFault);
    expect(fault).toMatchObject({ retryAfterMs: 500 });
  });

  it('comes again the later the more wait, and never after the time of its own run', async () => {
    expect(await postponed(givingWay({ intake: 60, ranking: 40 }))).toMatchObject({ retryAfterMs: 4_000 });
    expect(await postponed(givingWay({ intake: 2_000 }, 10))).toMatchObject({ retryAfterMs: 30_000 });
  });

  it('is overdue, whoever waits, when little is left of the time of its run', async () => {
    const late = await postponed(givingWay({ ranking: 5 }, 31));
    expect(late).toBeInstanceOf(LlmFault);
    expect(late).toMatchObject({ code: 'overdue' });
  });
});
