import { binary, disease, knowledge } from '../../test/fixtures';
import { compileKnowledge } from '../compile/compile-knowledge';
import { type EnginePatient } from '../model/case';
import { type PopulationCell } from '../model/knowledge';
import { priorFor } from './priors';
import { priorsFor } from './priors-of-patient';

const POPULATION: PopulationCell[] = [
  { ageYears: [0, 35], sex: 'female', weight: 1 },
  { ageYears: [0, 35], sex: 'male', weight: 2 },
  { ageYears: [35, 100], sex: 'female', weight: 3 },
  { ageYears: [35, 100], sex: 'male', weight: 4 },
];
const KNOWN = {
  ...knowledge(
    [binary('cough', 0.1)],
    [
      disease('gout', 0.01, {}, { modifiers: [{ if: { ageYears: [40, 999], sex: 'male' }, times: 3 }] }),
      disease('ovarian-torsion', 0.02, {}, { restrict: { sex: 'female', ageYears: [10.5, 60] } }),
    ],
  ),
  population: POPULATION,
};

describe('priorsFor', () => {
  it('gives each disease its prior on both sides of every age at which one changes', () => {
    const compiled = compileKnowledge(KNOWN);
    const ages = [null, 0, 10, 10.49, 10.5, 34.9, 35, 39.9, 40, 59.9, 60, 99, 100, 120];
    for (const sex of ['female', 'male', 'unknown'] as const) {
      for (const ageYears of [...ages, ...ages.toReversed()]) {
        const patient: EnginePatient = { ageYears, sex };
        const expected = compiled.diseases.map(({ definition }) => priorFor(definition, patient, POPULATION));
        expect([...priorsFor(compiled, patient)]).toEqual(expected);
      }
    }
  });
});
