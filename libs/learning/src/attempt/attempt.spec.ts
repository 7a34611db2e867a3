import fc from 'fast-check';
import { GRACE_MS } from '../room/timers';
import { nameIndex } from '../names/name-index';
import { type Attempt, type AttemptStep, commitOf, commitsOf, listOf, progressOf } from './attempt';
import { countedAttempt, partOf, scoreAttempt } from './attempt-score';
import { beginRefusal, openingState, type Opening, takesSteps, takeStep } from './take-step';

const ALWAYS: Opening = { opensAt: null, closesAt: null, releasedAt: null };
const KEY = { diagnosis: 'embolism', acceptable: [] };
const NEXT: AttemptStep = { kind: 'next' };
const stating = (points: number): AttemptStep => ({
  kind: 'commit',
  entries: [
    { diseaseId: 'embolism', text: null, points },
    { diseaseId: 'pneumonia', text: null, points: 1 },
    { diseaseId: 'panic', text: null, points: 1 },
  ],
  other: 98 - points,
});
const attemptOf = (stages: number, ...steps: AttemptStep[]): Attempt => ({ stages, steps });
const take = (
  attempt: Attempt,
  position: number,
  step: AttemptStep,
  moment: { opening?: Opening; now?: number } = {},
) => takeStep(attempt, { position, step }, { opening: ALWAYS, now: 0, ...moment });

describe('an attempt', () => {
  it('goes from list to stage to list, and ends with the list of the last stage', () => {
    const states: unknown[] = [];
    let attempt = attemptOf(2);
    for (const step of [stating(20), NEXT, stating(60)]) {
      states.push(progressOf(attempt));
      const outcome = take(attempt, attempt.steps.length + 1, step);
      if (outcome.ok) attempt = outcome.attempt;
    }
    expect(states).toEqual([
      { state: 'committing', stageNo: 1, position: 1 },
      { state: 'shown', stageNo: 1, position: 2 },
      { state: 'committing', stageNo: 2, position: 3 },
    ]);
    expect(progressOf(attempt)).toEqual({ state: 'finished', stageNo: 2, position: 4 });
  });

  it.each([
    ['the next stage before a list', attemptOf(2), 1, NEXT, 'commit-first'],
    ['a second list for one stage', attemptOf(2, stating(20)), 2, stating(30), 'step-out-of-order'],
    ['a position ahead', attemptOf(2), 3, stating(20), 'step-out-of-order'],
    [
      'another list at a position that is taken',
      attemptOf(2, stating(20)),
      1,
      stating(21),
      'step-out-of-order',
    ],
    ['a step after the last', attemptOf(1, stating(20)), 2, NEXT, 'attempt-finished'],
  ])('refuses %s', (_, attempt, position, step, code) => {
    expect(take(attempt, position, step)).toEqual({ ok: false, code });
  });

  it('takes the same step again for nothing new, after the closing time too', () => {
    const attempt = attemptOf(2, stating(20), NEXT);
    const closed = { opening: { ...ALWAYS, closesAt: 0 }, now: 1e6 };
    for (const [position, step] of [
      [1, stating(20)],
      [2, NEXT],
    ] as const)
      expect(take(attempt, position, step, closed)).toEqual({ ok: true, status: 'unchanged', attempt });
  });

  it('takes what is three seconds late, and nothing later or after release', () => {
    const opening = { ...ALWAYS, closesAt: 1000 };
    const at = (now: number, more: Partial<Opening> = {}) =>
      take(attemptOf(1), 1, stating(20), { opening: { ...opening, ...more }, now });
    expect(at(1000 + GRACE_MS - 1)).toMatchObject({ ok: true, status: 'taken' });
    expect(at(1000 + GRACE_MS)).toEqual({ ok: false, code: 'assignment-closed' });
    expect(at(0, { releasedAt: 0 })).toEqual({ ok: false, code: 'assignment-closed' });
    expect(takesSteps(ALWAYS, 1e15)).toBe(true);
  });

  it('never holds two steps of a kind one after the other, whatever is sent', () => {
    const sent = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(NEXT, stating(10), stating(50))),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), sent, (stages, steps) => {
        let attempt = attemptOf(stages);
        for (const [position, step] of steps) {
          const outcome = take(attempt, position, step);
          if (outcome.ok) attempt = outcome.attempt;
        }
        attempt.steps.forEach(({ kind }, at) => {
          expect(kind).toBe(at % 2 === 0 ? 'commit' : 'next');
        });
        expect(commitsOf(attempt).length).toBeLessThanOrEqual(stages);
      }),
    );
  });
});

