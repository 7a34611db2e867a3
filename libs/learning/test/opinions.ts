import fc from 'fast-check';
import { type CaseOpinion, type StageOpinion } from '../src/rehearsal/opinion';

/** Probabilities as an engine makes them of scores: Other has the score 0. */
function probabilitiesOf(scores: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const weights = [...scores].map(([id, score]) => [id, Math.exp(score)] as const);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 1);
  return new Map(weights.map(([id, weight]) => [id, weight / total]));
}

export function stageOf(
  stageNo: number,
  scores: ReadonlyMap<string, number>,
  excluded: readonly string[] = [],
): StageOpinion {
  return { stageNo, scores, excluded: new Set(excluded), probabilities: probabilitiesOf(scores) };
}

/** Scores by disease, from a plain object. */
export const scoresOf = (scores: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(scores));

const NAMES = Array.from({ length: 14 }, (_, at) => `d${String(at).padStart(2, '0')}`);
const numbers = (min: number, max: number) =>
  fc.array(fc.double({ min, max, noNaN: true }), { minLength: NAMES.length, maxLength: NAMES.length });
const byName = (values: readonly number[]): ReadonlyMap<string, number> =>
  new Map(NAMES.map((name, at) => [name, values[at] ?? 0]));

/**
 * Opinions of an engine on a case of three stages: any priors, findings that raise and lower, and dangers of which the last
 * stage may exclude one.
 */
export const anyOpinion: fc.Arbitrary<CaseOpinion> = fc
  .record({
    priors: numbers(-5, -1),
    findings: numbers(-2, 4),
    second: numbers(-3, 3),
    third: numbers(-3, 3),
    dangers: fc.subarray(NAMES, { minLength: 1, maxLength: 3 }),
    isExcluded: fc.boolean(),
  })
  .map(({ priors, findings, second, third, dangers, isExcluded }) => {
    const sum = (...parts: readonly (readonly number[])[]): ReadonlyMap<string, number> =>
      byName(NAMES.map((_, at) => parts.reduce((total, part) => total + (part[at] ?? 0), 0)));
    return {
      mustConsider: dangers,
      priors: byName(priors),
      stages: [
        stageOf(1, sum(priors, findings)),
        stageOf(2, sum(priors, findings, second)),
        stageOf(3, sum(priors, findings, second, third), isExcluded ? dangers.slice(0, 1) : []),
      ],
    };
  });
