import { binary, caseOf, disease, knowledge, PARAMETERS, valueOf } from '../../test/fixtures';
import { largeCase, largeKnowledge } from '../../test/large-knowledge';
import { compileKnowledge } from '../compile/compile-knowledge';
import { type EngineCase } from '../model/case';
import { type EngineKnowledge, type Grade } from '../model/knowledge';
import { type Sensitivity } from '../model/sensitivity';
import { rank } from '../ranking/rank';
import { sensitivityOf } from './sensitivity-of';

const LARGE = largeKnowledge({ diseases: 120, findings: 60, linksPerDisease: 15, related: true });
const LARGE_CASE = largeCase(LARGE, 4);

function sensitivity(known: EngineKnowledge, engineCase: EngineCase, seedText = 'v1'): Sensitivity {
  return valueOf(sensitivityOf(compileKnowledge(known), PARAMETERS, engineCase, { seedText }));
}

/** Two rivals whose numbers all have one grade. */
function rivals(grade: Grade): EngineKnowledge {
  const source = { kind: 'published', id: 'study', grade } as const;
  const link = (theta: number): { theta: number; source: typeof source } => ({ theta, source });
  return knowledge(
    [binary('cough', 0.2, { baselineGrade: grade }), binary('fever', 0.1, { baselineGrade: grade })],
    [
      disease('a', 0.02, { cough: link(0.8), fever: link(0.7) }, { priorGrade: grade }),
      disease('b', 0.02, { cough: link(0.4), fever: { lrPos: 2, source } }, { priorGrade: grade }),
    ],
  );
}

const RIVALS_CASE = caseOf({ cough: 'present', fever: 'present' });

describe('sensitivityOf', () => {
  it('is wider the weaker the grade of the numbers', () => {
    const widths = (['A', 'B', 'C', 'D'] as const).map((grade) => {
      const [a] = sensitivity(rivals(grade), RIVALS_CASE).diseases;
      return (a?.interval.p95 ?? 0) - (a?.interval.p05 ?? 0);
    });
    expect(widths.every((width) => width > 0)).toBe(true);
    expect(widths).toEqual([...widths].sort((x, y) => x - y));
  });

  it('holds the listed probability where the numbers are far from their bounds', () => {
    const known = compileKnowledge(rivals('B'));
    const listed = valueOf(rank(known, PARAMETERS, RIVALS_CASE));
    const { diseases, other } = sensitivity(rivals('B'), RIVALS_CASE);
    for (const { diseaseId, probability } of listed.differential) {
      const interval = diseases.find((one) => one.diseaseId === diseaseId)?.interval;
      expect(interval?.p05).toBeLessThan(probability);
      expect(interval?.p95).toBeGreaterThan(probability);
    }
    expect(other.p05).toBeLessThan(listed.other.probability);
    expect(other.p95).toBeGreaterThan(listed.other.probability);
  });

  it('draws the 40 leading diseases and every listed one that must not be missed', () => {
    const { diseases } = sensitivity(LARGE, LARGE_CASE);
    const order = valueOf(rank(compileKnowledge(LARGE), PARAMETERS, LARGE_CASE)).differential;
    const drawn = new Set(diseases.map(({ diseaseId }) => diseaseId));
    expect(order.slice(0, 40).every(({ diseaseId }) => drawn.has(diseaseId))).toBe(true);
    expect(diseases.length).toBeLessThan(order.length);
    const beyond = order.slice(40).filter(({ diseaseId }) => drawn.has(diseaseId));
    expect(beyond.every(({ mustNotMiss }) => mustNotMiss)).toBe(true);
  });

  it('is the same for the same case, in whatever order it is told', () => {
    const reversed = { ...LARGE_CASE, observed: [...LARGE_CASE.observed].reverse() };
    const shuffled = { ...LARGE, diseases: [...LARGE.diseases].reverse() };
    expect(sensitivity(shuffled, reversed)).toEqual(sensitivity(LARGE, LARGE_CASE));
  });

  it('does not hear of what was not asked', () => {
    const [first, ...rest] = LARGE_CASE.observed;
    const withUnknown: EngineCase = {
      ...LARGE_CASE,
      observed: [{ findingId: first?.findingId ?? '', presence: 'unknown' }, ...rest],
    };
    expect(sensitivity(LARGE, withUnknown)).toEqual(sensitivity(LARGE, { ...LARGE_CASE, observed: rest }));
  });

  it('draws otherwise for another version', () => {
    expect(sensitivity(LARGE, LARGE_CASE, 'v2')).not.toEqual(sensitivity(LARGE, LARGE_CASE, 'v1'));
  });

  it('says why a case cannot be scored', () => {
    const outcome = sensitivityOf(compileKnowledge(LARGE), PARAMETERS, caseOf({ nonsense: 'present' }));
    expect(outcome).toEqual({ ok: false, rejection: { code: 'unknown-finding', findings: ['nonsense'] } });
  });
});
