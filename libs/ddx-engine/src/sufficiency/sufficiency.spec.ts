import { binary, caseOf, disease, knowledge, PARAMETERS, valueOf } from '../../test/fixtures';
import { compileKnowledge } from '../compile/compile-knowledge';
import { type Sufficiency } from '../model/answer';
import { type EngineDisease } from '../model/knowledge';
import { checkAndScore } from '../ranking/rank';
import { effectiveNumberOfDiagnoses, sufficiencyOf } from './sufficiency';
import { unexplainedFindings } from './unexplained-findings';

const SIGNS = ['a', 'b', 'c', 'd', 'e', 'f'];
const FINDINGS = [...SIGNS.map((id) => binary(id, 0.1)), binary('vague', 0.5)];
const TYPICAL = disease(
  'typical',
  0.02,
  Object.fromEntries([...SIGNS.map((id) => [id, 0.9]), ['vague', 0.6]]),
);

function sufficiency(diseases: readonly EngineDisease[], present: readonly string[]): Sufficiency {
  const compiled = compileKnowledge(knowledge(FINDINGS, diseases));
  const observed = caseOf(Object.fromEntries(present.map((id) => [id, 'present'])));
  return sufficiencyOf(compiled, valueOf(checkAndScore(compiled, PARAMETERS, observed, 'teaching')));
}

describe('sufficiency', () => {
  it('is enough when five informative findings point to few diagnoses', () => {
    expect(sufficiency([TYPICAL], SIGNS)).toEqual({
      level: 'enough',
      reasons: [{ code: 'enough-is-known', params: { count: 6, effectiveNumber: expect.closeTo(1, 1) } }],
    });
  });

  it('counts only findings that change some odds by half or more', () => {
    expect(sufficiency([TYPICAL], ['a', 'b', 'c', 'vague'])).toEqual({
      level: 'little',
      reasons: [{ code: 'few-informative-findings', params: { count: 3, wanted: 5 } }],
    });
    expect(sufficiency([TYPICAL], ['a', 'b', 'vague']).level).toBe('too-little');
  });

  it('says when many diagnoses stay open', () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      disease(`d${at}`, 0.02, Object.fromEntries(SIGNS.map((id) => [id, 0.9]))),
    );
    const { level, reasons } = sufficiency(many, SIGNS);
    expect(level).toBe('too-little');
    expect(reasons.map(({ code }) => code)).toEqual(['many-diagnoses-open']);
  });

  it('says when the answer is probably something that the knowledge does not hold', () => {
    const atypical = disease('d', 0.001, Object.fromEntries(SIGNS.map((id) => [id, 0.01])));
    expect(sufficiency([atypical], SIGNS)).toMatchObject({
      level: 'too-little',
      reasons: [{ code: 'other-likely' }],
    });
  });
});

describe('effectiveNumberOfDiagnoses', () => {
  it('is the number of diagnoses when all are equally likely, Other included', () => {
    const four = { diseases: Float64Array.of(0.25, 0.25, 0.25, 0), other: 0.25 };
    expect(effectiveNumberOfDiagnoses(four)).toBeCloseTo(4, 12);
  });
});

describe('unexplained findings', () => {
  const findings = [
    binary('pain', 0.2, { mustExplain: true }),
    binary('colic', 0.05, { parent: 'pain' }),
    binary('rash', 0.05, { mustExplain: true }),
    binary('history', 0.05),
  ];
  const diseases = [
    disease('stones', 0.05, { colic: 0.9, rash: 0.01 }),
    disease('rare', 0.0001, { rash: 0.9 }),
  ];
  const unexplained = (observed: Record<string, string>): unknown => {
    const compiled = compileKnowledge(knowledge(findings, diseases));
    return unexplainedFindings(
      compiled,
      valueOf(checkAndScore(compiled, PARAMETERS, caseOf(observed), 'teaching')),
    );
  };

  it('are those that speak for none of the leading diseases', () => {
    expect(unexplained({ colic: 'present', rash: 'present', history: 'present' })).toEqual([
      {
        findingId: 'rash',
        reason: { code: 'explained-by-no-leading-disease', params: { share: 0.8, diseaseIds: ['stones'] } },
      },
    ]);
  });

  it('are not those explained through something more specific', () => {
    expect(unexplained({ pain: 'present', colic: 'present' })).toEqual([]);
  });
});
