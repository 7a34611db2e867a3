import { type Setting } from '@openrounds/contracts';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type IndexedCause } from '../vocabulary/dictionary';
import { given } from '../normalise/lists-by-key';
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

const NONE: readonly IndexedCause[] = [];
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
  const causes: Weighed[] = [];
  for (const { cause, likelihoodRatio } of candidatesFor(findingId, result, settings, vocabulary)) {
    if (!isPossible(cause, patient)) continue;
    const weight = priorOf(cause, patient, settings) * likelihoodRatio;
    causes.push({ diseaseId: cause.diseaseId, likelihoodRatio, weight });
  }
  return causes
    .sort((a, b) => b.weight - a.weight || (a.diseaseId < b.diseaseId ? -1 : 1))
    .slice(0, MOST_CAUSES)
    .map(({ diseaseId, likelihoodRatio }) => ({ diseaseId, likelihoodRatio }));
}

/** A disease that may give a result, whoever has it. */
interface Candidate {
  readonly cause: ResultCause;
  readonly likelihoodRatio: number;
}

/** Of each list of causes those of each result in each setting: the same for every patient, so that they are sought once. */
const known = new WeakMap<readonly IndexedCause[], Map<string, readonly Candidate[]>>();

function candidatesFor(
  findingId: string,
  result: string,
  settings: readonly VocabularySetting[],
  vocabulary: CompiledVocabulary,
): readonly Candidate[] {
  const causes = vocabulary.resultCauses.get(findingId) ?? NONE;
  const ofList = known.get(causes) ?? new Map<string, readonly Candidate[]>();
  known.set(causes, ofList);
  const key = `${findingId} ${result} ${settings.join(' ')}`;
  const candidates = ofList.get(key) ?? candidatesAmong(causes, findingId, result, settings, vocabulary);
  ofList.set(key, candidates);
  return candidates;
}

function candidatesAmong(
  causes: readonly IndexedCause[],
  findingId: string,
  result: string,
  settings: readonly VocabularySetting[],
  vocabulary: CompiledVocabulary,
): Candidate[] {
  const baseline = vocabulary.findings.get(findingId)?.baseline;
  const elsewhere = settings.map((one) => probabilityOf(baseline?.[one], result));
  if (elsewhere.some((share) => share === undefined)) return [];
  const share = clip(mean(elsewhere.map((one) => one ?? 0)));
  return given(causes, ({ cause, isNameOf }) => {
    const theta = probabilityOf(cause.theta.get(findingId), result);
    const likelihoodRatio = theta === undefined ? 0 : clip(theta) / share;
    const counts = likelihoodRatio >= SMALLEST_RATIO && !isNameOf.includes(result);
    return counts ? { cause, likelihoodRatio } : undefined;
  });
}
