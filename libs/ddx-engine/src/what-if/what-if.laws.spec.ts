import fc from 'fast-check';
import { caseArbitrary, situationArbitrary } from '../../test/arbitraries';
import { RUNS } from '../../test/runs';
import { compileKnowledge } from '../compile/compile-knowledge';
import { rank } from '../ranking/rank';
import { whatIf } from './what-if';

describe('what-if', () => {
  it('equals a full re-score of the changed case to 1e-12', () => {
    const situationWithChange = situationArbitrary.chain((situation) =>
      fc.record({ situation: fc.constant(situation), changed: caseArbitrary(situation.knowledge.findings) }),
    );
    fc.assert(
      fc.property(situationWithChange, ({ situation, changed }) => {
        const { knowledge, parameters, engineCase } = situation;
        const compiled = compileKnowledge(knowledge);
        const set = changed.observed.slice(0, 4);
        const remove = engineCase.observed.slice(0, 2).map(({ findingId }) => findingId);
        const replaced = new Set([...remove, ...set.map(({ findingId }) => findingId)]);
        const observed = [...engineCase.observed.filter((one) => !replaced.has(one.findingId)), ...set];

        const partly = whatIf(compiled, parameters, engineCase, { set, remove });
        const fully = rank(compiled, parameters, { ...engineCase, observed });
        if (!partly.ok || !fully.ok) {
          expect([partly.ok, fully.ok]).not.toEqual([true, false]);
          return;
        }
        const computed = new Map(
          partly.value.differential.map((one) => [one.diseaseId, one.probabilityAfter]),
        );
        for (const { diseaseId, probability } of fully.value.differential) {
          expect(Math.abs((computed.get(diseaseId) ?? NaN) - probability)).toBeLessThan(1e-12);
        }
        expect(Math.abs(partly.value.other.probabilityAfter - fully.value.other.probability)).toBeLessThan(
          1e-12,
        );
      }),
      RUNS,
    );
  });

  it('gives the first list again when the change is undone', () => {
    const situationWithChange = situationArbitrary.chain((situation) =>
      fc.record({ situation: fc.constant(situation), changed: caseArbitrary(situation.knowledge.findings) }),
    );
    fc.assert(
      fc.property(situationWithChange, ({ situation, changed }) => {
        const { knowledge, parameters, engineCase } = situation;
        const compiled = compileKnowledge(knowledge);
        const set = changed.observed.slice(0, 3);
        const replaced = new Set(set.map(({ findingId }) => findingId));
        const kept = engineCase.observed.filter(({ findingId }) => !replaced.has(findingId));
        const original = engineCase.observed.filter(({ findingId }) => replaced.has(findingId));
        const undone = whatIf(
          compiled,
          parameters,
          { ...engineCase, observed: [...kept, ...set] },
          { set: original, remove: [...replaced] },
        );
        const first = rank(compiled, parameters, engineCase);
        if (!undone.ok || !first.ok) return;
        const restored = new Map(
          undone.value.differential.map((one) => [one.diseaseId, one.probabilityAfter]),
        );
        for (const { diseaseId, probability } of first.value.differential) {
          expect(Math.abs((restored.get(diseaseId) ?? NaN) - probability)).toBeLessThan(1e-12);
        }
      }),
      RUNS,
    );
  });
});
