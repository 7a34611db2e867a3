import { binary, caseOf, categorical, disease, knowledge, PLAIN_BAYES, valueOf } from '../../test/fixtures';
import { compileKnowledge } from '../compile/compile-knowledge';
import { type EngineCase } from '../model/case';
import { type CounterfactualResult } from '../model/counterfactual';
import { type EngineDisease, type EngineFinding } from '../model/knowledge';
import { counterfactual } from './counterfactual';

function ask(
  findings: readonly EngineFinding[],
  diseases: readonly EngineDisease[],
  engineCase: EngineCase,
): CounterfactualResult {
  return valueOf(counterfactual(compileKnowledge(knowledge(findings, diseases)), PLAIN_BAYES, engineCase));
}

const FINDINGS = [binary('cough', 0.1), binary('fever', 0.1), binary('rash', 0.1)];

describe('counterfactual', () => {
  it('finds the one observation on which the diagnosis hangs, by the largest lead', () => {
    const result = ask(
      FINDINGS,
      [disease('a', 0.02, { cough: 0.8, fever: 0.3 }), disease('b', 0.02, { fever: 0.9, cough: 0.1 })],
      caseOf({ cough: 'present', fever: 'present' }),
    );
    expect(result.first?.diseaseId).toBe('a');
    expect(result.counterfactual).toMatchObject({
      changes: [{ findingId: 'cough', observed: 'present', imagined: 'absent' }],
      first: { diseaseId: 'b' },
      formerFirst: { diseaseId: 'a' },
    });
    expect(result.counterfactual?.lead).toBeCloseTo(Math.log((0.9 / 0.3) * (0.9 / 0.2)), 12);
  });

  it('needs two where one is not enough, and names them in the order of ids', () => {
    const result = ask(
      FINDINGS,
      [disease('a', 0.02, { rash: 0.9, cough: 0.9 }), disease('b', 0.002, {})],
      caseOf({ rash: 'present', cough: 'present' }),
    );
    expect(result.counterfactual?.changes).toEqual([
      { findingId: 'cough', observed: 'present', imagined: 'absent' },
      { findingId: 'rash', observed: 'present', imagined: 'absent' },
    ]);
    expect(result.counterfactual?.lead).toBeCloseTo(Math.log(0.002 / (0.02 / 81)), 12);
  });

  it('says so where no change of two is enough', () => {
    const result = ask(
      FINDINGS,
      [disease('a', 0.2, { cough: 0.3 }), disease('b', 0.0001, { cough: 0.3 })],
      caseOf({ cough: 'present' }),
    );
    expect(result).toMatchObject({ first: { diseaseId: 'a' }, counterfactual: null });
  });

  it('imagines other states of a categorical finding, and not having asked', () => {
    const sodium = categorical('sodium', { low: 0.1, normal: 0.8, high: 0.1 });
    const result = ask(
      [sodium],
      [
        disease('a', 0.02, { sodium: { theta: { low: 0.8, normal: 0.1, high: 0.1 } } }),
        disease('b', 0.02, { sodium: { theta: { low: 0.1, normal: 0.2, high: 0.7 } } }),
      ],
      caseOf({ sodium: 'low' }),
    );
    expect(result.counterfactual?.changes).toEqual([
      { findingId: 'sodium', observed: 'low', imagined: 'high' },
    ]);
    const unasked = ask(
      [sodium],
      [disease('a', 0.01, { sodium: { theta: { low: 0.8 } } }), disease('b', 0.02, {})],
      caseOf({ sodium: 'low' }),
    );
    expect(unasked.counterfactual?.changes).toEqual([
      { findingId: 'sodium', observed: 'low', imagined: 'normal' },
    ]);
  });

  it('never imagines a case that contradicts itself', () => {
    const result = ask(
      [binary('pain', 0.2), binary('colic', 0.05, { parent: 'pain' })],
      [disease('a', 0.02, { pain: 0.9 }), disease('b', 0.018, { colic: 0.1 })],
      caseOf({ pain: 'present', colic: 'present' }),
    );
    expect(result.first?.diseaseId).toBe('a');
    expect(result.counterfactual?.changes).not.toEqual([
      { findingId: 'pain', observed: 'present', imagined: 'absent' },
    ]);
  });

  it('has nothing to say where every disease is impossible', () => {
    const result = ask(FINDINGS, [disease('a', 0.02, {}, { restrict: { sex: 'male' } })], caseOf({}));
    expect(result).toEqual({ caseMix: 'teaching', first: null, counterfactual: null });
  });
});
