import fc from 'fast-check';
import { parametersArbitrary, type Situation, situationArbitrary } from '../../test/arbitraries';
import { PARAMETERS, valueOf } from '../../test/fixtures';
import { largeCase, largeKnowledge } from '../../test/large-knowledge';
import { renamed } from '../../test/renamed';
import { MOST_DISEASES, RUNS } from '../../test/runs';
import { compileKnowledge } from '../compile/compile-knowledge';
import { counterfactual } from '../counterfactual/counterfactual';
import { type EngineAnswer } from '../model/answer';
import { type EngineKnowledge } from '../model/knowledge';
import { type EngineOutcome } from '../model/rejection';
import { stagesOf } from '../stages/stages-of';
import { answer } from './answer';

/** Every number anywhere in a plain JSON value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

function notFinite(value: unknown): number[] {
  return numbersIn(value).filter((number) => !Number.isFinite(number));
}

/** The knowledge with one test for each finding, so that an answer has something to offer. */
function withTests(knowledge: EngineKnowledge): EngineKnowledge {
  const tests = knowledge.findings.map(({ id }) => ({
    id: `test-${id}`,
    findings: [id],
    cost: { tier: 1 },
    invasiveness: 0,
    turnaround: 'minutes',
  }));
  return { ...knowledge, tests };
}

function answerTo({ knowledge, parameters, engineCase }: Situation): EngineOutcome<EngineAnswer> {
  return answer(compileKnowledge(withTests(knowledge)), parameters, engineCase);
}

describe('the laws of an answer', () => {
  it('holds finite numbers only, and outcomes whose chances sum to 1', () => {
    fc.assert(
      fc.property(situationArbitrary, (situation) => {
        const outcome = answerTo(situation);
        if (!outcome.ok) return;
        expect(notFinite(outcome.value)).toEqual([]);
        for (const next of [...outcome.value.nextQuestions, ...outcome.value.nextTests]) {
          expect(next.expectedInformationGain).toBeGreaterThan(0);
          const chances = next.outcomes.reduce((sum, one) => sum + one.probability, 0);
          expect(chances).toBeCloseTo(1, 9);
        }
      }),
      RUNS,
    );
  });

  it('gives intervals within 0..1 and joint hypotheses that leave room for the single ones', () => {
    fc.assert(
      fc.property(situationArbitrary, (situation) => {
        const outcome = answerTo(situation);
        if (!outcome.ok) return;
        const { differential, other, jointHypotheses } = outcome.value;
        for (const interval of [...differential.map((entry) => entry.interval), other.interval]) {
          if (interval === null) throw new Error('a listed disease was not drawn');
          expect(interval.p05).toBeGreaterThanOrEqual(0);
          expect(interval.p05).toBeLessThanOrEqual(interval.p95);
          expect(interval.p95).toBeLessThanOrEqual(1);
        }
        expect(jointHypotheses.reduce((sum, pair) => sum + pair.probability, 0)).toBeLessThan(1);
      }),
      RUNS,
    );
  });

  it('is the same bytes however findings, diseases, links and observations are ordered', () => {
    const shuffledTwice = situationArbitrary.chain((situation) =>
      fc.record({ situation: fc.constant(situation), shuffled: shuffle(situation) }),
    );
    fc.assert(
      fc.property(shuffledTwice, ({ situation, shuffled }) => {
        expect(JSON.stringify(answerTo(shuffled))).toBe(JSON.stringify(answerTo(situation)));
      }),
      RUNS,
    );
  });

  it('does not change beyond 1e-12 when everything is renamed, but for ties and the seed', () => {
    fc.assert(
      fc.property(situationArbitrary, (situation) => {
        const [before, after] = [answerTo(situation), answerTo(renamed.situation(situation))];
        if (!before.ok || !after.ok) {
          expect(after.ok).toBe(before.ok);
          return;
        }
        const probabilities = new Map(
          after.value.differential.map((entry) => [entry.diseaseId, entry.probability]),
        );
        for (const { diseaseId, probability } of before.value.differential) {
          const other = probabilities.get(renamed.id(diseaseId)) ?? NaN;
          expect(Math.abs(other - probability)).toBeLessThan(1e-12);
        }
        expect(Math.abs(after.value.other.probability - before.value.other.probability)).toBeLessThan(1e-12);
        const bits = (from: EngineAnswer): number[] =>
          from.nextTests.map((test) => test.expectedInformationGain);
        expect(bits(after.value)).toEqual(bits(before.value).map((one) => expect.closeTo(one, 11)));
      }),
      RUNS,
    );
  });

  it('stays finite when nothing is known and when everything is', () => {
    const known = largeKnowledge({ diseases: 30, findings: 200, linksPerDisease: 100, related: true });
    const compiled = compileKnowledge(known);
    for (const engineCase of [largeCase(known, Number.POSITIVE_INFINITY), largeCase(known, 1)]) {
      const everything = valueOf(answer(compiled, PARAMETERS, engineCase, { topN: 50 }));
      expect(notFinite(everything)).toEqual([]);
      expect(notFinite(valueOf(stagesOf(compiled, PARAMETERS, engineCase)))).toEqual([]);
    }
  });

  it(`stays finite over ${String(MOST_DISEASES)} diseases`, () => {
    const known = largeKnowledge({
      diseases: MOST_DISEASES,
      findings: 200,
      linksPerDisease: 5,
      related: true,
    });
    const compiled = compileKnowledge(known);
    const engineCase = largeCase(known, 10);
    const { differential, remainder, other, ...rest } = valueOf(answer(compiled, PARAMETERS, engineCase));
    const listed = differential.reduce((sum, entry) => sum + entry.probability, 0);
    expect(listed + remainder.probability + other.probability).toBeCloseTo(1, 9);
    expect(notFinite([differential, remainder, other, rest])).toEqual([]);
    expect(notFinite(valueOf(counterfactual(compiled, PARAMETERS, engineCase)))).toEqual([]);
  }, 60_000);

  it('keeps its laws whatever the calibrated constants', () => {
    const known = largeKnowledge({ diseases: 20, findings: 40, linksPerDisease: 12, related: true });
    const compiled = compileKnowledge(known);
    fc.assert(
      fc.property(
        parametersArbitrary,
        fc.constantFrom('teaching', 'consecutive' as const),
        (parameters, caseMix) => {
          const { differential, remainder, other } = valueOf(
            answer(compiled, parameters, largeCase(known, 3), { caseMix, includeIntervals: false }),
          );
          const listed = differential.reduce((sum, entry) => sum + entry.probability, 0);
          expect(listed + remainder.probability + other.probability).toBeCloseTo(1, 9);
        },
      ),
      RUNS,
    );
  });
});

function shuffle({ knowledge, parameters, engineCase }: Situation): fc.Arbitrary<Situation> {
  const whole = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
    fc.shuffledSubarray([...items], { minLength: items.length });
  const diseases = fc
    .tuple(...knowledge.diseases.map((one) => whole(one.links).map((links) => ({ ...one, links }))))
    .chain(whole);
  return fc.record({
    knowledge: fc.record({
      findings: whole(knowledge.findings),
      diseases,
      tests: fc.constant(knowledge.tests),
      redFlags: fc.constant(knowledge.redFlags),
    }),
    parameters: fc.constant(parameters),
    engineCase: fc.record({ patient: fc.constant(engineCase.patient), observed: whole(engineCase.observed) }),
  });
}
