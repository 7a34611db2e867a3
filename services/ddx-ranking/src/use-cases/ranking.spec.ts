import { CodedAnswer, type WhatIfInput } from '@openrounds/contracts';
import { compileKnowledge } from '@openrounds/ddx-engine';
import { engineKnowledgeFor } from '@openrounds/knowledge';
import { newId } from '@openrounds/platform';
import {
  codedCases,
  facts,
  runOptions,
  TestClock,
  tinyBundle,
  tinyBundleWithScore,
  versions,
} from '@openrounds/testing';
import { MemoryRankings } from '../../test/doubles/memory-rankings';
import { type Engines } from '../ports/engines';
import { RankDifferential, type RunToRank } from './rank-differential';
import { ViewRun } from './view-run';
import { WhatIf } from './what-if';

const SMALL = (): boolean => false;
const LARGE = (): boolean => true;
const tiny = tinyBundle();

/** Rankings in memory, and how often the engine was asked for. */
class World {
  readonly rankings = new MemoryRankings();
  asked: unknown[] = [];

  constructor(private readonly bundle = tiny) {}

  private readonly engines: Engines = {
    of: (...asked) => {
      this.asked.push(asked);
      const { bundle } = this;
      const knowledge = compileKnowledge(engineKnowledgeFor(bundle, 'emergency'));
      return Promise.resolve({ bundle, knowledge, parameters: bundle.calibration.parameters });
    },
  };
  readonly rank = new RankDifferential(this.rankings, this.engines, new TestClock());
  readonly whatIf = new WhatIf(this.rankings, this.engines);
  readonly view = new ViewRun(this.rankings, this.engines);
}

const embolism = facts.build({
  observed: [
    { findingId: 'dyspnoea', presence: 'present', certainty: 1 },
    { findingId: 'unilateral-leg-swelling', presence: 'present', certainty: 1 },
    { findingId: 'illness-onset', state: 'seconds-minutes', certainty: 1 },
  ],
});
const runToRank = (changes: Partial<RunToRank> = {}): RunToRank => ({
  runId: newId(),
  caseId: newId(),
  tenantId: 'school',
  versions: versions.build({ knowledge: 'the-runs-own' }),
  options: runOptions.build(),
  facts: embolism,
  codedCase: codedCases.build(),
  ...changes,
});

describe('RankDifferential', () => {
  it('ranks with the knowledge the run was accepted under; probabilities sum to 1', async () => {
    const world = new World();
    const { answer } = await world.rank.execute(runToRank(), SMALL);
    expect(world.asked).toEqual([['the-runs-own', 'emergency']]);
    expect(answer.differential[0]?.diseaseId).toBe('pulmonary-embolism');
    const listed = answer.differential.reduce((sum, { probability }) => sum + probability, 0);
    expect(Math.abs(listed + answer.remainder.probability + answer.other.probability - 1)).toBeLessThan(1e-9);
  });

  it('lists as many as were asked for; the rest is the remainder', async () => {
    const { answer } = await new World().rank.execute(
      runToRank({ options: runOptions.build({ topN: 1 }) }),
      SMALL,
    );
    expect(answer.differential).toHaveLength(1);
    expect(answer.remainder.count).toBe(2);
  });

  it('keeps an answer that is too large to be sent as it is packed, and finds that very one again', async () => {
    const world = new World();
    const run = runToRank();
    const first = await world.rank.execute(run, LARGE);
    expect(first.large).toBe(true);
    expect(await world.rankings.readPacked('school', run.runId)).toEqual(first.packed);
    expect(await world.rank.execute(run, SMALL)).toEqual(first);
    const inline = await new World().rank.execute(runToRank(), SMALL);
    expect(inline.large).toBe(false);
  });

  it('answers what the contract says, to the key', async () => {
    const { answer } = await new World(tinyBundleWithScore()).rank.execute(runToRank(), SMALL);
    expect(CodedAnswer.parse(answer)).toEqual(answer);
    const [first] = answer.differential;
    const drifted = { ...answer, differential: [{ ...first, newlyFound: 1 }] };
    expect(CodedAnswer.safeParse(drifted).success).toBe(false);
  });

  it('draws the same intervals for the same case and versions, whatever the run is called', async () => {
    const intervals = async (run: RunToRank) =>
      (await new World().rank.execute(run, SMALL)).answer.differential.map(({ interval }) => interval);
    const first = await intervals(runToRank());
    expect(first[0]?.p05).toBeLessThan(first[0]?.p95 ?? 0);
    expect(await intervals(runToRank())).toEqual(first);
    const newer = runToRank({ versions: versions.build({ knowledge: 'a-newer-one' }) });
    expect(await intervals(newer)).not.toEqual(first);
  });

  it('keeps the scores with the list, with what the case answers of them', async () => {
    const scored = new World(tinyBundleWithScore());
    const codedCase = codedCases.build({
      findings: [{ findingId: 'pleuritic-chest-pain', presence: 'present' }],
    });
    const { answer } = await scored.rank.execute(runToRank({ codedCase }), SMALL);
    expect(answer.scores).toMatchObject([
      { scoreId: 'made-up-score', inputs: { 'pleuritic-pain': true, age: 58, sex: 'female' } },
    ]);
    expect(JSON.parse(JSON.stringify(answer.scores))).toEqual(answer.scores);
    expect((await new World().rank.execute(runToRank({ codedCase }), SMALL)).answer.scores).toEqual([]);
  });

  it('finds a ranking again instead of ranking twice', async () => {
    const world = new World();
    const run = runToRank();
    const first = await world.rank.execute(run, SMALL);
    expect(await world.rank.execute({ ...run, facts: facts.build() }, SMALL)).toEqual(first);
    expect(world.asked).toHaveLength(1);
  });

  it('refuses facts that contradict one another', async () => {
    const contradiction = facts.build({
      observed: [
        { findingId: 'dyspnoea', presence: 'present' },
        { findingId: 'dyspnoea', presence: 'absent' },
      ],
    });
    await expect(new World().rank.execute(runToRank({ facts: contradiction }), SMALL)).rejects.toMatchObject({
      code: 'case-not-understood',
    });
  });

  it('refuses a case that was erased meanwhile', async () => {
    const world = new World();
    const run = runToRank();
    await world.rankings.erase('school', run.caseId);
    await expect(world.rank.execute(run, SMALL)).rejects.toMatchObject({ code: 'case-erased' });
  });
});

