import { AgreedClock } from './agreed-clock';

const NOON = Date.parse('2026-11-20T12:00:00.000Z');
const MINUTES = 60_000;

/** A process whose own clock is ahead (or behind, when negative), and what it is told at noon. */
function processAheadBy(aheadMs: number) {
  let own = NOON + aheadMs;
  const clock = new AgreedClock(() => own);
  const agreeAfter = (tookMs: number) => {
    const askedAt = own;
    own += tookMs;
    return clock.agree({ askedAt, told: new Date(askedAt - aheadMs + tookMs / 2), answeredAt: own });
  };
  return { clock, agreeAfter, step: (ms: number) => (own += ms) };
}

describe('an agreed clock', () => {
  it.each([5 * MINUTES, -5 * MINUTES])('is that of all, where its own is ahead by %d ms', (aheadMs) => {
    const { clock, agreeAfter } = processAheadBy(aheadMs);
    expect(agreeAfter(10)).toBe(aheadMs);
    expect(clock.now()).toEqual(new Date(NOON + 10));
  });

  it('tells what it found once, and does not jump for what the way to the other takes', () => {
    const { clock, agreeAfter } = processAheadBy(5 * MINUTES);
    agreeAfter(10);
    expect(agreeAfter(400)).toBeUndefined();
    expect(clock.now()).toEqual(new Date(NOON + 410));
  });

  it('is its own where that is good enough, or nothing better is known', () => {
    const { clock, agreeAfter } = processAheadBy(300);
    expect(agreeAfter(20)).toBeUndefined();
    expect(agreeAfter(30_000)).toBeUndefined();
    expect(clock.now()).toEqual(new Date(NOON + 300 + 30_020));
  });

  it('is its own again when that was set right', () => {
    const { clock, agreeAfter, step } = processAheadBy(0);
    clock.agree({ askedAt: NOON, told: new Date(NOON - 5 * MINUTES), answeredAt: NOON });
    step(1_000);
    expect(agreeAfter(10)).toBe(0);
    expect(clock.now()).toEqual(new Date(NOON + 1_010));
  });
});
