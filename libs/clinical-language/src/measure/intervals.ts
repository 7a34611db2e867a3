import { type EnginePatient } from '../model/understanding';
import { type Comparator } from '../model/lab-value';
import { type IntervalCondition, type QuantityInterval, type VocabularyFinding } from '../model/vocabulary';
import { convert } from './units';
import { type Level } from './levels';

/** The state that a value stands for, or why there is none. */
export type StateOfValue =
  | { readonly state: string; readonly certainty: number }
  | { readonly problem: 'unit-not-convertible' | 'value-impossible' | 'interval-missing' };

/** Certainty of a state that is an adult's, where that of a child would be another and no age was told. */
const CERTAINTY_WITHOUT_AGE = 0.8;
const ASSUMED_AGE_YEARS = 40;

function holdsFor(condition: IntervalCondition | undefined, patient: EnginePatient): boolean {
  if (condition === undefined) return true;
  const age = patient.ageYears ?? ASSUMED_AGE_YEARS;
  const [low, high] = condition.ageYears ?? [0, Number.POSITIVE_INFINITY];
  if (age < low || age >= high) return false;
  if (condition.pregnant !== undefined && condition.pregnant !== (patient.pregnant ?? false)) return false;
  return condition.sex === undefined || condition.sex === patient.sex;
}

const narrowness = ({ if: condition }: QuantityInterval): number =>
  condition === undefined ? 0 : Object.keys(condition).length;

/** The intervals that hold for a patient, the most specific first. */
export function intervalsFor(finding: VocabularyFinding, patient: EnginePatient): QuantityInterval[] {
  return (finding.intervals ?? [])
    .filter((interval) => holdsFor(interval.if, patient))
    .sort((a, b) => narrowness(b) - narrowness(a));
}

/** The limits of an interval in `unit`, infinite where it is open. */
export function bounds(
  interval: QuantityInterval,
  finding: VocabularyFinding,
  unit: string,
): [number, number] | undefined {
  const limit = (value: number | undefined, open: number): number | undefined =>
    value === undefined ? open : convert(value, interval.unit ?? finding.unit ?? unit, unit, finding);
  const from = limit(interval.from, Number.NEGATIVE_INFINITY);
  const to = limit(interval.to, Number.POSITIVE_INFINITY);
  return from === undefined || to === undefined ? undefined : [from, to];
}

/** Whether every value that `comparator number` allows lies in `from <= x < to`. */
function covers([from, to]: [number, number], comparator: Comparator | undefined, value: number): boolean {
  if (comparator === undefined) return value >= from && value < to;
  if (comparator === '<') return from === Number.NEGATIVE_INFINITY && value <= to;
  if (comparator === '<=') return from === Number.NEGATIVE_INFINITY && value < to;
  return to === Number.POSITIVE_INFINITY && value >= from;
}

function stateAmong(
  finding: VocabularyFinding,
  patient: EnginePatient,
  value: number,
  unit: string,
  comparator: Comparator | undefined,
): string | undefined {
  for (const interval of intervalsFor(finding, patient)) {
    const range = bounds(interval, finding, unit);
    if (range !== undefined && covers(range, comparator, value)) return interval.state;
  }
  return undefined;
}

/** A state that holds for either sex when the sex was not told. */
function stateForPatient(
  finding: VocabularyFinding,
  patient: EnginePatient,
  value: number,
  unit: string,
  comparator: Comparator | undefined,
): string | undefined {
  const sexes = patient.sex === 'unknown' ? (['female', 'male'] as const) : [patient.sex];
  const states = new Set(
    sexes.map((sex) => stateAmong(finding, { ...patient, sex }, value, unit, comparator)),
  );
  return states.size === 1 ? [...states][0] : undefined;
}

/**
 * Turns a measured value into the finding's state: converts it to the finding's unit, refuses the impossible, and
 * applies the intervals for the patient's age, sex and pregnancy (`from <= value < to`).
 * @param unit UCUM unit of `value`
 * @param molecularWeight g/mol of what was weighed, where that is not the finding's own molecule
 */
export function stateOfValue(
  finding: VocabularyFinding,
  patient: EnginePatient,
  value: number,
  unit: string,
  comparator?: Comparator,
  molecularWeight?: number,
): StateOfValue {
  const own = finding.unit ?? unit;
  const converted = convert(value, unit, own, finding, molecularWeight);
  if (converted === undefined) return { problem: 'unit-not-convertible' };
  if (isImpossible(finding, converted)) return { problem: 'value-impossible' };
  const state = stateForPatient(finding, patient, converted, own, comparator);
  if (state === undefined) return { problem: 'interval-missing' };
  const isSameAt = (ageYears: number): boolean =>
    stateForPatient(finding, { ...patient, ageYears }, converted, own, comparator) === state;
  const isSure = patient.ageYears !== null || agesThatMatter(finding).every(isSameAt);
  return { state, certainty: isSure ? 1 : CERTAINTY_WITHOUT_AGE };
}

/** The youngest age of each interval that holds for some ages alone. */
const agesThatMatter = ({ intervals = [] }: VocabularyFinding): readonly number[] => [
  ...new Set(intervals.flatMap(({ if: condition }) => condition?.ageYears?.[0] ?? [])),
];

/** Whether a value, in the finding's own unit, cannot be a living person's. */
export function isImpossible(finding: VocabularyFinding, value: number): boolean {
  if (!Number.isFinite(value)) return true;
  const { low, high } = finding.plausible ?? {
    low: Number.NEGATIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
  };
  return value < low || value > high;
}

/** State names by what they say, mildest first: a bare "raised" claims no more than the mildest raised state. */
const STATES_OF_LEVEL: Readonly<Record<Level, readonly string[]>> = {
  normal: [
    'normal',
    'in-range',
    'not-raised',
    'not-elevated',
    'negative',
    'none',
    'absent',
    'lod-to-p99',
    'below-threshold',
  ],
  raised: [
    'raised',
    'high',
    'elevated',
    'mildly-raised',
    'slightly-raised',
    'above-threshold',
    'above-p99',
    'positive',
    'increased',
    'very-high',
  ],
  'very-raised': ['very-high', 'very-raised', 'markedly-raised', 'critical-high', 'high', 'raised'],
  lowered: ['low', 'lowered', 'reduced', 'mildly-low', 'decreased', 'very-low'],
  'very-lowered': ['very-low', 'markedly-low', 'low'],
  positive: ['positive', 'present', 'raised', 'high', 'above-p99', 'elevated'],
  negative: ['negative', 'absent', 'normal', 'not-raised', 'lod-to-p99', 'below-threshold', 'none'],
};

/** The state of a categorical finding that a level in words names. */
export function stateOfLevel(finding: VocabularyFinding, level: Level): string | undefined {
  const states = finding.states ?? [];
  const exact = STATES_OF_LEVEL[level].find((state) => states.includes(state));
  if (exact !== undefined) return exact;
  const stem =
    level === 'raised' ? /rais|high|elev|above/ : level === 'lowered' ? /low|below|reduc/ : undefined;
  return stem === undefined ? undefined : states.find((state) => stem.test(state));
}