describe('an opening', () => {
  const opening: Opening = { opensAt: 10, closesAt: 20, releasedAt: null };
  it.each([
    [9, 'planned', 'not-open'],
    [10, 'open', null],
    [19, 'open', null],
    [20, 'closed', 'assignment-closed'],
  ])('at %i is %s', (now, state, refusal) => {
    expect(openingState(opening, now)).toBe(state);
    expect(beginRefusal(opening, now, { begun: 0, allowed: 1 })).toBe(refusal);
  });

  it('lets as many attempts begin as are allowed', () => {
    expect(beginRefusal(ALWAYS, 0, { begun: 2, allowed: 2 })).toBe('attempts-used');
    expect(beginRefusal(ALWAYS, 0, { begun: 99, allowed: null })).toBeNull();
    expect(beginRefusal({ ...ALWAYS, releasedAt: 0 }, 0, { begun: 0, allowed: null })).toBe(
      'assignment-closed',
    );
  });
});

describe('words of a list', () => {
  it('are matched once, and count as Other where they name nothing', () => {
    const index = nameIndex([['embolism', 'Pulmonary embolism', 'blood clot in the lung']]);
    const commit = commitOf(
      {
        kind: 'differential',
        entries: [
          { text: 'Blood clot in the lung', points: 40 },
          { diseaseId: 'embolism', points: 10 },
          { text: 'something', points: 30 },
        ],
        other: 20,
      },
      { index, words: new Map() },
    );
    expect(commit.entries.map(({ diseaseId }) => diseaseId)).toEqual(['embolism', 'embolism', null]);
    expect(listOf(commit)).toEqual({ points: new Map([['embolism', 50]]), other: 50 });
  });
});

describe('the score of an attempt', () => {
  it('is 1 for 97 points on the diagnosis, 0 for the worst list, and a line between', () => {
    expect(partOf(-Math.log(0.97))).toBe(1);
    expect(partOf(Math.log(2000))).toBe(0);
    const [half, quarter] = [partOf(-Math.log(0.5)), partOf(-Math.log(0.25))];
    expect(half).toBeCloseTo(0.9125, 4);
    expect(half - quarter).toBeCloseTo(Math.log(2) / (Math.log(2000) + Math.log(0.97)), 12);
    expect(partOf(-Math.log(0.99))).toBe(1);
  });

  it('counts the last list or the mean of all, a stage without a list as 0', () => {
    const attempt = attemptOf(3, stating(20), NEXT, stating(60));
    const [one, two] = [partOf(-Math.log(0.2)), partOf(-Math.log(0.6))];
    expect(scoreAttempt(attempt, KEY, 'last').value).toBe(0);
    const all = scoreAttempt(attempt, KEY, 'all');
    expect(all.value).toBeCloseTo((one + two) / 3, 12);
    expect(all.stages).toMatchObject([
      { no: 1, counts: true, keyPoints: 20, right: true },
      { no: 2, counts: true, keyPoints: 60, right: true },
      { no: 3, counts: true, part: 0, logScore: null, right: null },
    ]);
    const done = attemptOf(2, stating(20), NEXT, stating(60));
    const last = scoreAttempt(done, KEY, 'last');
    expect(last.value).toBe(two);
    expect(last.stages.map(({ counts }) => counts)).toEqual([false, true]);
  });

  it('is that of the best attempt or of the last one that is over', () => {
    const [poor, best, equal] = [
      { isOver: true, value: 0.2, no: 1 },
      { isOver: true, value: 0.7, no: 2 },
      { isOver: true, value: 0.7, no: 3 },
    ];
    const open = { isOver: false, value: 0.9, no: 4 };
    expect(countedAttempt([poor, best, equal, open], 'best')).toBe(best);
    expect(countedAttempt([poor, best, equal, open], 'last')).toBe(equal);
    expect(countedAttempt([open], 'best')).toBe(open);
    expect(countedAttempt([], 'best')).toBeUndefined();
  });
});
