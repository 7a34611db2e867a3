import { listOf } from '../../test/lists';
import { type CalibrationPair } from '../calibration/calibration-pair';
import { type CaseEvidence, type Commit, type History, type OfferedOption } from './history';
import { type Prompt } from './prompt';
import { promptsOf } from './prompts-of';

/**
 * A woman breathless after a knee replacement. Embolism starts level with pneumonia, gains by examination and blood, and
 * is shown by the scan, which excludes dissection; pneumonia and panic lose stage by stage.
 */
const EVIDENCE: CaseEvidence = {
  key: { diagnosis: 'embolism', acceptable: ['saddle-embolism'] },
  mustConsider: ['embolism', 'dissection'],
  priors: new Map([
    ['embolism', -3],
    ['pneumonia', -2],
    ['panic', -2.5],
    ['dissection', -5.5],
    ['myxoma', -7],
  ]),
  stages: [
    {
      stageNo: 1,
      scores: new Map([
        ['embolism', 0.6],
        ['pneumonia', 0.4],
        ['panic', -1],
        ['dissection', -2],
        ['myxoma', -3.4],
      ]),
      excluded: new Set(),
    },
    {
      stageNo: 2,
      scores: new Map([
        ['embolism', 1.6],
        ['pneumonia', -1],
        ['panic', -3],
        ['dissection', -2.5],
        ['myxoma', -4],
      ]),
      excluded: new Set(),
    },
    {
      stageNo: 3,
      scores: new Map([
        ['embolism', 6],
        ['pneumonia', -2],
        ['panic', -5],
        ['dissection', -9],
        ['myxoma', -5],
      ]),
      excluded: new Set(['dissection']),
    },
  ],
};

const at = (stageNo: number, points: Record<string, number>): Commit => ({ stageNo, list: listOf(points) });
const history = (...commits: Commit[]): History => ({ commits, choices: [] });

/** A scan that nearly decides between embolism and the rest, a D-dimer that is raised after any operation. */
const OPTIONS: OfferedOption[] = [
  { optionId: 'ct', chances: { given: new Map([['embolism', [0.95, 0.05]]]), elsewhere: [0.03, 0.97] } },
  { optionId: 'd-dimer', chances: { given: new Map([['embolism', [0.98, 0.02]]]), elsewhere: [0.9, 0.1] } },
  { optionId: 'no-test-yet', chances: null },
  { optionId: 'ask-a-friend', chances: null },
];

const pairs = (count: number, points: number, hits: number): CalibrationPair[] =>
  Array.from({ length: count }, (_, index) => ({ personId: '1', points, hit: index < hits }));

const INNOCENT = history(
  at(1, { embolism: 40, pneumonia: 30, dissection: 5 }),
  at(2, { embolism: 60, pneumonia: 15, dissection: 5 }),
  at(3, { embolism: 90, pneumonia: 4, panic: 1 }),
);

function promptsFor(written: History, earlier: readonly CalibrationPair[] = []): Prompt[] {
  return promptsOf(written, EVIDENCE, earlier);
}

describe('eight written histories', () => {
  it('anchoring: pneumonia kept although examination and scan speak against it', () => {
    expect(
      promptsFor(
        history(
          at(1, { pneumonia: 50, embolism: 20, dissection: 5 }),
          at(2, { pneumonia: 50, embolism: 25, dissection: 5 }),
          at(3, { pneumonia: 30, embolism: 55, panic: 1 }),
        ),
      ),
    ).toEqual([
      {
        code: 'anchoring',
        stageNo: 2,
        diseaseId: 'pneumonia',
        before: 50,
        stated: 50,
        moved: expect.closeTo((100 * 50 * Math.exp(-1.4)) / movedTotal, 9),
      },
    ]);
  });

  // Of the list above, moved by the examination: pneumonia −1.4, embolism +1, dissection −0.5, Other 0.
  const movedTotal = 50 * Math.exp(-1.4) + 20 * Math.E + 5 * Math.exp(-0.5) + 25;

  it('premature closure: nine tenths on what the evidence carries to under six', () => {
    const [prompt, ...others] = promptsFor(
      history(
        at(1, { embolism: 25, pneumonia: 25, dissection: 5 }),
        at(2, { embolism: 90, pneumonia: 4, dissection: 1 }),
      ),
    );
    expect(prompt).toMatchObject({
      code: 'premature-closure',
      stageNo: 2,
      diseaseId: 'embolism',
      stated: 90,
    });
    expect(others).toEqual([]);
  });

  it('base-rate neglect: the rare tumour weighed by its findings alone', () => {
    expect(
      promptsFor(
        history(
          at(1, { embolism: 40, myxoma: 30, dissection: 5 }),
          at(2, { embolism: 60, myxoma: 12, dissection: 5 }),
          at(3, { embolism: 90, myxoma: 1, panic: 1 }),
        ),
      ),
    ).toEqual([
      {
        code: 'base-rate-neglect',
        stageNo: 1,
        diseaseIds: ['embolism', 'myxoma'],
        stated: expect.closeTo(4 / 3, 9),
        byFindings: expect.closeTo(1, 9),
        withSetting: expect.closeTo(Math.exp(4), 9),
      },
    ]);
  });

  it('test choice: a D-dimer after an operation, beside the scan', () => {
    const [prompt, ...others] = promptsFor({
      ...INNOCENT,
      choices: [{ stageNo: 2, chosen: ['d-dimer'], options: OPTIONS }],
    });
    expect(prompt).toMatchObject({ code: 'test-choice', optionId: 'd-dimer', better: { optionId: 'ct' } });
    expect(others).toEqual([]);
  });

  it('danger missed: dissection never thought of before the scan excluded it', () => {
    expect(
      promptsFor(
        history(
          at(1, { embolism: 40, pneumonia: 30, panic: 10 }),
          at(2, { embolism: 60, pneumonia: 15, panic: 5 }),
          at(3, { embolism: 90, pneumonia: 4, dissection: 1 }),
        ),
      ),
    ).toEqual([{ code: 'danger-missed', diseaseIds: ['dissection'] }]);
  });

  it('overconfidence: forty points on average, and one in five was so', () => {
    expect(promptsFor(INNOCENT, pairs(20, 40, 4))).toEqual([
      { code: 'overconfidence', pairs: 20, stated: 40, observed: 20 },
    ]);
  });

  it('none for one who moves with the evidence and chooses the scan', () => {
    expect(
      promptsFor(
        { ...INNOCENT, choices: [{ stageNo: 2, chosen: ['ct'], options: OPTIONS }] },
        pairs(20, 40, 8),
      ),
    ).toEqual([]);
  });

  it('none for one who starts with pneumonia, lets go of it and is cautious', () => {
    expect(
      promptsFor(
        history(
          at(1, { pneumonia: 40, embolism: 30, dissection: 10 }),
          at(2, { embolism: 50, pneumonia: 20, dissection: 10 }),
          at(3, { 'saddle-embolism': 75, pneumonia: 5, panic: 1 }),
        ),
        pairs(19, 90, 0),
      ),
    ).toEqual([]);
  });
});

