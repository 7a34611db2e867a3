import { tries } from '@openrounds/testing';
import fc from 'fast-check';
import { anyOpinion, scoresOf, stageOf } from '../../test/opinions';
import { answerIssues } from '../answers/check-answer';
import { calibrationCurve } from '../calibration/calibration-curve';
import { calibrationPairs } from '../calibration/calibration-pair';
import { nameIndex } from '../names/name-index';
import { statedList } from '../names/match-words';
import { movedList } from '../prompts/moved-list';
import { NO_TEST_YET } from '../answers/task';
import { bitsOnList } from '../prompts/bits-on-list';
import { type Prompt, type PromptCode } from '../prompts/prompt';
import { promptsOf } from '../prompts/prompts-of';
import { type StatedList } from '../scores/stated-list';
import { type Bias, MIXTURE } from './mixture';
import { type CaseOpinion, opinionOfKey } from './opinion';
import { simulatedChoice } from './simulated-choice';
import { simulatedList } from './simulated-list';
import { type SimulatedStudent } from './simulated-student';

const BIASES = Object.keys(MIXTURE.biases) as Bias[];
const READING = { index: nameIndex([]), words: new Map<string, string>() };
const KEY = { diagnosis: 'no-such-key', acceptable: [] };
const STAGES = [1, 2, 3];

const studentWith = (bias: Bias, seed: string | number = 'one'): SimulatedStudent => ({
  seed: `class student ${seed}`,
  no: 1,
  bias,
  habit: 'punctual',
  revises: false,
});
const answersOf = (student: SimulatedStudent, opinion: CaseOpinion, stages = STAGES) =>
  stages.map((_, at) => {
    const answer = simulatedList(student, opinion, { stageNos: stages.slice(0, at + 1), language: 'en' });
    if (answer === null) throw new Error('no list');
    return answer;
  });
const listsOf = (...given: Parameters<typeof answersOf>): StatedList[] =>
  answersOf(...given).map((answer) => statedList(answer, READING));
const promptsFor = (student: SimulatedStudent, opinion: CaseOpinion): Prompt[] => {
  const commits = listsOf(student, opinion).map((list, at) => ({ stageNo: at + 1, list }));
  return promptsOf({ commits, choices: [] }, { ...opinion, key: KEY }, []);
};
const codesFor = (student: SimulatedStudent, opinion: CaseOpinion): PromptCode[] =>
  promptsFor(student, opinion).map(({ code }) => code);
const pointsOf = ({ points }: StatedList, id: string): number => points.get(id) ?? 0;
const mostOf = ({ points }: StatedList): number => Math.max(...points.values());
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const anyBias = fc.constantFrom(...BIASES);
const anySeed = fc.integer({ min: 0, max: 1_000_000 });
/** Seeds of so many students. */
const CLASS = Array.from({ length: 60 }, (_, at) => at);

/** The leader of the first stage falls at the second, and a rare danger stays. */
const FALLING: CaseOpinion = {
  mustConsider: ['danger'],
  priors: scoresOf({ old: -1, new: -2, third: -2, fourth: -3, danger: -4 }),
  stages: [
    stageOf(1, scoresOf({ old: 2, new: 0.5, third: 0, fourth: -0.5, danger: -1.5 })),
    stageOf(2, scoresOf({ old: -0.5, new: 1.5, third: 0, fourth: -0.5, danger: -1.5 })),
    stageOf(3, scoresOf({ old: -1.5, new: 1.8, third: 0, fourth: -0.5, danger: -1 })),
  ],
};

