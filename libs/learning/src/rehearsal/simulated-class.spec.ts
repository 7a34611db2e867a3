import fc from 'fast-check';
import { Lecture, lobby, START } from '../../test/rooms';
import { answerIssues } from '../answers/check-answer';
import { NO_TEST_YET, type Task } from '../answers/task';
import { isRightError } from '../scores/right-choice';
import { GRACE_MS } from '../room/timers';
import { type Round } from '../room/room';
import { type Bias, MIXTURE } from './mixture';
import { isAnswered, LATE_WITHIN_MS, revisionSent } from './pace';
import { isSimulated } from './rehearsal';
import { admitStudent, FILLS_WITHIN_MS, studentsCome } from './seat-students';
import { simulatedAnswer, type Asked } from './simulated-answer';
import { simulatedStudent, type SimulatedStudent } from './simulated-student';
import { wholePoints } from './whole-points';

const classOf = (many: number, seed = 'a class'): SimulatedStudent[] =>
  Array.from({ length: many }, (_, at) => simulatedStudent(seed, at + 1));
const shareOf = (students: readonly SimulatedStudent[], is: (student: SimulatedStudent) => boolean): number =>
  students.filter(is).length / students.length;

describe('a simulated class', () => {
  it('is made up as the mixture says, however small it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 40, max: 400 }), (seed, many) => {
        const students = classOf(many, seed);
        for (const [bias, share] of Object.entries(MIXTURE.biases))
          expect(Math.abs(shareOf(students, (each) => each.bias === bias) - share)).toBeLessThan(
            3.5 / many + 0.005,
          );
        for (const [habit, share] of Object.entries(MIXTURE.habits))
          expect(Math.abs(shareOf(students, (each) => each.habit === habit) - share)).toBeLessThan(0.05);
      }),
      { numRuns: 20 },
    );
    expect(classOf(50)).toEqual(classOf(50));
    expect(classOf(50, 'another')).not.toEqual(classOf(50));
  });

  it('has shares that sum to 1', () => {
    for (const shares of [MIXTURE.biases, MIXTURE.habits])
      expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});

describe('seating', () => {
  const rehearsal = { ...lobby(0), rehearsal: { students: 60, numbers: [] } };

  it('fills the room in the first seconds, and no other room', () => {
    const come = (ms: number): number => studentsCome(rehearsal, START, START + ms);
    expect([-1_000, 0, FILLS_WITHIN_MS / 2, FILLS_WITHIN_MS, 1e9].map(come)).toEqual([0, 0, 30, 60, 60]);
    expect(studentsCome(lobby(0), START, START + 1e9)).toBe(0);
  });

  it('gives numbers as everybody gets them, and remembers whose they are', () => {
    const first = admitStudent(rehearsal);
    const second = first.ok ? admitStudent({ ...first.room, nextNumber: 5 }) : first;
    expect(second).toMatchObject({ ok: true, room: { nextNumber: 6, rehearsal: { numbers: [1, 5] } } });
    if (second.ok) expect([1, 2, 5].map((no) => isSimulated(second.room, no))).toEqual([true, false, true]);
    expect(isSimulated(lobby(3), 1)).toBe(false);
    expect(admitStudent({ ...rehearsal, locked: true })).toMatchObject({ ok: false, code: 'room-locked' });
  });
});

describe('pace', () => {
  const open = (): Round => new Lecture(lobby()).does({ type: 'open', roundId: 'r1' }).round('r1');
  const closed = (after = 60): Round =>
    new Lecture(lobby())
      .does({ type: 'open', roundId: 'r1' })
      .after(after)
      .does({ type: 'close', roundId: 'r1' })
      .round('r1');
  const students = classOf(400);
  const answered = (round: Round, seconds: number): number =>
    shareOf(students, (each) => revisionSent(each, round, START + seconds * 1_000) > 0);

  it('spreads answers over the time, and ends before it does', () => {
    const round = open();
    expect(answered(round, 0)).toBe(0);
    expect(answered(round, 3)).toBeLessThan(0.05);
    expect(answered(round, 25)).toBeGreaterThan(0.35);
    expect(answered(round, 25)).toBeLessThan(0.7);
    expect(answered(round, 58)).toBeCloseTo(MIXTURE.habits.punctual, 1);
    for (let second = 1; second <= 60; second += 1)
      expect(answered(round, second) - answered(round, second - 1)).toBeLessThan(0.1);
  });

  it('never goes back, and revises once at most', () => {
    fc.assert(
      fc.property(fc.constantFrom(...students), fc.nat(70_000), fc.nat(70_000), (student, one, two) => {
        const [early, late] = [Math.min(one, two), Math.max(one, two)];
        const at = (ms: number): number => revisionSent(student, open(), START + ms);
        expect(at(early)).toBeLessThanOrEqual(at(late));
        expect(at(1e9)).toBe(student.habit === 'punctual' ? (student.revises ? 2 : 1) : 0);
      }),
    );
  });

  it('sends after a close what comes late, and nothing that was not on its way', () => {
    const round = closed(20);
    const before = answered(open(), 20);
    expect(answered(round, 1_000) - before).toBeCloseTo(MIXTURE.habits.late, 1);
    const late = students.filter(({ habit }) => habit === 'late');
    const sent = (ms: number) =>
      late.filter((each) => revisionSent(each, round, START + 20_000 + ms) > 0).length;
    expect([sent(GRACE_MS), sent(GRACE_MS + LATE_WITHIN_MS)]).toEqual([0, late.length]);
    expect(isAnswered(round, START + 21_000)).toBe(true);
    expect(isAnswered(round, START + 20_000 + GRACE_MS + 3 * LATE_WITHIN_MS)).toBe(false);
    expect(isAnswered(lobby().rounds[0] ?? round, START)).toBe(false);
  });

  it('takes a minute where there is no timer', () => {
    const round = new Lecture(lobby()).does({ type: 'open', roundId: 'r1', seconds: null }).round('r1');
    expect(answered(round, 58)).toBeCloseTo(MIXTURE.habits.punctual, 1);
  });
});

