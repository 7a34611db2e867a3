import { UcumLhcUtils } from '@lhncbc/ucum-lhc';

/** The table of units is read when the first unit is looked at: most processes never do. */
const ucum = (): UcumLhcUtils => UcumLhcUtils.getInstance();

/** Whether UCUM knows the unit exactly as written; a guess at what was meant does not count. */
export function isUcumUnit(unit: string): boolean {
  return ucum().validateUnitString(unit).status === 'valid';
}

/**
 * Converts a value between UCUM units.
 *
 * @param molecularWeight g/mol, needed between mass and amount of substance
 * @returns undefined where one unit cannot be turned into the other
 */
export function convertUnit(
  value: number,
  from: string,
  to: string,
  molecularWeight?: number,
): number | undefined {
  if (from === to) return value;
  const conversion = ucum().convertUnitTo(from, value, to, { molecularWeight });
  return conversion.status === 'succeeded' ? (conversion.toVal ?? undefined) : undefined;
}
