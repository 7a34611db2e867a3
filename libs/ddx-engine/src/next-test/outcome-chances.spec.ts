import {
  binary,
  BLOOD,
  caseOf,
  categorical,
  disease,
  FILM,
  knowledge,
  PARAMETERS,
  valueOf,
} from '../../test/fixtures';
import { answer } from '../answer/answer';
import { compileKnowledge } from '../compile/compile-knowledge';
import { rank } from '../ranking/rank';
import { outcomeChances } from './outcome-chances';

const FINDINGS = [
  binary('fever', 0.2),
  binary('consolidation', 0.05, { kind: 'imaging', stage: 'imaging' }),
  binary('effusion', 0.04, { kind: 'imaging', stage: 'imaging' }),
  categorical('crp', { low: 0.5, raised: 0.3, high: 0.2 }),
];
const DISEASES = [
  disease('pneumonia', 0.02, {
    fever: 0.8,
    consolidation: 0.9,
    effusion: 0.3,
    crp: { theta: { low: 0.05, raised: 0.25, high: 0.7 } },
  }),
  disease('failure', 0.02, { effusion: 0.5, consolidation: 0.1 }),
  disease('migraine', 0.05, { fever: 0.02 }),
];
const COMPILED = compileKnowledge(knowledge(FINDINGS, DISEASES, { tests: [FILM, BLOOD] }));
const ALL = ['pneumonia', 'failure', 'migraine'];

const chances = (
  observed: Parameters<typeof caseOf>[0],
  testIds = ['chest-film', 'blood'],
  diseaseIds = ALL,
) => valueOf(outcomeChances(COMPILED, PARAMETERS, caseOf(observed), { diseaseIds, testIds }));

const entropy = (of: readonly number[]): number =>
  of.reduce((sum, chance) => (chance > 0 ? sum - chance * Math.log2(chance) : sum), 0);

describe('outcomes of tests by disease', () => {
  it('sum to one in each disease and elsewhere', () => {
    for (const { outcomes, elsewhere, given } of chances({ fever: 'present' }))
      for (const row of [elsewhere, ...given.values()]) {
        expect(row).toHaveLength(outcomes.length);
        expect(row.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
      }
  });

  it('tell on the engine’s own list as many bits as the list of next tests says', () => {
    const observed = { fever: 'present' } as const;
    const { differential, other } = valueOf(rank(COMPILED, PARAMETERS, caseOf(observed)));
    const { nextTests } = valueOf(answer(COMPILED, PARAMETERS, caseOf(observed)));
    expect(nextTests.map(({ testId }) => testId).sort()).toEqual(['blood', 'chest-film']);
    for (const { testId, outcomes, elsewhere, given } of chances(observed)) {
      const rows = [
        ...differential.map(({ diseaseId, probability }) => ({
          weight: probability,
          row: given.get(diseaseId) ?? elsewhere,
        })),
        { weight: other.probability, row: elsewhere },
      ];
      const mixed = outcomes.map((_, at) =>
        rows.reduce((sum, { weight, row }) => sum + weight * (row[at] ?? 0), 0),
      );
      const bits = entropy(mixed) - rows.reduce((sum, { weight, row }) => sum + weight * entropy(row), 0);
      const said = nextTests.find((test) => test.testId === testId)?.expectedInformationGain;
      expect(bits).toBeCloseTo(said ?? NaN, 9);
    }
  });

  it('are those that are left of what is known already', () => {
    const [film] = chances({ consolidation: 'absent' }, ['chest-film']);
    expect(film?.outcomes).toEqual(['effusion', 'clear']);
    expect(chances({ consolidation: 'present', effusion: 'absent' }, ['chest-film'])).toEqual([]);
    expect(chances({ crp: 'high' }, ['blood'])).toEqual([]);
  });

  it('are told of the diseases asked for that know the test, and of the tests that there are', () => {
    const told = chances({}, ['blood', 'no-such-test'], ['pneumonia', 'migraine', 'no-such-disease']);
    expect(told.map(({ testId, given }) => [testId, [...given.keys()]])).toEqual([['blood', ['pneumonia']]]);
  });

  it('are refused as a list would be', () => {
    const odd = outcomeChances(COMPILED, PARAMETERS, caseOf({ nothing: 'present' }), {
      diseaseIds: [],
      testIds: [],
    });
    expect(odd.ok).toBe(false);
  });
});