describe('WhatIf', () => {
  const ranked = async () => {
    const world = new World();
    const run = runToRank();
    await world.rank.execute(run, SMALL);
    return { world, run };
  };
  const probabilityOf = (
    list: { diseaseId: string; probabilityBefore: number; probabilityAfter: number }[],
  ) => list.find(({ diseaseId }) => diseaseId === 'pulmonary-embolism');

  it('tells before from after, with the run’s own knowledge, and stores nothing', async () => {
    const { world, run } = await ranked();
    const kept = world.rankings.kept;
    const change = {
      set: [{ findingId: 'ct-pulmonary-artery-filling-defect', presence: 'absent' as const }],
    };
    const { differential } = await world.whatIf.execute('school', run.runId, change, 10);
    const { probabilityBefore = 0, probabilityAfter = 1 } = probabilityOf(differential) ?? {};
    expect(probabilityBefore).toBeCloseTo(kept[0]?.answer.differential[0]?.probability ?? NaN, 12);
    expect(probabilityAfter).toBeLessThan(probabilityBefore);
    expect(world.rankings.kept).toEqual(kept);
    expect(world.asked.at(-1)).toEqual(['the-runs-own', 'emergency']);
  });

  it('forgets what is removed', async () => {
    const { world, run } = await ranked();
    const change = { set: [], remove: ['unilateral-leg-swelling'] };
    const { differential } = await world.whatIf.execute('school', run.runId, change, 10);
    const { probabilityBefore = 0, probabilityAfter = 1 } = probabilityOf(differential) ?? {};
    expect(probabilityAfter).toBeLessThan(probabilityBefore);
  });

  const absent = 'absent' as const;
  const present = 'present' as const;
  it.each<[string, WhatIfInput, [pointer: string, code: string][]]>([
    [
      'findings that the knowledge base lacks, set or removed',
      {
        set: [
          { findingId: 'dyspnoea', presence: absent },
          { findingId: 'no-such', presence: present },
        ],
        remove: ['illness-onset', 'nor-this'],
      },
      [
        ['/set/1/findingId', 'unknown-finding'],
        ['/remove/1', 'unknown-finding'],
      ],
    ],
    [
      'a finding that is set twice',
      {
        set: [
          { findingId: 'dyspnoea', presence: absent },
          { findingId: 'dyspnoea', presence: present },
        ],
      },
      [['/set/1/findingId', 'duplicate-finding']],
    ],
    [
      'a state that the finding has not',
      { set: [{ findingId: 'illness-onset', value: { code: 'at-noon' } }] },
      [['/set/0/value/code', 'unknown-state']],
    ],
    [
      'a presence for a finding with states',
      { set: [{ findingId: 'illness-onset', presence: present }] },
      [['/set/0/presence', 'presence-not-allowed']],
    ],
    [
      'a value for a finding that is present or absent',
      { set: [{ findingId: 'dyspnoea', value: { code: 'severe' } }] },
      [['/set/0/value', 'value-not-allowed']],
    ],
    [
      'a certainty that is none',
      { set: [{ findingId: 'dyspnoea', presence: present, certainty: 0.2 }] },
      [['/set/0/certainty', 'certainty-out-of-range']],
    ],
    [
      'what contradicts the case',
      { set: [{ findingId: 'chest-pain', presence: absent }] },
      [['/set/0/presence', 'contradiction']],
    ],
    [
      'what contradicts itself',
      {
        set: [
          { findingId: 'chest-pain', presence: absent },
          { findingId: 'pleuritic-chest-pain', presence: present },
        ],
      },
      [
        ['/set/0/presence', 'contradiction'],
        ['/set/1/presence', 'contradiction'],
      ],
    ],
  ])('refuses %s, naming the field and the cause', async (_what, change, errors) => {
    const pleuritic = { findingId: 'pleuritic-chest-pain', presence: present, certainty: 1 };
    const findings = tiny.findings.map((each) => ({ ...each, impliesAbsence: true }));
    const world = new World({ ...tiny, findings });
    const run = runToRank({ facts: { ...embolism, observed: [...embolism.observed, pleuritic] } });
    await world.rank.execute(run, SMALL);
    await expect(world.whatIf.execute('school', run.runId, change, 10)).rejects.toMatchObject({
      code: 'invalid-request',
      errors: errors.map(([pointer, code]) => ({ pointer, code, message: expect.any(String) as string })),
    });
  });

  it('knows no list of a run that is not ranked, nor of another tenant', async () => {
    const { world, run } = await ranked();
    for (const [tenant, id] of [
      ['school', newId()],
      ['other', run.runId],
    ] as const) {
      await expect(world.whatIf.execute(tenant, id, { set: [] }, 10)).rejects.toMatchObject({
        code: 'run-not-ready',
      });
    }
  });
});

