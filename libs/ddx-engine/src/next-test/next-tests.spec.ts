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
import { type AnswerOptions, type NextQuestion, type NextTest } from '../model/answer';
import { type TestOutcome } from '../model/knowledge';
import { rank } from '../ranking/rank';
import { informationGain } from './finding-information';

const FINDINGS = [
  binary('fever', 0.2),
  binary('high-fever', 0.05, { parent: 'fever' }),
  binary('murmur', 0.05, { kind: 'sign', stage: 'examination' }),
  binary('irrelevant', 0.3),
  binary('consolidation', 0.05, { kind: 'imaging', stage: 'imaging' }),
  binary('effusion', 0.04, { kind: 'imaging', stage: 'imaging' }),
  categorical('crp', { low: 0.5, raised: 0.3, high: 0.2 }),
];
const DISEASES = [
  disease(
    'pneumonia',
    0.02,
    { fever: 0.8, consolidation: 0.9, effusion: 0.3, crp: { theta: { low: 0.05, raised: 0.25, high: 0.7 } } },
    {
      mustNotMiss: { threshold: 0.3, harm: 4, excludedWhen: [] },
    },
  ),
  disease('failure', 0.02, { murmur: 0.5, effusion: 0.5, consolidation: 0.1, fever: 0.05 }),
  disease('cold', 0.05, {
    fever: 0.4,
    consolidation: 0.005,
    crp: { theta: { low: 0.7, raised: 0.25, high: 0.05 } },
  }),
];
const COMPILED = compileKnowledge(knowledge(FINDINGS, DISEASES, { tests: [FILM, BLOOD] }));

function nextOf(
  observed: Parameters<typeof caseOf>[0],
  options: AnswerOptions = {},
): { tests: readonly NextTest[]; questions: readonly NextQuestion[] } {
  const { nextTests, nextQuestions } = valueOf(answer(COMPILED, PARAMETERS, caseOf(observed), options));
  return { tests: nextTests, questions: nextQuestions };
}

describe('next questions', () => {
  it('are open findings of history and examination, the most informative first', () => {
    const { questions } = nextOf({});
    const bits = questions.map((question) => question.expectedInformationGain);
    expect(questions.map(({ findingId }) => findingId)).toEqual(['fever', 'murmur']);
    expect(bits).toEqual([...bits].sort((a, b) => b - a));
  });

  it('are not asked when something more specific is present or something more general absent', () => {
    expect(nextOf({ 'high-fever': 'present' }).questions.map(({ findingId }) => findingId)).toEqual([
      'murmur',
    ]);
    expect(nextOf({ fever: 'absent' }).questions.map(({ findingId }) => findingId)).toEqual(['murmur']);
  });

  it('carry the mutual information computed by hand from the posterior', () => {
    const { differential, other } = valueOf(rank(COMPILED, PARAMETERS, caseOf({})));
    const theta: Record<string, number> = { pneumonia: 0.8, failure: 0.05, cold: 0.4 };
    const list = [
      ...differential.map(({ diseaseId, probability }) => ({
        p: probability,
        given: theta[diseaseId] ?? NaN,
      })),
      { p: other.probability, given: 0.2 },
    ];
    const chance = list.reduce((sum, { p, given }) => sum + p * given, 0);
    const bits = list.reduce(
      (sum, { p, given }) =>
        sum + p * (given * Math.log2(given / chance) + (1 - given) * Math.log2((1 - given) / (1 - chance))),
      0,
    );
    const [fever] = nextOf({}).questions;
    expect(fever?.expectedInformationGain).toBeCloseTo(bits, 12);
    expect(fever?.outcomes[0]?.probability).toBeCloseTo(chance, 12);
  });

  it('forecast what a full re-score gives', () => {
    const forecast = nextOf({ murmur: 'absent' }).questions[0]?.outcomes[0];
    const after = valueOf(
      rank(COMPILED, PARAMETERS, caseOf({ murmur: 'absent', fever: 'present' }), { topN: 3 }),
    );
    expect(forecast?.outcome).toBe('present');
    expect(forecast?.topAfter.map(({ diseaseId }) => diseaseId)).toEqual(
      after.differential.map(({ diseaseId }) => diseaseId),
    );
    forecast?.topAfter.forEach(({ probability }, at) =>
      expect(probability).toBeCloseTo(after.differential[at]?.probability ?? NaN, 12),
    );
    expect(forecast?.otherAfter).toBeCloseTo(after.other.probability, 12);
  });
});

describe('informationGain', () => {
  it('answers for a single finding, zero where no disease knows it', () => {
    const known = valueOf(informationGain(COMPILED, PARAMETERS, caseOf({}), 'fever'));
    expect(known).toEqual(nextOf({}).questions[0]);
    const nothing = valueOf(informationGain(COMPILED, PARAMETERS, caseOf({}), 'irrelevant'));
    expect(nothing?.expectedInformationGain).toBeCloseTo(0, 12);
  });

  it('is null for what is known already or not in the knowledge', () => {
    expect(valueOf(informationGain(COMPILED, PARAMETERS, caseOf({ fever: 'present' }), 'fever'))).toBeNull();
    expect(valueOf(informationGain(COMPILED, PARAMETERS, caseOf({}), 'no-such-finding'))).toBeNull();
  });
});

