import fc from 'fast-check';
import { situationArbitrary } from '../../test/arbitraries';
import { compileKnowledge } from '../compile/compile-knowledge';
import { answer } from './answer';

/** Every number anywhere in a plain JSON value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

describe('the laws of an answer', () => {
  it('holds finite numbers only, and information that is never negative', () => {
    fc.assert(
      fc.property(situationArbitrary, ({ knowledge, parameters, engineCase }) => {
        const tests = knowledge.findings.map(({ id }) => ({
          id: `test-${id}`,
          findings: [id],
          cost: { tier: 1 },
          invasiveness: 0,
          turnaround: 'minutes',
        }));
        const outcome = answer(compileKnowledge({ ...knowledge, tests }), parameters, engineCase);
        if (!outcome.ok) return;
        expect(numbersIn(outcome.value).filter((number) => !Number.isFinite(number))).toEqual([]);
        for (const next of [...outcome.value.nextQuestions, ...outcome.value.nextTests]) {
          expect(next.expectedInformationGain).toBeGreaterThan(0);
          const chances = next.outcomes.reduce((sum, one) => sum + one.probability, 0);
          expect(chances).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is the same bytes for the same input', () => {
    fc.assert(
      fc.property(situationArbitrary, ({ knowledge, parameters, engineCase }) => {
        const bytes = (observed: typeof engineCase.observed): string =>
          JSON.stringify(answer(compileKnowledge(knowledge), parameters, { ...engineCase, observed }));
        expect(bytes([...engineCase.observed].reverse())).toBe(bytes(engineCase.observed));
      }),
      { numRuns: 100 },
    );
  });
});
