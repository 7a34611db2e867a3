import { beginTry, endTry, FRESH, sendAgain, type GradeProgress, type TryOutcome } from './grade-progress';
import { WAITS } from './next-try';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const failed: TryOutcome = {
  ...{ kind: 'passing', cause: 'platform-failed', status: 503, waitMs: null, unsure: false },
};
const end = (progress: GradeProgress, outcome: TryOutcome, newer = false, chance = 0.5) =>
  endTry(beginTry(progress), outcome, { now: NOW, chance, newer });

describe('the way of a score', () => {
  it('waits 10 s, 30 s, 2 min … 24 h between tries, then needs somebody', () => {
    let progress = FRESH;
    const waits: number[] = [];
    while (progress.state !== 'needs-attention') {
      progress = end(progress, failed);
      if (progress.nextTryAt !== null) waits.push((progress.nextTryAt.getTime() - NOW.getTime()) / 1_000);
    }
    expect(waits).toEqual([...WAITS]);
    expect(waits.reduce((sum, each) => sum + each) / 3_600).toBeCloseTo(41.2, 1);
    expect(progress).toMatchObject({ cause: 'gave-up', status: 503, tries: 9, nextTryAt: null });
  });

  it('spreads a wait by a fifth, and waits no shorter than the platform asks', () => {
    const waitOf = (outcome: TryOutcome, chance: number) =>
      (end(FRESH, outcome, false, chance).nextTryAt?.getTime() ?? 0) - NOW.getTime();
    expect([waitOf(failed, 0), waitOf(failed, 1)]).toEqual([8_000, 12_000]);
    expect(waitOf({ ...failed, waitMs: 45_000 } as TryOutcome, 0)).toBe(45_000);
  });

  it('a try that was cut off, or had no answer, leaves it unsure until it is known', () => {
    expect(beginTry(FRESH).unsure).toBe(false);
    expect(beginTry(beginTry(FRESH)).unsure).toBe(true);
    const unanswered = end(FRESH, { ...failed, unsure: true } as TryOutcome);
    expect(end(unanswered, failed).unsure).toBe(true);
    const delivered = end(unanswered, { kind: 'delivered', sentAgainUnread: true });
    expect(delivered).toMatchObject({ state: 'delivered', unsure: false, sentTwice: true, deliveredAt: NOW });
  });

  it('is tried some times where a fault may mend itself, then needs somebody, by the cause itself', () => {
    const refused: TryOutcome = {
      ...{ kind: 'needs-attention', cause: 'not-trusted', status: 401, triesFirst: 3 },
    };
    const tries = [1, 2, 3].reduce<GradeProgress[]>((all) => [...all, end(all.at(-1) ?? FRESH, refused)], []);
    expect(tries.map(({ state, nextTryAt }) => [state, nextTryAt !== null])).toEqual([
      ['retrying', true],
      ['retrying', true],
      ['needs-attention', false],
    ]);
    expect(tries.at(-1)).toMatchObject({ cause: 'not-trusted', status: 401, tries: 3 });
  });

  it('what may have arrived stays unsure when somebody is asked, and when they have it sent again', () => {
    const unanswered = end(FRESH, { ...failed, unsure: true } as TryOutcome);
    const stuck = end(unanswered, { kind: 'needs-attention', cause: 'not-trusted', status: 401 });
    expect([stuck.unsure, sendAgain(stuck).unsure]).toEqual([true, true]);
  });

  it('makes way for a newer version when it fails, not when it is delivered', () => {
    expect(end(FRESH, failed, true).state).toBe('superseded');
    expect(end(FRESH, { kind: 'delivered', sentAgainUnread: false }, true).state).toBe('delivered');
  });

  it('begins anew when somebody sends it again, but not once it is delivered', () => {
    const stuck = end(FRESH, { kind: 'needs-attention', cause: 'column-gone', status: 404 });
    expect(stuck).toMatchObject({ state: 'needs-attention', cause: 'column-gone', nextTryAt: null });
    expect(sendAgain(stuck)).toEqual(FRESH);
    const delivered = end(FRESH, { kind: 'delivered', sentAgainUnread: false });
    expect(sendAgain(delivered)).toBe(delivered);
  });
});
