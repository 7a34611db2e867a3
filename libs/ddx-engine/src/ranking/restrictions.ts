import { type DiseaseDefinition } from '../compile/compiled-knowledge';
import { type EnginePatient } from '../model/case';
import { type AgeRange, type Concerned, type Restriction } from '../model/knowledge';
import { type ExclusionReason } from '../model/ranking';

/** Whether `age` lies in the half-open range; an unknown age lies in none. */
export function withinAges([lo, hi]: AgeRange, age: number | null): boolean {
  return age !== null && lo <= age && age < hi;
}

/** Why the disease is impossible in this patient; null where it is possible or where too little is known to say. */
export function exclusionOf(
  { restrict = {} }: Pick<DiseaseDefinition, 'restrict'>,
  patient: EnginePatient,
): ExclusionReason | null {
  if (restrict.sex !== undefined && patient.sex !== 'unknown' && patient.sex !== restrict.sex) {
    return { code: 'sex', params: { onlySex: restrict.sex } };
  }
  const pregnant = patient.sex === 'male' ? false : (patient.pregnant ?? null);
  const onlyPregnant = restrict.pregnancy === 'required';
  if (restrict.pregnancy !== undefined && pregnant !== null && pregnant !== onlyPregnant) {
    return { code: 'pregnancy', params: { onlyPregnant } };
  }
  if (
    restrict.ageYears !== undefined &&
    patient.ageYears !== null &&
    !withinAges(restrict.ageYears, patient.ageYears)
  ) {
    return { code: 'age', params: { ageYears: restrict.ageYears } };
  }
  return null;
}

/** Whether what concerns some people alone may concern this patient. */
export const mayConcern = (onlyIf: Concerned | undefined, patient: EnginePatient): boolean =>
  onlyIf === undefined || exclusionOf({ restrict: onlyIf }, patient) === null;

/** Whether the disease is possible at all at this age and sex. */
export function isPossible(restrict: Restriction, age: number, sex: 'female' | 'male'): boolean {
  if (restrict.sex !== undefined && restrict.sex !== sex) return false;
  return restrict.ageYears === undefined || withinAges(restrict.ageYears, age);
}
