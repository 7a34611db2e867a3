import { erlangB, erlangC, meanWait, serversFor } from './erlang';

describe('the formulas of Erlang', () => {
  it('are those of one server: a job waits with the probability that the server is busy', () => {
    expect(erlangB(1, 0.5)).toBeCloseTo(0.5 / 1.5, 12);
    expect(erlangC(1, 0.8)).toBeCloseTo(0.8, 12);
    expect(meanWait(1, 0.8, 10)).toBeCloseTo((0.8 / 0.2) * 10, 9);
  });

  it('are those of two servers, written out', () => {
    // C(2, a) = a² / (2 + a)
    for (const load of [0.3, 1, 1.9]) expect(erlangC(2, load)).toBeCloseTo(load ** 2 / (2 + load), 12);
  });

  it('know no end of waiting where there are too few servers, and find how many are enough', () => {
    expect(erlangC(3, 3)).toBe(1);
    expect(meanWait(3, 3, 1)).toBe(Infinity);
    const servers = serversFor(20, 1, 0.05);
    expect(meanWait(servers, 20, 1)).toBeLessThanOrEqual(0.05);
    expect(meanWait(servers - 1, 20, 1)).toBeGreaterThan(0.05);
  });
});
