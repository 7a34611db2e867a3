import { UcumLhcUtils } from '@lhncbc/ucum-lhc';
import { type VocabularyFinding } from '../model/vocabulary';

/** The table of units is read when the first one is converted. */
const ucum = (): UcumLhcUtils => UcumLhcUtils.getInstance();

/** UCUM codes in clinical use are far shorter; the parser need not see anything longer. */
const MAX_UNIT_LENGTH = 40;

/** D-dimer: one unit of D-dimer mass (DDU) is about two fibrinogen-equivalent units (FEU). */
const FEU_PER_DDU = 2;

/** What UCUM codes are made of. The parser writes what it cannot read to the log: it must not see anyone's words. */
const UCUM_CHARACTERS = /^[\x21-\x7e]+$/;

/** Whether a unit is valid UCUM exactly as written (`mmHg` is not, `mm[Hg]` is). */
export function isUcum(unit: string): boolean {
  return (
    unit.length <= MAX_UNIT_LENGTH &&
    UCUM_CHARACTERS.test(unit) &&
    ucum().validateUnitString(unit).status === 'valid'
  );
}

/** Twelve significant digits: what binary fractions add behind them is not in the data. */
const withoutNoise = (value: number): number => Number(value.toPrecision(12));

function assayFactor(from: string, to: string): number {
  if (from.includes('{DDU}') && to.includes('{FEU}')) return FEU_PER_DDU;
  return from.includes('{FEU}') && to.includes('{DDU}') ? 1 / FEU_PER_DDU : 1;
}

/** The straight line between the finding's own unit and one that UCUM cannot turn into it (HbA1c in mmol/mol). */
function alongLine(value: number, from: string, to: string, finding: VocabularyFinding): number | undefined {
  if (to === finding.unit) {
    const line = finding.linearUnits?.find(({ unit }) => unit === from);
    return line && line.factor * value + line.offset;
  }
  const line = from === finding.unit ? finding.linearUnits?.find(({ unit }) => unit === to) : undefined;
  return line && (value - line.offset) / line.factor;
}

/**
 * A value in another UCUM unit. Between mass and amount of substance the molecular weight is used; international units
 * stand for enzyme units where an analyte is reported in both.
 * @param molecularWeight g/mol of what was weighed, where that is not the finding's own molecule
 * @returns undefined if the units measure different things
 */
export function convert(
  value: number,
  from: string,
  to: string,
  finding: VocabularyFinding,
  molecularWeight: number | undefined = finding.molecularWeight,
): number | undefined {
  if (from === to) return value;
  if (from.length > MAX_UNIT_LENGTH || !UCUM_CHARACTERS.test(from)) return undefined;
  const onLine = alongLine(value, from, to, finding);
  if (onLine !== undefined) return withoutNoise(onLine);
  const result = ucum().convertUnitTo(from.replaceAll('[IU]', 'U'), value, to.replaceAll('[IU]', 'U'), {
    ...(molecularWeight === undefined ? {} : { molecularWeight }),
    ...(finding.monovalent === true ? { charge: 1 } : {}),
  });
  if (result.status !== 'succeeded' || result.toVal === null || !Number.isFinite(result.toVal))
    return undefined;
  return withoutNoise(result.toVal * assayFactor(from, to));
}