describe('every list', () => {
  it('is one that a phone could have sent: three to five known diseases, whole points, 100 with Other', () => {
    fc.assert(
      fc.property(anyOpinion, anyBias, anySeed, (opinion, bias, seed) => {
        const known = (id: string): boolean => opinion.priors.has(id);
        for (const answer of answersOf(studentWith(bias, seed), opinion))
          expect(answerIssues(answer, { task: 'differential' }, known)).toEqual([]);
      }),
    );
  });

  it('is the same whenever it is asked for', () => {
    fc.assert(
      fc.property(anyOpinion, anyBias, anySeed, (opinion, bias, seed) => {
        const student = studentWith(bias, seed);
        expect(answersOf(student, opinion)).toEqual(answersOf(student, opinion));
      }),
      { numRuns: 30 },
    );
    const lists = CLASS.map((seed) => JSON.stringify(answersOf(studentWith('calibrated', seed), FALLING)));
    expect(new Set(lists).size).toBeGreaterThan(CLASS.length / 2);
  });

  it('needs three diseases to think of', () => {
    const two = { ...FALLING, mustConsider: [], stages: [stageOf(1, scoresOf({ old: 1, new: 0 }))] };
    for (const bias of BIASES)
      expect(simulatedList(studentWith(bias), two, { stageNos: [1], language: 'en' })).toBeNull();
    const beyond = { stageNos: [1, 4], language: 'en' } as const;
    expect(simulatedList(studentWith('calibrated'), FALLING, beyond)).toBeNull();
  });

  it('can be drawn around a key alone', () => {
    const key = {
      diagnosis: 'pe',
      acceptable: [],
      alternatives: ['pneumonia', 'panic', 'pericarditis'],
      mustConsider: ['pe', 'dissection'],
      perStage: [
        new Map([
          ['panic', 50],
          ['pneumonia', 30],
          ['pe', 10],
        ] as const),
      ],
    };
    const opinion = opinionOfKey(key, 2);
    for (const bias of BIASES) {
      const [, second] = answersOf(studentWith(bias), opinion, [1, 2]);
      expect(
        answerIssues(second ?? { kind: 'text', text: '' }, { task: 'differential' }, () => true),
      ).toEqual([]);
    }
    const means = CLASS.map((seed) => listsOf(studentWith('calibrated', seed), opinion, [1])[0]);
    expect(meanOf(means.map((list) => (list === undefined ? 0 : pointsOf(list, 'panic'))))).toBeCloseTo(
      50,
      -1,
    );
  });
});

describe('the calibrated', () => {
  it('are asked no question about their thinking, whatever the case', () => {
    fc.assert(
      fc.property(anyOpinion, anySeed, (opinion, seed) => {
        const codes = codesFor(studentWith('calibrated', seed), opinion);
        // Points of a hundred cannot say that one is a thousand times likelier than the other.
        expect(codes.filter((code) => code !== 'base-rate-neglect')).toEqual([]);
      }),
      tries(300),
    );
    for (const seed of CLASS) expect(codesFor(studentWith('calibrated', seed), FALLING)).toEqual([]);
  });

  it('say on average what the engine says', () => {
    const first = CLASS.flatMap((seed) => listsOf(studentWith('calibrated', seed), FALLING, [1]));
    for (const [id, probability] of FALLING.stages[0]?.probabilities ?? [])
      if (probability > 0.1)
        expect(Math.abs(meanOf(first.map((list) => pointsOf(list, id))) - 100 * probability)).toBeLessThan(5);
  });
});

