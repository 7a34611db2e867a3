import { type Attribute } from '@openrounds/evaluation';
import { AGE_BAND_NAMES, AGE_BANDS } from '@openrounds/knowledge';
import { type EvaluatedCase } from '../evaluation/evaluate-cases';

const UNKNOWN = 'unknown';

/**
 * What a case can be grouped by: sex and age band of the patient as they were understood, given beside the text or read
 * from it; language as it was given, setting as it was given or as a reader of the text coded it.
 */
export function attributesOf({
  ranking,
  groupedAs,
}: Pick<EvaluatedCase, 'ranking' | 'groupedAs'>): Record<Attribute, string> {
  if ('error' in ranking) return { sex: UNKNOWN, age: UNKNOWN, language: UNKNOWN, setting: UNKNOWN };
  const { input, ranked } = ranking;
  const { sex, ageYears } = ranked.ready.patient;
  return {
    sex,
    age: ageYears === null ? UNKNOWN : bandOf(ageYears),
    language: input.narrative === undefined ? 'coded' : (input.language ?? UNKNOWN),
    setting: input.setting ?? groupedAs?.setting ?? UNKNOWN,
  };
}

const bandOf = (ageYears: number): string =>
  AGE_BAND_NAMES.find((band) => AGE_BANDS[band][0] <= ageYears && ageYears < AGE_BANDS[band][1]) ?? UNKNOWN;
