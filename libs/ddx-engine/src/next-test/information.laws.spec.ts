import fc from 'fast-check';
import { situationArbitrary } from '../../test/arbitraries';
import { RUNS } from '../../test/runs';
import { compileKnowledge } from '../compile/compile-knowledge';
import { type EngineDisease, type EngineFinding } from '../model/knowledge';
import { informationGain } from './finding-information';

describe('the laws of information', () => {
  it('is never negative and never more than the outcomes can carry', () => {
    fc.assert(
      fc.property(situationArbitrary, ({ knowledge, parameters, engineCase }) => {
        const compiled = compileKnowledge(knowledge);
        for (const { id, domain } of knowledge.findings) {
          const outcome = informationGain(compiled, parameters, engineCase, id);
          if (!outcome.ok || outcome.value === null) continue;
          const outcomes = domain.kind === 'binary' ? 2 : domain.states.length;
          expect(outcome.value.expectedInformationGain).toBeGreaterThanOrEqual(0);
          expect(outcome.value.expectedInformationGain).toBeLessThanOrEqual(Math.log2(outcomes) + 1e-12);
        }
      }),
      RUNS,
    );
  });

  it('is 0 for a finding that is as frequent in every disease as in anyone else', () => {
    fc.assert(
      fc.property(situationArbitrary, ({ knowledge, parameters, engineCase }) => {
        const diseases = knowledge.diseases.map((one) => expectingNothing(one, knowledge.findings));
        const compiled = compileKnowledge({ ...knowledge, diseases });
        for (const { id } of knowledge.findings) {
          const outcome = informationGain(compiled, parameters, engineCase, id);
          if (outcome.ok && outcome.value !== null)
            expect(outcome.value.expectedInformationGain).toBeCloseTo(0, 12);
        }
      }),
      RUNS,
    );
  });
});

/** The disease with every theta equal to the baseline. */
function expectingNothing(disease: EngineDisease, findings: readonly EngineFinding[]): EngineDisease {
  const baselineOf = new Map(findings.map(({ id, domain }) => [id, domain.baseline]));
  const links = disease.links.flatMap(({ finding }) => {
    const theta = baselineOf.get(finding);
    return theta === undefined ? [] : [{ finding, theta }];
  });
  return { ...disease, links };
}
