import { type EnginePatient } from '../model/understanding';
import { type VocabularyFinding } from '../model/vocabulary';
import { bounds, intervalsFor } from './intervals';
import { gather } from '../normalise/lists-by-key';

/** One state of a quantity and the values that it covers for a patient: `from <= value < to`, in the finding's unit. */
export interface Band {
  readonly state: string;
  readonly from: number;
  readonly to: number;
}

/** The side of the reference interval on which a value lies. */
export type Side = 'low' | 'normal' | 'high';

/** States that lie within the reference interval. */
const REFERENCE_STATES: ReadonlySet<string> = new Set(['normal', 'negative', 'below-lod', 'lod-to-p99']);

export const isReferenceState = (state: string): boolean => REFERENCE_STATES.has(state);

function bandsOfSex(finding: VocabularyFinding, patient: EnginePatient): Band[] {
  const { unit } = finding;
  if (unit === undefined) return [];
  return gather(
    intervalsFor(finding, patient).filter((interval) => (interval.unit ?? unit) === unit),
    (interval) => {
      const range = bounds(interval, finding, unit);
      return range === undefined ? [] : [{ state: interval.state, from: range[0], to: range[1] }];
    },
  ).sort((a, b) => a.from - b.from);
}

const isSame = (a: readonly Band[], b: readonly Band[]): boolean =>
  a.length === b.length &&
  a.every(({ state, from, to }, index) => {
    const other = b[index];
    return other?.state === state && other.from === from && other.to === to;
  });

/** The bands of a quantity for a patient, lowest first; empty where they depend on a sex that is not known. */
export function bandsFor(finding: VocabularyFinding, patient: EnginePatient): Band[] {
  if (patient.sex !== 'unknown') return bandsOfSex(finding, patient);
  const female = bandsOfSex(finding, { ...patient, sex: 'female' });
  return isSame(female, bandsOfSex(finding, { ...patient, sex: 'male' })) ? female : [];
}

/** The knowledge base's reference interval for a patient, open ends left out. */
export function referenceLimits(bands: readonly Band[]): { low?: number; high?: number } | undefined {
  const reference = bands.filter(({ state }) => isReferenceState(state));
  const [first, last] = [reference[0], reference.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return {
    ...(Number.isFinite(first.from) ? { low: first.from } : {}),
    ...(Number.isFinite(last.to) ? { high: last.to } : {}),
  };
}

/** On which side of the reference interval a state lies, and how many states away from it. */
export function placeOfState(
  finding: VocabularyFinding,
  patient: EnginePatient,
  state: string,
): { side: Side; steps: number } | undefined {
  if (isReferenceState(state)) return { side: 'normal', steps: 0 };
  const sex = patient.sex === 'unknown' ? 'female' : patient.sex;
  const states = bandsOfSex(finding, { ...patient, sex }).map((band) => band.state);
  const at = states.indexOf(state);
  const first = states.findIndex(isReferenceState);
  const last = states.findLastIndex(isReferenceState);
  if (at === -1 || first === -1) return undefined;
  return at < first ? { side: 'low', steps: first - at } : { side: 'high', steps: at - last };
}
