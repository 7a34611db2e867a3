import { type Attribute } from '@openrounds/evaluation';
import { AGE_BAND_NAMES, AGE_BANDS } from '@openrounds/knowledge';
import { type LineRanking } from '../ranking/ranked-line';

const UNKNOWN = 'unknown';

/**
 * What a case can be grouped by: sex and age band of the patient as they were understood, given beside the text or read
 * from it; language and setting as they were given.
 */
export function attributesOf(ranking: LineRanking): Record<Attribute, string> {
  if ('error' in ranking) return { sex: UNKNOWN, age: UNKNOWN, language: UNKNOWN, setting: UNKNOWN };
  const { input, ranked } = ranking;
  const { sex, ageYears } = ranked.ready.patient;
  return {
    sex,
    age: ageYears === null ? UNKNOWN : bandOf(ageYears),
    language: input.narrative === undefined ? 'coded' : (input.language ?? UNKNOWN),
    setting: input.setting ?? UNKNOWN,
  };
}

const bandOf = (ageYears: number): string =>
  AGE_BAND_NAMES.find((band) => AGE_BANDS[band][0] <= ageYears && ageYears < AGE_BANDS[band][1]) ?? UNKNOWN;