describe('ViewRun', () => {
  const ranked = async () => {
    const world = new World();
    const run = runToRank();
    const { answer } = await world.rank.execute(run, SMALL);
    const [first, second] = answer.differential.map(({ diseaseId }) => diseaseId);
    return { world, run, answer, pair: [first ?? '', second ?? ''] as const };
  };

  it('compares two diseases by bars that add up to the difference of their scores', async () => {
    const { world, run, answer, pair } = await ranked();
    const comparison = await world.view.compare('school', run.runId, pair);
    const bars = [...comparison.shared, ...comparison.forA, ...comparison.forB];
    const sum = bars.reduce((total, { difference }) => total + difference, comparison.priorDifference);
    const [a, b] = answer.differential;
    expect(sum).toBeCloseTo(comparison.scoreDifference, 9);
    expect(comparison.scoreDifference).toBeCloseTo((a?.score ?? NaN) - (b?.score ?? NaN), 9);
  });

  it('refuses a disease that the knowledge base lacks', async () => {
    const { world, run, pair } = await ranked();
    await expect(world.view.compare('school', run.runId, [pair[0], 'no-such'])).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('ends its stages with the list of the whole case', async () => {
    const { world, run, answer } = await ranked();
    const { stages } = await world.view.stages('school', run.runId);
    expect(stages.flatMap(({ revealed }) => revealed).sort()).toEqual(
      run.facts.observed.map(({ findingId }) => findingId).sort(),
    );
    expect(stages.at(-1)?.differential[0]).toMatchObject({
      diseaseId: answer.differential[0]?.diseaseId,
      probability: expect.closeTo(answer.differential[0]?.probability ?? NaN, 9),
    });
  });

  it('replays the case’s own stages in their order', async () => {
    const world = new World();
    const run = runToRank({
      facts: { ...embolism, stages: [['unilateral-leg-swelling'], [], ['dyspnoea']] },
    });
    const { answer } = await world.rank.execute(run, SMALL);
    const { stages } = await world.view.stages('school', run.runId);
    expect(stages.map(({ name, ownStage, revealed }) => [name, ownStage, revealed])).toEqual([
      ['stage-1', 0, ['illness-onset', 'unilateral-leg-swelling']],
      ['stage-2', 1, []],
      ['stage-3', 2, ['dyspnoea']],
    ]);
    expect(stages.at(-1)?.other.probability).toBeCloseTo(answer.other.probability, 9);
  });

  it('names the disease that is first and what would change that', async () => {
    const { world, run, answer } = await ranked();
    const { first, counterfactual } = await world.view.counterfactual('school', run.runId);
    expect(first?.diseaseId).toBe(answer.differential[0]?.diseaseId);
    expect(counterfactual === null || counterfactual.first.diseaseId !== first?.diseaseId).toBe(true);
  });

  it('knows no run of another tenant', async () => {
    const { world, run } = await ranked();
    await expect(world.view.stages('other', run.runId)).rejects.toMatchObject({ code: 'run-not-ready' });
  });
});
