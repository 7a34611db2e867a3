import { binary, categorical, disease, knowledge } from '../../test/fixtures';
import { type EngineKnowledge } from '../model/knowledge';
import { compileKnowledge } from './compile-knowledge';
import { InvalidKnowledgeError } from './invalid-knowledge-error';

function issuesOf(invalid: EngineKnowledge): string[] {
  try {
    compileKnowledge(invalid);
  } catch (error) {
    if (error instanceof InvalidKnowledgeError)
      return error.issues.map((one) => `${one.id} ${one.code} ${one.detail}`);
    throw error;
  }
  return [];
}

const FEVER = binary('fever', 0.2);
const SODIUM = categorical('sodium', { low: 0.1, normal: 0.9 });
const TEST = { id: 'film', findings: [], cost: { tier: 1 }, invasiveness: 0, turnaround: 'minutes' };

describe('compileKnowledge', () => {
  it('accepts knowledge in which everything resolves', () => {
    const sound = knowledge(
      [FEVER, SODIUM, binary('high-fever', 0.05, { parent: 'fever' })],
      [disease('flu', 0.01, { fever: 0.9, sodium: { theta: { low: 0.1 } }, 'high-fever': { lrPos: 3 } })],
    );
    expect(issuesOf(sound)).toEqual([]);
  });

  it.each<[string, EngineKnowledge, string[]]>([
    ['a finding given twice', knowledge([FEVER, FEVER], []), ['fever duplicate-id fever']],
    ['a baseline beyond 1', knowledge([binary('f', 1.2)], []), ['f probability-out-of-range baseline']],
    [
      'a baseline that is no number',
      knowledge([binary('f', NaN)], []),
      ['f probability-out-of-range baseline'],
    ],
    [
      'a state without a baseline',
      knowledge(
        [{ ...SODIUM, domain: { kind: 'categorical', states: ['low', 'high'], baseline: { low: 0.1 } } }],
        [],
      ),
      ['sodium baseline-state-missing high'],
    ],
    ['a single state', knowledge([categorical('s', { only: 1 })], []), ['s too-few-states only']],
    ['an unknown parent', knowledge([binary('f', 0.1, { parent: 'x' })], []), ['f unknown-id x']],
    [
      'a categorical parent',
      knowledge([SODIUM, binary('f', 0.1, { parent: 'sodium' })], []),
      ['f parent-not-binary sodium'],
    ],
    [
      'a cycle of is-a',
      knowledge([binary('a', 0.1, { parent: 'b' }), binary('b', 0.1, { parent: 'a' })], []),
      ['a is-a-cycle b', 'b is-a-cycle a'],
    ],
    [
      'a state to explain that does not exist',
      knowledge([{ ...SODIUM, mustExplain: ['high'] }], []),
      ['sodium must-explain-domain high'],
    ],
    ['a prior of 0', knowledge([], [disease('d', 0, {})]), ['d prior-not-positive 0']],
    [
      'a multiplier of 0',
      knowledge([], [disease('d', 0.1, {}, { modifiers: [{ if: { sex: 'male' }, times: 0 }] })]),
      ['d multiplier-not-positive 0'],
    ],
    ['a link to nothing', knowledge([], [disease('d', 0.1, { x: 0.5 })]), ['d unknown-id x']],
    [
      'one finding linked twice',
      knowledge(
        [FEVER],
        [{ ...disease('d', 0.1, {}), links: [FEVER, FEVER].map(({ id }) => ({ finding: id, theta: 0.1 })) }],
      ),
      ['d duplicate-link fever'],
    ],
    [
      'theta and likelihood ratios at once',
      knowledge([FEVER], [disease('d', 0.1, { fever: { theta: 0.5, lrPos: 2 } })]),
      ['d link-domain fever'],
    ],
    [
      'a theta for a state that does not exist',
      knowledge([SODIUM], [disease('d', 0.1, { sodium: { theta: { high: 0.5 } } })]),
      ['d link-domain sodium'],
    ],
    [
      'a negative likelihood ratio',
      knowledge([FEVER], [disease('d', 0.1, { fever: { lrPos: -1 } })]),
      ['d likelihood-ratio-out-of-range fever'],
    ],
    [
      'a threshold of 0',
      knowledge([], [disease('d', 0.1, {}, { mustNotMiss: { threshold: 0, harm: 5, excludedWhen: [] } })]),
      ['d threshold-out-of-range 0, harm 5'],
    ],
    [
      'an excluding state that does not exist',
      knowledge(
        [SODIUM],
        [
          disease(
            'd',
            0.1,
            {},
            {
              mustNotMiss: {
                threshold: 0.1,
                harm: 5,
                excludedWhen: [{ finding: 'sodium', states: ['high'] }],
              },
            },
          ),
        ],
      ),
      ['d outcome-domain sodium'],
    ],
    [
      'a test with one result',
      knowledge([FEVER], [], { tests: [{ ...TEST, outcomes: [{ id: 'a', states: { fever: 'present' } }] }] }),
      ['film outcome-count 1'],
    ],
    [
      'a result that contradicts itself',
      knowledge([FEVER, binary('high-fever', 0.05, { parent: 'fever' })], [], {
        tests: [
          {
            ...TEST,
            outcomes: [
              { id: 'a', states: { 'high-fever': 'present', fever: 'absent' } },
              { id: 'b', states: { fever: 'present' } },
            ],
          },
        ],
      }),
      ['film outcome-contradiction high-fever, fever'],
    ],
    [
      'a red flag that raises nothing known',
      knowledge([FEVER], [], {
        redFlags: [{ id: 'r', when: { finding: 'fever', presence: 'present' }, raises: ['d'] }],
      }),
      ['r unknown-id d'],
    ],
    [
      'a red flag on a finding that does not exist, deep inside',
      knowledge([], [], {
        redFlags: [
          { id: 'r', when: { all: [{ not: { any: [{ finding: 'x', states: ['y'] }] } }] }, raises: [] },
        ],
      }),
      ['r unknown-id x'],
    ],
    [
      'an age band without length',
      knowledge([], [], { population: [{ ageYears: [5, 5], sex: 'male', weight: -1 }] }),
      ['population weight-negative -1', 'population age-range 5 to 5'],
    ],
  ])('rejects %s', (_, invalid, issues) => {
    expect(issuesOf(invalid)).toEqual(issues);
  });

  it('reports every issue at once', () => {
    const issues = issuesOf(knowledge([binary('f', 2)], [disease('d', -1, { x: 3 })]));
    expect(issues).toHaveLength(3);
  });
});
