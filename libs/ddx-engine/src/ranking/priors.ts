import { type DiseaseDefinition } from '../compile/compiled-knowledge';
import { type EnginePatient } from '../model/case';
import { type AgeRange, type PopulationCell, type PriorModifier, type Sex } from '../model/knowledge';
import { sumOf } from '../numeric/sum';
import { isPossible, withinAges } from './restrictions';

/**
 * The share of patients of this age and sex whose main explanation is the disease: its prior times all modifiers that
 * match, in list order. Where age or sex is unknown the multipliers and restrictions are averaged over the setting's
 * population as far as the rest is known; without a population an unknown attribute matches no modifier.
 */
export function priorFor(
  disease: DiseaseDefinition,
  patient: EnginePatient,
  population: readonly PopulationCell[] | undefined,
): number {
  const { ageYears, sex } = patient;
  if (ageYears !== null && sex !== 'unknown') return disease.prior * multiplier(disease, ageYears, sex);
  const average =
    population === undefined
      ? 0
      : averageMultiplier(disease, matchingCells(population, patient), patient.ageYears);
  return disease.prior * (average > 0 ? average : multiplier(disease, ageYears, sex));
}

function multiplier({ modifiers = [] }: DiseaseDefinition, age: number | null, sex: Sex | 'unknown'): number {
  return modifiers
    .filter((modifier) => applies(modifier, age, sex))
    .reduce((product, { times }) => product * times, 1);
}

function applies({ if: condition }: PriorModifier, age: number | null, sex: Sex | 'unknown'): boolean {
  if (condition.ageYears !== undefined && !withinAges(condition.ageYears, age)) return false;
  return condition.sex === undefined || condition.sex === sex;
}

/** The cells of the population that agree with what is known; all ages where none holds the known one. */
function matchingCells(
  population: readonly PopulationCell[],
  { ageYears, sex }: EnginePatient,
): PopulationCell[] {
  const sameSex = population.filter((cell) => sex === 'unknown' || cell.sex === sex);
  const sameAge = sameSex.filter((cell) => ageYears === null || withinAges(cell.ageYears, ageYears));
  return sameAge.length > 0 ? sameAge : sameSex;
}

/** Mean over the cells; a disease that is impossible in a part of a cell counts there as 0. */
function averageMultiplier(
  disease: DiseaseDefinition,
  cells: readonly PopulationCell[],
  age: number | null,
): number {
  const weight = sumOf(cells, (cell) => cell.weight);
  if (!(weight > 0)) return 0;
  const weighted = sumOf(cells, (cell) => {
    const ages = age === null ? agesWithin(cell.ageYears, boundsOf(disease)) : [{ age, share: 1 }];
    return cell.weight * sumOf(ages, (part) => part.share * multiplierAt(disease, part.age, cell.sex));
  });
  return weighted / weight;
}

function multiplierAt(disease: DiseaseDefinition, age: number, sex: Sex): number {
  return isPossible(disease.restrict ?? {}, age, sex) ? multiplier(disease, age, sex) : 0;
}

/** Every age at which the disease's multipliers or restrictions change. */
export function boundsOf({ modifiers = [], restrict = {} }: DiseaseDefinition): number[] {
  return [...modifiers.flatMap((modifier) => modifier.if.ageYears ?? []), ...(restrict.ageYears ?? [])];
}

/**
 * Cuts an age band where something changes within it; patients count as spread evenly over the band. Each part is
 * represented by the age at which it begins.
 */
function agesWithin([lo, hi]: AgeRange, bounds: readonly number[]): { age: number; share: number }[] {
  const cuts = [...new Set([lo, ...bounds.filter((bound) => lo < bound && bound < hi), hi])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((age, at) => ({ age, share: ((cuts[at + 1] ?? hi) - age) / (hi - lo) }));
}
