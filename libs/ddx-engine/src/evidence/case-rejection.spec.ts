import { caseOf, binary, categorical, knowledge } from '../../test/fixtures';
import { compileKnowledge } from '../compile/compile-knowledge';
import { type EngineCase } from '../model/case';
import { caseRejection } from './case-rejection';

const COMPILED = compileKnowledge(
  knowledge(
    [
      binary('pain', 0.3),
      binary('abdominal-pain', 0.1, { parent: 'pain' }),
      binary('colic', 0.05, { parent: 'abdominal-pain' }),
      binary('cough', 0.2, { impliesAbsence: false }),
      binary('dry-cough', 0.1, { parent: 'cough' }),
      categorical('sodium', { low: 0.1, normal: 0.9 }),
    ],
    [],
  ),
);

function rejectionOf(...observed: EngineCase['observed']): unknown {
  return caseRejection(COMPILED, { ...caseOf({}), observed });
}

describe('caseRejection', () => {
  it('accepts what the domains allow, in any mixture', () => {
    expect(
      caseRejection(COMPILED, caseOf({ pain: 'present', colic: 'absent', sodium: 'low', cough: 'unknown' })),
    ).toBeNull();
  });

  it('names unknown findings, sorted, before anything else that is wrong', () => {
    const rejection = rejectionOf(
      { findingId: 'zz', presence: 'present' },
      { findingId: 'aa', presence: 'present' },
      { findingId: 'pain', state: 'low' },
    );
    expect(rejection).toEqual({ code: 'unknown-finding', findings: ['aa', 'zz'] });
  });

  it('rejects a finding observed twice', () => {
    const rejection = rejectionOf(
      { findingId: 'pain', presence: 'present' },
      { findingId: 'pain', presence: 'absent', certainty: 2 },
    );
    expect(rejection).toEqual({ code: 'duplicate-finding', findings: ['pain'] });
  });

  it.each([
    [{ findingId: 'sodium', state: 'high' }],
    [{ findingId: 'sodium', presence: 'present' as const }],
    [{ findingId: 'pain', state: 'low' }],
    [{ findingId: 'pain' }],
    [{ findingId: 'pain', presence: 'present' as const, state: 'present' }],
  ])('rejects an observation that its domain does not have: %j', (observed) => {
    expect(rejectionOf(observed)).toEqual({ code: 'domain', findings: [observed.findingId] });
  });

  it.each([0.49, 1.01, NaN])('rejects a certainty of %d, even of what is unknown', (certainty) => {
    const rejection = rejectionOf({ findingId: 'pain', presence: 'unknown', certainty });
    expect(rejection).toEqual({ code: 'certainty', findings: ['pain'] });
  });

  it('finds present findings below absent ones at any depth', () => {
    const rejection = caseRejection(
      COMPILED,
      caseOf({ colic: 'present', pain: 'absent', 'abdominal-pain': 'absent' }),
    );
    expect(rejection).toEqual({
      code: 'contradiction',
      pairs: [
        ['colic', 'abdominal-pain'],
        ['colic', 'pain'],
      ],
    });
  });

  it('sees no contradiction where the general absence denies nothing, or is as good as not asked', () => {
    expect(caseRejection(COMPILED, caseOf({ cough: 'absent', 'dry-cough': 'present' }))).toBeNull();
    const doubtful = { findingId: 'pain', presence: 'absent', certainty: 0.5 } as const;
    expect(caseRejection(COMPILED, caseOf({ pain: doubtful, colic: 'present' }))).toBeNull();
  });
});
