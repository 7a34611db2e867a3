import { binary, caseOf, categorical, disease, knowledge, PARAMETERS, valueOf } from '../../test/fixtures';
import { compileKnowledge } from '../compile/compile-knowledge';
import { rank } from '../ranking/rank';
import { stagesOf } from './stages-of';

const KNOWN = compileKnowledge(
  knowledge(
    [
      binary('cough', 0.1),
      binary('crackles', 0.05, { kind: 'sign', stage: 'examination' }),
      categorical('leucocytes', { normal: 0.8, high: 0.2 }),
      binary('consolidation', 0.02, { kind: 'imaging', stage: 'imaging' }),
    ],
    [
      disease('pneumonia', 0.02, {
        cough: 0.8,
        crackles: 0.6,
        leucocytes: { theta: { normal: 0.3, high: 0.7 } },
        consolidation: 0.9,
      }),
      disease('bronchitis', 0.05, { cough: 0.95, consolidation: 0.02 }),
    ],
  ),
);

const CASE = caseOf({ consolidation: 'present', crackles: 'present', cough: 'present' });

describe('stagesOf', () => {
  it('follows the work-up and leaves out what revealed nothing', () => {
    const stages = valueOf(stagesOf(KNOWN, PARAMETERS, CASE));
    expect(stages.map(({ name, revealed }) => [name, revealed])).toEqual([
      ['history', ['cough']],
      ['examination', ['crackles']],
      ['imaging', ['consolidation']],
    ]);
    expect(stages.map(({ differential }) => differential[0]?.diseaseId)).toEqual([
      'bronchitis',
      'pneumonia',
      'pneumonia',
    ]);
  });

  it('ends with the list of the whole case', () => {
    const last = valueOf(stagesOf(KNOWN, PARAMETERS, CASE)).at(-1);
    expect(last).toMatchObject(valueOf(rank(KNOWN, PARAMETERS, CASE)));
  });

  it('takes the stages of the case itself, with what none of them names in the first', () => {
    const stages = valueOf(
      stagesOf(KNOWN, PARAMETERS, CASE, [
        { name: 'at the door', findingIds: ['crackles', 'leucocytes'] },
        { name: 'waiting', findingIds: ['crackles'] },
        { name: 'film', findingIds: ['consolidation'] },
      ]),
    );
    expect(stages.map(({ name, revealed }) => [name, revealed])).toEqual([
      ['at the door', ['cough', 'crackles']],
      ['waiting', []],
      ['film', ['consolidation']],
    ]);
    expect(stages[1]?.differential).toEqual(stages[0]?.differential);
  });

  it('says how far each list can be trusted', () => {
    const levels = valueOf(stagesOf(KNOWN, PARAMETERS, CASE)).map(({ sufficiency }) => sufficiency.level);
    expect(levels).toEqual(['too-little', 'too-little', 'little']);
  });

  it('has no stage where nothing was observed', () => {
    expect(valueOf(stagesOf(KNOWN, PARAMETERS, caseOf({ cough: 'unknown' })))).toEqual([]);
  });

  it('rejects a group that names no finding of the knowledge base', () => {
    const outcome = stagesOf(KNOWN, PARAMETERS, CASE, [{ name: 'one', findingIds: ['x', 'cough', 'x'] }]);
    expect(outcome).toEqual({ ok: false, rejection: { code: 'unknown-finding', findings: ['x'] } });
  });
});