describe('next tests', () => {
  it('have result patterns whose chances sum to 1, products of independent findings', () => {
    const film = nextOf({}).tests.find(({ testId }) => testId === 'chest-film');
    expect(film?.outcomes.map(({ outcome }) => outcome)).toEqual(['consolidation', 'effusion', 'clear']);
    const { differential, other } = valueOf(rank(COMPILED, PARAMETERS, caseOf({})));
    const findings: Record<string, [number, number]> = {
      pneumonia: [0.9, 0.3],
      failure: [0.1, 0.5],
      cold: [0.005, 0.04],
    };
    const clear = [
      ...differential.map((one) => [one.probability, findings[one.diseaseId]] as const),
      [other.probability, [0.05, 0.04]] as const,
    ];
    const chance = clear.reduce((sum, [p, given]) => {
      const [c, e] = given ?? [NaN, NaN];
      const [onlyC, onlyE, neither] = [c * (1 - e), (1 - c) * e, (1 - c) * (1 - e)];
      return sum + (p * neither) / (onlyC + onlyE + neither);
    }, 0);
    expect(film?.outcomes[2]?.probability).toBeCloseTo(chance, 12);
  });

  it('without patterns are represented by their most informative open finding', () => {
    const blood = nextOf({}).tests.find(({ testId }) => testId === 'blood');
    expect(blood?.outcomes.map(({ outcome }) => outcome)).toEqual(['low', 'raised', 'high']);
    expect(nextOf({ crp: 'low' }).tests.map(({ testId }) => testId)).toEqual(['chest-film']);
  });

  it('drop patterns at odds with what is known, and are not offered when one is left', () => {
    const film = nextOf({ effusion: 'absent' }).tests.find(({ testId }) => testId === 'chest-film');
    expect(film?.outcomes.map(({ outcome }) => outcome)).toEqual(['consolidation', 'clear']);
    expect(nextOf({ effusion: 'present' }).tests.map(({ testId }) => testId)).toEqual(['blood']);
  });

  it('count patterns once that what is known makes the same', () => {
    const outcomes: TestOutcome[] = [
      { id: 'both', states: { consolidation: 'present', effusion: 'present' } },
      { id: 'consolidation', states: { consolidation: 'present' } },
      { id: 'neither', states: { consolidation: 'absent' } },
    ];
    const compiled = compileKnowledge(knowledge(FINDINGS, DISEASES, { tests: [{ ...FILM, outcomes }] }));
    const { nextTests } = valueOf(answer(compiled, PARAMETERS, caseOf({ effusion: 'present' })));
    expect(nextTests[0]?.outcomes.map(({ outcome }) => outcome)).toEqual(['both', 'neither']);
  });

  it('respect a ceiling of cost', () => {
    expect(nextOf({}, { costCeiling: 1 }).tests.map(({ testId }) => testId)).toEqual(['blood']);
  });

  it('value moving a must-not-miss disease across its threshold by chance times harm, and say so', () => {
    const film = nextOf({}).tests.find(({ testId }) => testId === 'chest-film');
    const before = valueOf(rank(COMPILED, PARAMETERS, caseOf({}))).differential;
    expect(before.find(({ diseaseId }) => diseaseId === 'pneumonia')?.probability).toBeLessThan(0.3);
    const crossing = film?.outcomes.filter(({ topAfter }) =>
      topAfter.some(({ diseaseId, probability }) => diseaseId === 'pneumonia' && probability >= 0.3),
    );
    expect(crossing?.map(({ outcome }) => outcome)).toEqual(['consolidation']);
    expect(film?.valueForMustNotMiss).toBeCloseTo(4 * (crossing?.[0]?.probability ?? NaN), 12);
    expect(film?.rationale).toContainEqual({
      code: 'may-cross-must-not-miss-threshold',
      params: { diseaseIds: ['pneumonia'] },
    });
  });

  it('are not worked out unless wanted', () => {
    expect(nextOf({}, { includeNextTests: false })).toEqual({ tests: [], questions: [] });
  });
});

describe('what concerns some people alone', () => {
  const ofWomen = { onlyIf: { sex: 'female' } } as const;
  const ofBabies = { onlyIf: { ageYears: [0, 1] } } as const;
  const compiled = compileKnowledge(
    knowledge(
      [
        binary('fever', 0.2),
        binary('discharge', 0.1, ofWomen),
        binary('cyst', 0.1, { kind: 'imaging', ...ofWomen }),
      ],
      [
        disease('one', 0.05, { fever: 0.8, discharge: 0.7, cyst: 0.8 }),
        disease('other', 0.05, { fever: 0.1 }),
      ],
      {
        tests: [
          { ...BLOOD, id: 'scan', findings: ['cyst'] },
          { ...BLOOD, id: 'heel-prick', findings: ['fever'], ...ofBabies },
        ],
      },
    ),
  );
  const nextFor = (patient: Parameters<typeof caseOf>[1]): [string[], string[]] => {
    const { nextQuestions, nextTests } = valueOf(answer(compiled, PARAMETERS, caseOf({}, patient)));
    return [nextQuestions.map(({ findingId }) => findingId), nextTests.map(({ testId }) => testId)];
  };

  it.each([
    ['a man', { sex: 'male', ageYears: 40 }, ['fever'], []],
    ['a woman', { sex: 'female', ageYears: 40 }, ['discharge', 'fever'], ['scan']],
    ['a baby girl', { sex: 'female', ageYears: 0.5 }, ['discharge', 'fever'], ['heel-prick', 'scan']],
    ['somebody unknown', { sex: 'unknown', ageYears: null }, ['discharge', 'fever'], ['heel-prick', 'scan']],
  ] as const)('is asked and proposed for those: %s', (_, patient, questions, tests) => {
    const [asked, proposed] = nextFor(patient);
    expect([[...asked].sort(), [...proposed].sort()]).toEqual([questions, tests]);
  });
});
