import { type Finding } from '@openrounds/contracts';
import { type EnginePatient, type WarningCode } from '../model/understanding';
import { type DecidingTest, type VocabularyFinding } from '../model/vocabulary';
import { placeOfState } from './bands';
import { credibleUnits, type UnitSystem, unitsOfSystem } from './credible-units';
import { isImpossible, stateOfLevel, stateOfValue } from './intervals';
import { DENIED_LEVEL, type Level } from './levels';
import { type QuantityRead } from './quantity-read';
import { type ReportMarks, sideByReport, stateByReport } from './report-judgement';
import { convert } from './units';
import { gather } from '../normalise/lists-by-key';

/** What a quantity as it was read says of its finding, or why it says nothing. */
export type QuantityOutcome =
  | {
      readonly presence?: 'present' | 'absent';
      readonly value?: NonNullable<Finding['value']>;
      readonly state?: string;
      readonly certainty: number;
      /** A unit is asked for although the report's own flag tells the state. */
      readonly asks?: boolean;
      /** The only unit in which a report can have printed a number that was told without one. */
      readonly unit?: string;
    }
  | { readonly problem: WarningCode };

const says = (presence: 'present' | 'absent'): QuantityOutcome => ({ presence, certainty: 1 });
const NOTHING: QuantityOutcome = { problem: 'interval-missing' };

/** The level as it is meant: "not raised" is normal. "Negative" is itself what makes a sentence a denial. */
function meantLevel({ level, denied }: QuantityRead['read'], negated: boolean): Level | undefined {
  if (level === undefined) return undefined;
  const isDenied = denied === true || (negated && level !== 'negative');
  return isDenied ? DENIED_LEVEL[level] : level;
}

/** What a text prints beside a number: its limits, in the unit of the number where they have none, and its flag. */
const marksOf = ({ range, flag }: QuantityRead['read'], unit: string): ReportMarks => ({
  ...(range && { range: { ...range, unit: range.unit ?? unit } }),
  ...(flag && { flag }),
});

/** A number that decides: `from` on, or `below` it; a comparator has to leave no doubt. */
function decidedByNumber(
  test: DecidingTest,
  number: number,
  unit: string,
  { read }: QuantityRead,
  finding: VocabularyFinding,
): QuantityOutcome {
  const value = test.unit === undefined ? undefined : convert(number, unit, test.unit, finding);
  if (value === undefined) return { problem: 'unit-not-convertible' };
  // with the method of the report it is normal; a single limit may be that of a grade
  const { range } = marksOf(read, unit);
  const hasBothLimits = range?.low !== undefined && range.high !== undefined;
  if (hasBothLimits && sideByReport(finding, number, unit, { range }) === 'normal') return says('absent');
  const { from, below } = test;
  const compared = read.comparator?.[0];
  const isBetween = from !== undefined && below !== undefined;
  if (isBetween)
    return compared === undefined ? says(value >= from && value < below ? 'present' : 'absent') : NOTHING;
  const upward = from !== undefined;
  const limit = from ?? below ?? NaN;
  const isBeyond = upward ? value >= limit : value < limit;
  if (compared === '<' && value > limit) return NOTHING;
  if (compared === '>' && value < limit) return NOTHING;
  if (compared === '<') return says(upward ? 'absent' : 'present');
  if (compared === '>') return says(upward ? 'present' : 'absent');
  return says(isBeyond ? 'present' : 'absent');
}

/** The tests that decide a yes-or-no finding: the first that says something counts. */
function decided(
  quantity: QuantityRead,
  negated: boolean,
  finding: VocabularyFinding,
  patient: EnginePatient,
): QuantityOutcome {
  const { decidedBy = [] } = finding;
  const tests = quantity.tests?.flatMap((test) => decidedBy[test] ?? []) ?? decidedBy;
  const isInUnit = ({ unit }: DecidingTest): boolean => unit !== undefined && unit === quantity.unit;
  // percent and mmol/mol are both pure numbers, and mean different things of haemoglobin A1c
  const ordered = [...tests.filter(isInUnit), ...tests.filter((test) => !isInUnit(test))];
  const outcomes = ordered.map((test) => decidedByTest(test, quantity, negated, finding, patient));
  return outcomes.find((outcome) => !('problem' in outcome)) ?? outcomes[0] ?? NOTHING;
}

