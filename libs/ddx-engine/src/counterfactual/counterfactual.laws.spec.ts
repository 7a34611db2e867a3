import fc from 'fast-check';
import { situationArbitrary } from '../../test/arbitraries';
import { RUNS } from '../../test/runs';
import { compileKnowledge } from '../compile/compile-knowledge';
import { type EngineCase, type ObservedFinding } from '../model/case';
import { type ImaginedChange } from '../model/counterfactual';
import { rank } from '../ranking/rank';
import { counterfactual } from './counterfactual';

function changed(engineCase: EngineCase, changes: readonly ImaginedChange[]): EngineCase {
  const imagined = new Map(changes.map((change) => [change.findingId, change.imagined]));
  const observed = engineCase.observed.flatMap((one): ObservedFinding[] => {
    const outcome = imagined.get(one.findingId);
    if (outcome === undefined) return [one];
    if (outcome === 'unknown') return [];
    const { findingId, certainty } = one;
    if (outcome === 'present' || outcome === 'absent')
      return [{ findingId, presence: outcome, ...(certainty === undefined ? {} : { certainty }) }];
    return [{ findingId, state: outcome, ...(certainty === undefined ? {} : { certainty }) }];
  });
  return { ...engineCase, observed };
}

describe('the laws of counterfactuals', () => {
  it('puts the disease first that it names, by the lead that it names', () => {
    fc.assert(
      fc.property(situationArbitrary, ({ knowledge, parameters, engineCase }) => {
        const compiled = compileKnowledge(knowledge);
        const outcome = counterfactual(compiled, parameters, engineCase);
        if (!outcome.ok || outcome.value.counterfactual === null) return;
        const { changes, first, lead } = outcome.value.counterfactual;
        const after = rank(compiled, parameters, changed(engineCase, changes));
        if (!after.ok) throw new Error('an imagined case contradicts itself');
        const [leader, next] = after.value.differential;
        expect(leader?.diseaseId).toBe(first.diseaseId);
        expect(leader?.probability).toBeCloseTo(first.probability, 9);
        expect((leader?.score ?? 0) - (next?.score ?? 0)).toBeCloseTo(lead, 9);
        expect(first.diseaseId).not.toBe(outcome.value.first?.diseaseId);
      }),
      RUNS,
    );
  });

  it('does not depend on the order in which the case is told', () => {
    fc.assert(
      fc.property(situationArbitrary, ({ knowledge, parameters, engineCase }) => {
        const compiled = compileKnowledge(knowledge);
        const reversed = { ...engineCase, observed: [...engineCase.observed].reverse() };
        expect(JSON.stringify(counterfactual(compiled, parameters, reversed))).toBe(
          JSON.stringify(counterfactual(compiled, parameters, engineCase)),
        );
      }),
      RUNS,
    );
  });
});
