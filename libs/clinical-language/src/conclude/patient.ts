import { ageInYears, type Patient, type UnderstoodPatient } from '@openrounds/contracts';
import { type EnginePatient, type UnderstandingWarning } from '../model/understanding';
import { warn } from '../model/warnings';
import { type Demographics } from './demographics/read-demographics';

/** Ages from 90 years on identify a person and are all kept as 90. */
const OLDEST_KEPT = 90;
/** Ages outside which pregnancy has not been recorded. */
const PREGNANCY_YEARS = [5, 75] as const;

/** "In her sixties" differs from no age of ten years. */
const WITHIN_DECADE = 10;

type Age = NonNullable<Patient['age']>;

const tooOld = (age: Age): boolean => ageInYears(age) > OLDEST_KEPT;
/** An age as it is kept: one above 89 years would tell who it is. */
export const keptAge = (age: Age): Age => (tooOld(age) ? { value: OLDEST_KEPT, unit: 'a' } : age);

/** Whether a pregnancy is told of somebody who cannot be pregnant, by sex or age. */
export function isPregnancyImpossible({ age, sex, pregnant }: Patient): boolean {
  if (pregnant !== true) return false;
  const [youngest, oldest] = PREGNANCY_YEARS;
  const years = age === null ? undefined : ageInYears(age);
  return sex === 'male' || (years !== undefined && (years < youngest || years > oldest));
}

/** What was entered counts for more than what the text says; differences are reported. */
export function mergePatient(
  given: Patient | undefined,
  said: Demographics,
): { patient: UnderstoodPatient; warnings: UnderstandingWarning[] } {
  const warnings: UnderstandingWarning[] = [];
  const saidAge = said.age !== undefined && ageInYears(said.age) <= 130 ? said.age : undefined;
  const age = given?.age ?? saidAge ?? null;
  if (age !== null && tooOld(age)) warnings.push(warn('age-above-89'));
  if (age !== null && age === saidAge && said.isRough) warnings.push(warn('age-told-roughly'));
  if (
    given?.age &&
    saidAge !== undefined &&
    Math.abs(ageInYears(given.age) - ageInYears(saidAge)) >= (said.isRough ? WITHIN_DECADE : 1)
  ) {
    const bothOld = tooOld(keptAge(given.age)) && tooOld(keptAge(saidAge));
    if (!bothOld) warnings.push(warn('age-in-text-differs'));
  }
  const givenSex = given?.sex === undefined || given.sex === 'unknown' ? undefined : given.sex;
  if (givenSex !== undefined && said.sex !== undefined && said.sex !== givenSex)
    warnings.push(warn('sex-in-text-differs'));
  const sex = givenSex ?? said.sex ?? 'unknown';
  if (
    typeof given?.pregnant === 'boolean' &&
    said.pregnant !== undefined &&
    said.pregnant !== given.pregnant
  ) {
    warnings.push(warn('pregnancy-in-text-differs'));
  }
  const told = given?.pregnant ?? (sex === 'male' ? null : (said.pregnant ?? null));
  const isImpossible = isPregnancyImpossible({ age, sex, pregnant: told });
  if (isImpossible) warnings.push(warn('pregnancy-impossible'));
  return {
    patient: { age: age === null ? null : keptAge(age), sex, pregnant: isImpossible ? null : told },
    warnings,
  };
}

/** A patient as intervals and the engine see one. */
export function enginePatient(patient: UnderstoodPatient): EnginePatient {
  return {
    ageYears: patient.age === null ? null : ageInYears(patient.age),
    sex: patient.sex,
    pregnant: isPregnancyImpossible(patient) ? null : (patient.pregnant ?? null),
  };
}