describe('choices and errors', () => {
  const options = ['x-ray', 'ct', 'troponin', NO_TEST_YET].map((id) => ({ id }));
  const task = (several: boolean): Task => ({ task: 'next-test', spec: { options, several } });
  const asked = (changes: Partial<Asked> = {}): Asked => ({
    seed: 'r1',
    merits: new Map([
      ['x-ray', 0.3],
      ['ct', 1],
      ['troponin', 0.1],
      [NO_TEST_YET, 0.02],
    ]),
    language: 'en',
    stageNos: [1],
    opinion: null,
    planted: null,
    ...changes,
  });
  const chosenBy = (bias: Bias, given = asked()) =>
    classOf(1_000)
      .filter((each) => each.bias === bias)
      .map((student) => simulatedAnswer(student, task(false), given))
      .flatMap((answer) => (answer?.kind === 'choice' ? answer.optionIds : []));
  const share = (ids: readonly string[], id: string): number =>
    ids.filter((each) => each === id).length / ids.length;

  it('are such as a phone could have sent, the same whenever asked for', () => {
    const error: Task = { task: 'find-error', spec: { lines: [{ id: 'a' }, { id: 'b' }] } };
    for (const each of [task(true), task(false), error])
      for (const student of classOf(200)) {
        const answer = simulatedAnswer(student, each, asked({ planted: { lineId: 'a', errorKind: 'sum' } }));
        expect(answer === null ? null : answerIssues(answer, each, () => false)).toEqual([]);
        expect(simulatedAnswer(student, each, asked({ planted: { lineId: 'a', errorKind: 'sum' } }))).toEqual(
          answer,
        );
      }
  });

  it('show the bias: the best, none any more, the first on the list', () => {
    expect(share(chosenBy('calibrated'), 'ct')).toBe(1);
    expect(share(chosenBy('premature-closure'), NO_TEST_YET)).toBeGreaterThan(0.6);
    expect(share(chosenBy('availability'), 'x-ray')).toBeGreaterThan(0.6);
    expect(share(chosenBy('base-rate-neglect'), 'ct')).toBeLessThan(0.5);
    expect(share(chosenBy('anchoring'), 'ct')).toBeGreaterThan(0.8);
  });

  it('take one opinion of the class where nothing is known of an option', () => {
    const free = chosenBy('calibrated', asked({ merits: new Map() }));
    expect(new Set(free).size).toBe(1);
    const others = chosenBy('overconfidence', asked({ merits: new Map() }));
    expect(new Set(others).size).toBeGreaterThan(1);
  });

  it('find the planted error, the calibrated more often', () => {
    const lines = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
    const planted = { lineId: 'c', errorKind: 'base-rate' } as const;
    const right = (is: (bias: Bias) => boolean): number => {
      const some = classOf(1_000).filter(({ bias }) => is(bias));
      return shareOf(some, (student) => {
        const answer = simulatedAnswer(student, { task: 'find-error', spec: { lines } }, asked({ planted }));
        return answer?.kind === 'error' && isRightError(answer, planted);
      });
    };
    expect(right((bias) => bias === 'calibrated')).toBeGreaterThan(
      right((bias) => bias !== 'calibrated') + 0.1,
    );
  });

  it('leave a sentence in own words unanswered, and a list of which nobody knows anything', () => {
    for (const task of ['representation', 'differential'] as const)
      expect(simulatedAnswer(simulatedStudent('a class', 1), { task }, asked())).toBeNull();
  });
});

describe('wholePoints', () => {
  it('sum to 100 with Other, each at least 1, near their shares', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (shares, other) => {
        const list = wholePoints(new Map(shares.map((weight, at) => [`d${at}`, weight])), other);
        const all = [...list.points.values(), list.other];
        expect(all.every((points) => Number.isInteger(points) && points >= 1)).toBe(true);
        expect(all.reduce((sum, points) => sum + points, 0)).toBe(100);
        const total = shares.reduce((sum, weight) => sum + weight, other);
        fc.pre(total > 0);
        shares.forEach((weight, at) => {
          expect(Math.abs((list.points.get(`d${at}`) ?? 0) - (100 * weight) / total)).toBeLessThanOrEqual(
            shares.length + 1,
          );
        });
      }),
    );
  });
});
