import { binary, caseOf, disease, knowledge, PARAMETERS, valueOf } from '../../test/fixtures';
import { compileKnowledge } from '../compile/compile-knowledge';
import { answer } from './answer';

const SOURCE = { kind: 'published', id: 'west-2007', grade: 'B' } as const;
const COMPILED = compileKnowledge(
  knowledge(
    [
      binary('dyspnoea', 0.15, { mustExplain: true }),
      binary('leg-swelling', 0.03),
      binary('fever', 0.2),
      binary('scan', 0.02, { kind: 'imaging', stage: 'imaging' }),
    ],
    [
      disease('embolism', 0.004, {
        dyspnoea: 0.75,
        'leg-swelling': { theta: 0.4, source: SOURCE },
        fever: 0.05,
        scan: 0.96,
      }),
      disease('torsion', 0.001, { fever: 0.1 }, { restrict: { sex: 'male' } }),
      disease('cold', 0.03, { fever: 0.5 }),
    ],
  ),
);
const CASE = caseOf({ dyspnoea: 'present', 'leg-swelling': 'present', fever: 'present' });

describe('an answer', () => {
  it('lists the diseases with sourced evidence, what speaks for and against, and what is missing', () => {
    const { differential, excluded } = valueOf(answer(COMPILED, PARAMETERS, CASE));
    expect(differential.map(({ diseaseId }) => diseaseId)).toEqual(['embolism', 'cold']);
    expect(differential[0]?.summary).toEqual({
      for: ['leg-swelling', 'dyspnoea'],
      against: ['fever'],
      missing: ['scan'],
    });
    expect(differential[0]?.evidence[0]).toMatchObject({
      findingId: 'leg-swelling',
      match: 'linked',
      source: SOURCE,
    });
    const unexplained = differential[1]?.evidence.find(({ match }) => match === 'unexplained');
    expect(unexplained).toMatchObject({ findingId: 'dyspnoea', source: null });
    expect(excluded).toEqual([
      { diseaseId: 'torsion', reason: { code: 'sex', params: { onlySex: 'male' } } },
    ]);
  });

  it('keeps what it does not list in the remainder', () => {
    const { differential, remainder, other } = valueOf(answer(COMPILED, PARAMETERS, CASE, { topN: 1 }));
    expect(differential).toHaveLength(1);
    expect(remainder.count).toBe(1);
    expect((differential[0]?.probability ?? 0) + remainder.probability + other.probability).toBeCloseTo(
      1,
      12,
    );
  });

  it('uses the priors as they are for consecutive patients', () => {
    const { differential, caseMix } = valueOf(answer(COMPILED, PARAMETERS, CASE, { caseMix: 'consecutive' }));
    expect(caseMix).toBe('consecutive');
    const embolism = differential.find(({ diseaseId }) => diseaseId === 'embolism');
    expect(embolism?.priorContribution).toBeCloseTo(Math.log(0.004 / 0.05), 12);
  });

  it('answers a case of which nothing is known with the priors', () => {
    const empty = valueOf(
      answer(COMPILED, PARAMETERS, { patient: { ageYears: null, sex: 'unknown' }, observed: [] }),
    );
    expect(empty.differential.map(({ diseaseId }) => diseaseId)).toEqual(['cold', 'embolism', 'torsion']);
    expect(empty.sufficiency.level).toBe('too-little');
  });

  it('passes on why a case cannot be scored', () => {
    const outcome = answer(COMPILED, PARAMETERS, caseOf({ cough: 'present' }));
    expect(outcome).toEqual({ ok: false, rejection: { code: 'unknown-finding', findings: ['cough'] } });
  });

  it.each([0, 51, 1.5])('rejects a list of %d', (topN) => {
    expect(() => answer(COMPILED, PARAMETERS, CASE, { topN })).toThrow(RangeError);
  });

  it('rejects parameters outside the model, naming them', () => {
    expect(() => answer(COMPILED, { ...PARAMETERS, T: 0, upsilon: 2 }, CASE)).toThrow(/T 0.*upsilon 2/);
  });

  it('is plain JSON', () => {
    const outcome = answer(COMPILED, PARAMETERS, CASE);
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });
});
