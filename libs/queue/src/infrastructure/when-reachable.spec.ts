import { whenReachable } from './when-reachable';

const refused = (code: string): Error => Object.assign(new Error(code), { code });

/** A clock that only pauses move. */
function stoppedClock() {
  const pauses: number[] = [];
  return {
    pauses,
    patience: {
      now: () => pauses.reduce((sum, each) => sum + each, 0),
      pause: (ms: number) => Promise.resolve(pauses.push(ms)),
    },
  };
}

describe('connecting while a service starts', () => {
  it('tries again, with growing pauses, until the database answers', async () => {
    const { pauses, patience } = stoppedClock();
    const connect = jest
      .fn()
      .mockRejectedValueOnce(refused('ECONNREFUSED'))
      .mockRejectedValueOnce(refused('57P03'))
      .mockResolvedValue('connected');
    await expect(whenReachable(connect, patience)).resolves.toBe('connected');
    expect(pauses).toEqual([250, 500]);
  });

  it('throws at once what trying again cannot mend', async () => {
    const { pauses, patience } = stoppedClock();
    const wrongPassword = refused('28P01');
    await expect(whenReachable(() => Promise.reject(wrongPassword), patience)).rejects.toBe(wrongPassword);
    expect(pauses).toEqual([]);
  });

  it('gives up after half a minute and says why', async () => {
    const { pauses, patience } = stoppedClock();
    const away = refused('ECONNREFUSED');
    await expect(whenReachable(() => Promise.reject(away), patience)).rejects.toBe(away);
    expect(pauses.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(30_000);
    expect(pauses.length).toBeGreaterThan(8);
  });
});
