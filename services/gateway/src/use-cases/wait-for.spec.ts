import { waitFor } from './wait-for';

describe('waitFor', () => {
  let value: number;
  let wake: () => void;
  let subscribed: number;

  const wait = (milliseconds = 10_000, read = () => Promise.resolve(value)) =>
    waitFor({
      read,
      until: (seen) => seen >= 3,
      subscribe: (listener) => {
        wake = listener;
        subscribed += 1;
        return () => (subscribed -= 1);
      },
      milliseconds,
    });

  beforeEach(() => {
    jest.useFakeTimers();
    value = 1;
    subscribed = 0;
    wake = () => undefined;
  });

  afterEach(() => {
    expect(subscribed).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('answers at once when the value is as wanted', async () => {
    value = 3;
    expect(await wait()).toBe(3);
  });

  it('reads once and does not wait when no time is given', async () => {
    expect(await wait(0)).toBe(1);
  });

  it('looks again when it is told of a change', async () => {
    const waiting = wait();
    await jest.advanceTimersByTimeAsync(1);
    value = 2;
    wake();
    await jest.advanceTimersByTimeAsync(1);
    value = 3;
    wake();
    expect(await waiting).toBe(3);
  });

  it('misses no change that is told while it reads', async () => {
    let reads = 0;
    const waiting = wait(10_000, () => {
      reads += 1;
      const seen = value;
      if (reads === 1) {
        value = 3;
        wake();
      }
      return Promise.resolve(seen);
    });
    expect(await waiting).toBe(3);
    expect(reads).toBe(2);
  });

  it('answers with what there is when the time is over', async () => {
    const waiting = wait(2_500);
    value = 2;
    await jest.advanceTimersByTimeAsync(2_500);
    expect(await waiting).toBe(2);
  });

  it('lets go of its subscription when reading fails', async () => {
    await expect(wait(1_000, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  });
});