const isOfOthers = ({ fromAge = 0, sex }: DecidingTest, patient: EnginePatient): boolean =>
  (patient.ageYears !== null && patient.ageYears < fromAge) || (sex !== undefined && sex !== patient.sex);

/** The number of a test that has no limit of ours: the report's own range or flag says whether it is raised. */
function byReport({ read: { number = NaN, range, flag } }: QuantityRead): QuantityOutcome {
  if (flag !== undefined) return flag.endsWith('raised') ? says('present') : NOTHING;
  if (range?.high === undefined) return NOTHING;
  return says(number > range.high ? 'present' : 'absent');
}

/** A test by its titre, its number or its result in words. */
function decidedByTest(
  test: DecidingTest,
  quantity: QuantityRead,
  negated: boolean,
  finding: VocabularyFinding,
  patient: EnginePatient,
): QuantityOutcome {
  const { number, titre } = quantity.read;
  if (isOfOthers(test, patient)) return NOTHING;
  if (titre !== undefined) {
    return test.titre === undefined
      ? NOTHING
      : says(Number(titre.slice(2)) >= test.titre ? 'present' : 'absent');
  }
  if (number !== undefined) {
    const [low, high] = test.bare ?? [Infinity, -Infinity];
    const unit = quantity.unit ?? (number >= low && number <= high ? test.unit : undefined);
    if (test.unit === undefined) return byReport(quantity);
    return unit === undefined
      ? { problem: 'unit-missing' }
      : decidedByNumber(test, number, unit, quantity, finding);
  }
  if (test.numberOnly === true) return NOTHING;
  switch (meantLevel(quantity.read, negated)) {
    case 'positive':
      return test.unit === undefined ? says('present') : NOTHING;
    case 'negative':
      return test.unit === undefined ? says('absent') : NOTHING;
    case 'raised':
      return test.below === undefined ? says('present') : NOTHING;
    case 'lowered':
      return test.below === undefined ? NOTHING : says('present');
    case 'normal':
      return says('absent');
    default:
      return NOTHING;
  }
}

function byLevel(level: Level | undefined, finding: VocabularyFinding): QuantityOutcome {
  const state = level === undefined ? undefined : stateOfLevel(finding, level);
  return state === undefined ? NOTHING : { value: { code: state }, state, certainty: 1 };
}

function measured(
  quantity: QuantityRead,
  finding: VocabularyFinding,
  patient: EnginePatient,
): QuantityOutcome {
  if (quantity.read.upTo !== undefined)
    return measuredBetween(quantity, quantity.read.upTo, finding, patient);
  const { read, unit = finding.unit, molecularWeight } = quantity;
  const { number = Number(read.titre?.slice(2)), comparator } = read;
  if (unit === undefined) return { problem: 'unit-missing' };
  const known = stateOfValue(finding, patient, number, unit, comparator, molecularWeight);
  if ('problem' in known && known.problem !== 'interval-missing') return known;
  const { state: own, certainty = 1 } = 'state' in known ? known : { state: undefined };
  const side = sideByReport(finding, number, unit, marksOf(read, unit));
  const isReported = side !== undefined && comparator === undefined;
  const state = isReported ? stateByReport(finding, patient, own, side) : own;
  if (state === undefined) return NOTHING;
  const plain = comparator === undefined && read.titre === undefined && state === own;
  return {
    value: plain ? valueOf(quantity, number, unit, finding) : { code: state },
    state,
    certainty: isReported && state !== own ? 1 : certainty,
  };
}

/** Two ends say a state where both lie in it. */
function measuredBetween(
  quantity: QuantityRead,
  upTo: number,
  finding: VocabularyFinding,
  patient: EnginePatient,
): QuantityOutcome {
  const { upTo: _higher, ...read } = quantity.read;
  const low = measured({ ...quantity, read }, finding, patient);
  const high = measured({ ...quantity, read: { ...read, number: upTo } }, finding, patient);
  if ('problem' in low) return low;
  if ('problem' in high) return high;
  const { state, certainty } = low;
  return state === undefined || state !== high.state ? NOTHING : { value: { code: state }, state, certainty };
}

