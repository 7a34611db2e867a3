import { disease } from '../../test/fixtures';
import { type EnginePatient } from '../model/case';
import { type PopulationCell } from '../model/knowledge';
import { priorFor } from './priors';

const POPULATION: PopulationCell[] = [
  { ageYears: [0, 40], sex: 'female', weight: 1 },
  { ageYears: [0, 40], sex: 'male', weight: 2 },
  { ageYears: [40, 100], sex: 'female', weight: 3 },
  { ageYears: [40, 100], sex: 'male', weight: 4 },
];
const STONES = disease(
  'stones',
  0.01,
  {},
  {
    modifiers: [
      { if: { ageYears: [40, 999] }, times: 2 },
      { if: { sex: 'female' }, times: 1.5 },
    ],
  },
);

function prior(
  patient: EnginePatient,
  of = STONES,
  population: PopulationCell[] | undefined = POPULATION,
): number {
  return priorFor(of, patient, population);
}

describe('priorFor', () => {
  it('multiplies everything that matches, the lower bound of an age band included', () => {
    expect(prior({ ageYears: 40, sex: 'female' })).toBeCloseTo(0.03, 12);
    expect(prior({ ageYears: 39.99, sex: 'male' })).toBeCloseTo(0.01, 12);
  });

  it('averages over the sexes of that age where sex is unknown', () => {
    expect(prior({ ageYears: 50, sex: 'unknown' })).toBeCloseTo((0.01 * 2 * (3 * 1.5 + 4)) / 7, 12);
  });

  it('averages over the ages of that sex where age is unknown', () => {
    expect(prior({ ageYears: null, sex: 'male' })).toBeCloseTo((0.01 * (2 * 1 + 4 * 2)) / 6, 12);
  });

  it('cuts a band of the population where a multiplier changes within it', () => {
    const teenage = disease('t', 0.01, {}, { modifiers: [{ if: { ageYears: [10, 20] }, times: 5 }] });
    const cells: PopulationCell[] = [{ ageYears: [0, 40], sex: 'male', weight: 1 }];
    expect(prior({ ageYears: null, sex: 'male' }, teenage, cells)).toBeCloseTo(0.01 * (0.75 + 0.25 * 5), 12);
  });

  it('counts the share of patients in whom the disease is possible where sex is unknown', () => {
    const torsion = disease('torsion', 0.001, {}, { restrict: { sex: 'female' } });
    expect(prior({ ageYears: 50, sex: 'unknown' }, torsion)).toBeCloseTo((0.001 * 3) / 7, 12);
  });

  it('matches no modifier on what is unknown where no population is given', () => {
    expect(priorFor(STONES, { ageYears: null, sex: 'female' }, undefined)).toBeCloseTo(0.015, 12);
  });

  it('stays above 0 where the population holds nobody in whom the disease is possible', () => {
    const prostatitis = disease('p', 0.001, {}, { restrict: { sex: 'male' } });
    const women = POPULATION.filter(({ sex }) => sex === 'female');
    expect(prior({ ageYears: null, sex: 'unknown' }, prostatitis, women)).toBeCloseTo(0.001, 12);
  });
});
