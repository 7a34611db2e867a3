import { type Setting } from '@openrounds/contracts';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type EnginePatient } from '../model/understanding';
import { type ResultCause, type VocabularySetting } from '../model/vocabulary';

/** A disease that commonly gives a result. */
export interface CommonCause {
  readonly diseaseId: string;
  /** P(result | disease) ÷ P(result | something else). */
  readonly likelihoodRatio: number;
}

/** What must be known beside the result. */
export interface CauseContext {
  readonly patient: EnginePatient;
  readonly setting: Setting | undefined;
}

const MOST_CAUSES = 5;
/** A disease in which the result is hardly more frequent than elsewhere does not cause it. */
const SMALLEST_RATIO = 2;
/** The engine's own limits: nothing is ever certain. */
const LOWEST = 0.005;
const HIGHEST = 0.995;

const clip = (probability: number): number => Math.min(HIGHEST, Math.max(LOWEST, probability));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** No setting: the mean of both; inpatients are reckoned with the emergency department's numbers. */
function settingsOf(setting: Setting | undefined): readonly VocabularySetting[] {
  if (setting === undefined) return ['emergency', 'primary-care'];
  return [setting === 'primary-care' ? 'primary-care' : 'emergency'];
}

type Table = number | Readonly<Record<string, number>>;

/** P(result); of a yes-or-no finding `present` and `absent` are the results. */
function probabilityOf(table: Table | undefined, result: string): number | undefined {
  if (typeof table === 'number')
    return result === 'absent' ? 1 - table : result === 'present' ? table : undefined;
  return table?.[result];
}

function isPossible({ restrict }: ResultCause, { sex, pregnant }: EnginePatient): boolean {
  if (restrict?.sex !== undefined && sex !== 'unknown' && restrict.sex !== sex) return false;
  return restrict?.pregnant === undefined || pregnant === null || restrict.pregnant === pregnant;
}

const ANY_AGE = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

/** The prior for this patient; an age or sex that is not known matches no multiplier. */
function priorOf(
  { prior, modifiers }: ResultCause,
  { ageYears, sex }: EnginePatient,
  settings: readonly VocabularySetting[],
): number {
  let probability = mean(settings.map((setting) => prior[setting]));
  for (const { if: condition, times } of modifiers) {
    const [low, high] = condition.ageYears ?? ANY_AGE;
    const inAge =
      condition.ageYears === undefined || (ageYears !== null && ageYears >= low && ageYears < high);
    if (inAge && (condition.sex === undefined || condition.sex === sex)) probability *= times;
  }
  return probability;
}

interface Weighed extends CommonCause {
  readonly weight: number;
}

/**
 * The diseases that account for most patients with a result: prior × likelihood ratio, the numbers that the ranking
 * itself uses, so that there is no second truth. Diseases in which the result is not at least twice as frequent as
 * elsewhere are left out, and those that are only a name of the result: hyponatraemia does not cause a low sodium.
 * @param result a state, or `present` / `absent`
 * @returns at most five, the most frequent first; ties by id
 */
export function commonCauses(
  findingId: string,
  result: string,
  { patient, setting }: CauseContext,
  vocabulary: CompiledVocabulary,
): CommonCause[] {
  const settings = settingsOf(setting);
  const baseline = vocabulary.findings.get(findingId)?.baseline;
  const elsewhere = settings.map((one) => probabilityOf(baseline?.[one], result));
  if (elsewhere.some((share) => share === undefined)) return [];
  const share = clip(mean(elsewhere.map((one) => one ?? 0)));
  const causes: Weighed[] = [];
  for (const { cause, isNameOf } of vocabulary.resultCauses.get(findingId) ?? []) {
    const theta = probabilityOf(cause.theta.get(findingId), result);
    const likelihoodRatio = theta === undefined ? 0 : clip(theta) / share;
    const counts =
      likelihoodRatio >= SMALLEST_RATIO && isPossible(cause, patient) && !isNameOf.includes(result);
    if (!counts) continue;
    const weight = priorOf(cause, patient, settings) * likelihoodRatio;
    causes.push({ diseaseId: cause.diseaseId, likelihoodRatio, weight });
  }
  return causes
    .sort((a, b) => b.weight - a.weight || (a.diseaseId < b.diseaseId ? -1 : 1))
    .slice(0, MOST_CAUSES)
    .map(({ diseaseId, likelihoodRatio }) => ({ diseaseId, likelihoodRatio }));
}
