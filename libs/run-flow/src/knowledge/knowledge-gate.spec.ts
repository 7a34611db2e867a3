import { BundleError } from '@openrounds/knowledge';
import { BusyFault } from '@openrounds/queue';
import { TestClock } from '@openrounds/testing';
import { answerWithKnowledge, withKnowledge } from './knowledge-gate';

const ACCEPTED = new TestClock().now().toISOString();
const MISSING = new BundleError('bundle-unknown', 'not here yet');
const missing = () => Promise.reject(MISSING);

const after = (seconds: number) => {
  const clock = new TestClock();
  clock.advance(seconds);
  return clock;
};

describe('withKnowledge', () => {
  it('does the work where the version is there', async () => {
    expect(await withKnowledge(ACCEPTED, after(9_999), () => Promise.resolve(1))).toBe(1);
  });

  it.each([0, 299.9])('waits %d s after the run was accepted', async (seconds) => {
    const waiting = withKnowledge(ACCEPTED, after(seconds), missing);
    await expect(waiting).rejects.toBeInstanceOf(BusyFault);
    await expect(waiting).rejects.toMatchObject({ retryAfterMs: 2_000 });
  });

  it.each([300, 5_000])('gives up %d s after the run was accepted', async (seconds) => {
    await expect(withKnowledge(ACCEPTED, after(seconds), missing)).rejects.toMatchObject({
      code: 'knowledge-unavailable',
    });
  });

  it('does not meddle with other faults', async () => {
    const fault = new Error('the database is away');
    await expect(withKnowledge(ACCEPTED, after(0), () => Promise.reject(fault))).rejects.toBe(fault);
  });
});

describe('answerWithKnowledge', () => {
  it('answers where the version is there, and tells at once where it is not', async () => {
    expect(await answerWithKnowledge(() => Promise.resolve(1))).toBe(1);
    await expect(answerWithKnowledge(missing)).rejects.toMatchObject({
      code: 'knowledge-unavailable',
      retryAfterSeconds: 10,
    });
    const fault = new Error('the database is away');
    await expect(answerWithKnowledge(() => Promise.reject(fault))).rejects.toBe(fault);
  });
});
