import { type Lookup } from '../vocabulary/stored/lookup';
import { type NormalisedText } from '../normalise/normalise';
import { type ReportUnit, type VocabularyFinding } from '../model/vocabulary';
import { isImpossible } from './intervals';
import { type QuantityRead } from './quantity-read';
import { convert } from './units';

/** Which of the two families of units a laboratory reports in. */
export type UnitSystem = 'SI' | 'conventional';

const systemOfUnit = (unit: string): UnitSystem => (/\/[dm]L$/.test(unit) ? 'conventional' : 'SI');

/** The units in which laboratories report a finding, its own first unless it is listed with limits of its own. */
function reportUnits({ unit, reportedIn }: VocabularyFinding): readonly ReportUnit[] {
  if (unit === undefined) return [];
  const listed = reportedIn ?? [];
  return listed.some((one) => one.unit === unit) ? listed : [{ unit }, ...listed];
}

/**
 * The units in which a report may have printed a number of a finding: it lies within what is printed in that unit, and
 * a patient can have the value.
 * @param molecularWeight g/mol of what was weighed, where that is not the finding's own molecule
 */
export function credibleUnits(
  finding: VocabularyFinding,
  number: number,
  molecularWeight?: number,
): readonly string[] {
  return reportUnits(finding)
    .filter(({ from = -Infinity, to = Infinity }) => number >= from && number <= to)
    .filter(({ whole }) => whole !== true || Number.isInteger(number))
    .map(({ unit }) => unit)
    .filter((unit) => {
      const value = convert(number, unit, finding.unit ?? unit, finding, molecularWeight);
      return value !== undefined && !isImpossible(finding, value);
    });
}

/** What of the units of the text itself tells its family: micromoles are SI, decilitres are not. */
const SI_TEXT = /[uμ]mol\/l/;
const CONVENTIONAL_TEXT = /mg\/dl|g\/dl/;

const WRITTEN = new WeakMap<NormalisedText, ReadonlySet<UnitSystem>>();

/** The families of units that are written anywhere in a text; searched for once, though every sentence asks. */
function writtenIn(source: NormalisedText): ReadonlySet<UnitSystem> {
  const known = WRITTEN.get(source);
  if (known !== undefined) return known;
  const systems = new Set<UnitSystem>();
  if (SI_TEXT.test(source.lower)) systems.add('SI');
  if (CONVENTIONAL_TEXT.test(source.lower)) systems.add('conventional');
  WRITTEN.set(source, systems);
  return systems;
}

/**
 * The family of units in which the quantities around are told: those that are written, and numbers without a unit
 * that only one family can have. Undefined where nothing tells it, or both.
 */
export function unitSystemOf(
  quantities: readonly QuantityRead[],
  source: NormalisedText,
  findings: Lookup<VocabularyFinding>,
): UnitSystem | undefined {
  const systems = new Set(writtenIn(source));
  for (const { findingId, unit, read, isUsual } of quantities) {
    const finding = findings.get(findingId);
    if (finding === undefined || isUsual || read.number === undefined) continue;
    const units = reportUnits(finding).map((one) => one.unit);
    // A mass is told by the litre and the decilitre in one country.
    if (!units.some((one) => one.includes('mol'))) continue;
    const all = new Set(units.map(systemOfUnit));
    const own =
      unit === undefined ? credibleUnits(finding, read.number).map(systemOfUnit) : [systemOfUnit(unit)];
    if (all.size === 2 && new Set(own).size === 1 && own[0] !== undefined) systems.add(own[0]);
  }
  return systems.size === 1 ? [...systems][0] : undefined;
}

/** Of credible units those of the family in which the text tells its other values. */
export function unitsOfSystem(units: readonly string[], system: UnitSystem | undefined): readonly string[] {
  const own = units.filter((unit) => systemOfUnit(unit) === system);
  return own.length === 0 ? units : own;
}