describe('promptsOf', () => {
  it('asks nothing of somebody who committed to nothing', () => {
    expect(
      promptsFor({ commits: [], choices: [{ stageNo: 1, chosen: ['d-dimer'], options: OPTIONS }] }),
    ).toEqual([]);
  });

  it('calls the dropping of a danger that nothing excluded closure', () => {
    const dropped = history(
      at(1, { embolism: 40, pneumonia: 30, dissection: 5 }),
      at(2, { embolism: 60, pneumonia: 15, panic: 5 }),
    );
    expect(promptsFor(dropped)).toEqual([{ code: 'premature-closure', stageNo: 2, dropped: ['dissection'] }]);
  });

  it('lets a late joiner miss no danger that was excluded before', () => {
    expect(promptsFor(history(at(3, { embolism: 80, pneumonia: 5, panic: 5 })))).toEqual([]);
  });

  it('blames nobody for little that is left to an old leader', () => {
    const left = (points: number): History =>
      history(
        at(1, { pneumonia: 40, embolism: 30, dissection: 10 }),
        at(3, { embolism: 75, pneumonia: points, panic: 1 }),
      );
    expect(promptsFor(left(10))).toEqual([]);
    expect(promptsFor(left(20))).toMatchObject([{ code: 'anchoring', stageNo: 3 }]);
  });

  it('blames one who keeps what is excluded', () => {
    const kept = history(
      at(1, { dissection: 50, embolism: 12, pneumonia: 10 }),
      at(2, { dissection: 36, embolism: 40, pneumonia: 5 }),
      at(3, { dissection: 30, embolism: 50, pneumonia: 5 }),
    );
    expect(promptsFor(kept)).toEqual([
      { code: 'anchoring', stageNo: 3, diseaseId: 'dissection', before: 36, stated: 30, moved: 0 },
    ]);
  });

  it('takes the last list of a stage', () => {
    const twice = {
      commits: [at(1, { panic: 40, asthma: 30, pneumonia: 5 }), ...INNOCENT.commits],
      choices: [],
    };
    expect(promptsFor(twice)).toEqual([]);
  });

  it('asks why not to test where a test would tell much, and judges nothing unknown', () => {
    const choosing = (...chosen: string[]): History => ({
      ...INNOCENT,
      choices: [{ stageNo: 1, chosen, options: OPTIONS }],
    });
    expect(promptsFor(choosing('no-test-yet'))).toMatchObject([{ code: 'test-choice', bits: 0 }]);
    expect(promptsFor(choosing('d-dimer', 'no-test-yet'))).toMatchObject([{ optionId: 'd-dimer' }]);
    expect(promptsFor(choosing('d-dimer', 'ct'))).toEqual([]);
    expect(promptsFor(choosing('ask-a-friend'))).toEqual([]);
    expect(promptsFor(choosing('d-dimer', 'ask-a-friend'))).toEqual([]);
  });

  it('asks at most three, what endangers first', () => {
    const much = history(
      at(1, { pneumonia: 70, panic: 15, asthma: 10 }),
      at(2, { pneumonia: 90, panic: 5, asthma: 1 }),
    );
    const choices = [{ stageNo: 1, chosen: ['no-test-yet'], options: OPTIONS }];
    const codes = promptsFor({ ...much, choices }, pairs(30, 90, 1)).map(({ code }) => code);
    expect(codes).toEqual(['danger-missed', 'premature-closure', 'anchoring']);
  });

  it('needs evidence for every stage', () => {
    expect(() => promptsFor(history(at(9, { embolism: 40, pneumonia: 30, panic: 10 })))).toThrow(RangeError);
  });
});