describe('a bias shows in the figures', () => {
  it('anchoring: asked wherever the first leader falls far', () => {
    for (const seed of CLASS)
      expect(codesFor(studentWith('anchoring', seed), FALLING)).toContain('anchoring');
    fc.assert(
      fc.property(anyOpinion, anySeed, (opinion, seed) => {
        const student = studentWith('anchoring', seed);
        const lists = listsOf(student, opinion);
        const [first, second] = lists;
        const [from, to] = opinion.stages;
        if (first === undefined || second === undefined || from === undefined || to === undefined) return;
        const leader = [...first.points].sort((one, two) => two[1] - one[1]);
        const [[held, points] = ['', 0], [, next] = ['', 0]] = leader;
        fc.pre(points > next && points >= 20);
        const moved = movedList({ before: first, now: second, from, to }).get(held) ?? 0;
        expect(pointsOf(second, held)).toBeGreaterThanOrEqual(Math.min(points, 85));
        if (moved < points / 4) expect(codesFor(student, opinion)).toContain('anchoring');
      }),
    );
  });

  it('base-rate neglect: asked where what fits best is rare', () => {
    const rare: CaseOpinion = {
      mustConsider: [],
      priors: scoresOf({ common: 0, rare: -3.5, third: -2, fourth: -3 }),
      stages: [1, 2, 3].map((no) =>
        stageOf(no, scoresOf({ common: 2, rare: -0.8, third: -1, fourth: -1.5 })),
      ),
    };
    for (const seed of CLASS) {
      expect(codesFor(studentWith('base-rate-neglect', seed), rare)).toContain('base-rate-neglect');
      expect(codesFor(studentWith('calibrated', seed), rare)).toEqual([]);
    }
  });

  it('premature closure: nearly all on one from the second list on, and the danger let go', () => {
    for (const seed of CLASS) {
      const student = studentWith('premature-closure', seed);
      const [, second] = listsOf(student, FALLING);
      expect(second === undefined ? 0 : mostOf(second)).toBeGreaterThanOrEqual(80);
      expect(codesFor(student, FALLING)).toContain('premature-closure');
    }
  });

  it('availability: what is common is named, and the rare danger is missed', () => {
    for (const seed of CLASS) {
      const student = studentWith('availability', seed);
      const [first] = listsOf(student, FALLING);
      const [commonest] = [...(first?.points ?? [])].sort((one, two) => two[1] - one[1]);
      expect(['old', 'new', 'third']).toContain(commonest?.[0]);
      // A list of five names all diseases of this small case.
      if ((first?.points.size ?? 0) < 5) expect(codesFor(student, FALLING)).toContain('danger-missed');
    }
  });

  it('premature closure: tests no more, where a test would tell much', () => {
    const even = [0.5, 0.5];
    const chances = (given: Readonly<Record<string, number[]>>) => ({
      given: new Map(Object.entries(given)),
      elsewhere: even,
    });
    const tests = new Map([
      [
        'telling',
        chances({ old: [0.99, 0.01], new: [0.01, 0.99], third: [0.01, 0.99], fourth: [0.99, 0.01] }),
      ],
      ['idle', chances({})],
    ]);
    const options = [...tests.keys(), NO_TEST_YET].map((id) => ({ id }));
    const offered = options.map(({ id }) => ({ optionId: id, chances: tests.get(id) ?? null }));
    const asked = (bias: Bias): number[] =>
      CLASS.map((seed) => {
        const student = studentWith(bias, seed);
        const [list = { points: new Map<string, number>(), other: 100 }] = listsOf(student, FALLING, [1]);
        const merits = new Map([...tests].map(([id, test]) => [id, bitsOnList(list, test)] as const));
        const { optionIds } = simulatedChoice(student, { options, several: false }, { seed: 'r2', merits });
        const choice = { stageNo: 1, chosen: optionIds, options: offered };
        const history = { commits: [{ stageNo: 1, list }], choices: [choice] };
        const prompts = promptsOf(history, { ...FALLING, mustConsider: [], key: KEY }, []);
        return prompts.filter(({ code }) => code === 'test-choice').length;
      });
    expect(meanOf(asked('premature-closure'))).toBeGreaterThan(0.6);
    expect(meanOf(asked('calibrated'))).toBe(0);
  });

  it('own words: points that count as Other', () => {
    for (const seed of CLASS) {
      const [answer] = answersOf(studentWith('own-words', seed), FALLING);
      const words = answer?.entries.flatMap((entry) => ('text' in entry ? [entry] : [])) ?? [];
      expect(words.length).toBeGreaterThanOrEqual(1);
      const list = answer && statedList(answer, READING);
      expect(list?.other).toBe(words.reduce((sum, { points }) => sum + points, answer?.other ?? 0));
    }
  });

  it('over- and underconfidence: the calibration curve lies below and above', () => {
    // Truths as often as the engine says, of which each student states a list.
    const truths = [...(FALLING.stages[0]?.probabilities ?? [])].flatMap(([id, probability]) =>
      Array.from({ length: Math.round(400 * probability) }, () => id),
    );
    const gapOf = (bias: Bias): number => {
      const pairs = truths.flatMap((diagnosis, at) => {
        const [list] = listsOf(studentWith(bias, at), FALLING, [1]);
        return list === undefined ? [] : calibrationPairs(String(at), list, { diagnosis, acceptable: [] });
      });
      const top = calibrationCurve(pairs).filter(({ from }) => from >= 35);
      const all = top.reduce((sum, { pairs: count }) => sum + count, 0);
      if (all === 0) return 0;
      return top.reduce((sum, { stated, observed, pairs: n }) => sum + (n * (stated - observed)) / all, 0);
    };
    expect(gapOf('overconfidence')).toBeGreaterThan(0.1);
    expect(Math.abs(gapOf('calibrated'))).toBeLessThan(0.08);
    const mean = (bias: Bias): number =>
      meanOf(CLASS.flatMap((seed) => listsOf(studentWith(bias, seed), FALLING, [1]).map(mostOf)));
    expect(mean('overconfidence')).toBeGreaterThan(mean('calibrated') + 10);
    expect(mean('underconfidence')).toBeLessThan(mean('calibrated') - 15);
  });
});