/** As written; where the name says that another molecule was weighed, in the finding's own unit. */
function valueOf(
  { molecularWeight }: QuantityRead,
  number: number,
  unit: string,
  finding: VocabularyFinding,
): { number: number; unit: string } {
  const own = finding.unit ?? unit;
  const converted =
    molecularWeight === undefined ? undefined : convert(number, unit, own, finding, molecularWeight);
  return converted === undefined ? { number, unit } : { number: converted, unit: own };
}

/**
 * A quantity as read becomes a state, a presence, or a problem; a unit is never guessed: what is ambiguous is asked.
 * @param system the family of units in which the text tells its other values
 */
export function outcomeOf(
  quantity: QuantityRead,
  negated: boolean,
  finding: VocabularyFinding | undefined,
  patient: EnginePatient,
  system?: UnitSystem,
): QuantityOutcome {
  if (finding === undefined) return { problem: 'lab-unmapped' };
  if (finding.domain === 'binary') return decided(quantity, negated, finding, patient);
  const { number, titre, flag } = quantity.read;
  if (number === undefined && titre === undefined)
    return byLevel(meantLevel(quantity.read, negated), finding);
  if (titre !== undefined || quantity.unit !== undefined) return measured(quantity, finding, patient);
  const certain = inCredibleUnits(quantity, finding, patient, system);
  if (certain !== undefined) return certain;
  const flagged = byLevel(flag, finding);
  return 'problem' in flagged ? { problem: 'unit-missing' } : { ...flagged, asks: true };
}

/**
 * A number without a unit is no riddle where laboratories can have printed it in one unit only, or where it says the
 * same in every unit in which they can.
 */
function inCredibleUnits(
  quantity: QuantityRead,
  finding: VocabularyFinding,
  patient: EnginePatient,
  system: UnitSystem | undefined,
): QuantityOutcome | undefined {
  if (finding.reportedIn === undefined) return undefined;
  const credible = credibleUnits(finding, quantity.read.number ?? NaN, quantity.molecularWeight);
  const units = unitsOfSystem(credible, system);
  const outcomes = units.map((unit) => measured({ ...quantity, unit }, finding, patient));
  const [first] = outcomes;
  const [unit] = units;
  if (first === undefined || unit === undefined) return undefined;
  if (units.length === 1) return 'problem' in first ? first : { ...first, unit };
  if ('problem' in first || first.state === undefined) return undefined;
  const { state, certainty } = first;
  const states = outcomes.map((outcome) => ('problem' in outcome ? undefined : outcome.state));
  if (states.every((one) => one === state)) return { value: { code: state }, state, certainty };
  const mildest = mildestOf(states, finding, patient);
  return mildest === undefined
    ? undefined
    : { value: { code: mildest }, state: mildest, certainty, asks: true };
}

/** High in one unit and very high in the other is high: of states on one side the one nearest to normal is sure. */
function mildestOf(
  states: readonly (string | undefined)[],
  finding: VocabularyFinding,
  patient: EnginePatient,
): string | undefined {
  const placed = gather(states, (state) => {
    const place = state === undefined ? undefined : placeOfState(finding, patient, state);
    return place === undefined ? [] : [{ ...place, state }];
  });
  const [first] = placed.sort((a, b) => a.steps - b.steps);
  const isOneSide = placed.length === states.length && placed.every(({ side }) => side === first?.side);
  return isOneSide ? first?.state : undefined;
}

/** A value in the finding's own unit, if it is one that a patient can have. */
export function ownQuantity(
  number: number,
  unit: string | undefined,
  finding: VocabularyFinding,
  molecularWeight?: number,
): number | undefined {
  if (unit === undefined || finding.unit === undefined) return undefined;
  const value = convert(number, unit, finding.unit, finding, molecularWeight);
  return value === undefined || isImpossible(finding, value) ? undefined : value;
}
