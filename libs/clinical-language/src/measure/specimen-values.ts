import { bySurface } from '../lexicon/phrase-dictionary';
import { type Reading } from '../segment/reading';
import { type Level, levelAt } from './levels';
import { type NumericRead, numericAt } from './numeric';
import { ANALYTES, type Specimen } from './specimens';
import { spanOf } from './words';

/** A value measured in a specimen. Token positions, end exclusive. */
export interface SpecimenValue {
  readonly analyte: string;
  readonly from: number;
  readonly to: number;
  /** End of the name. */
  readonly nameTo: number;
  readonly number?: number;
  readonly comparator?: NumericRead['comparator'];
  readonly unit?: string;
  /** Said in words, or by pluses. */
  readonly level?: Level;
}

const MAX_CONNECTORS = 5;
const MAX_BEFORE = 6;

/** A number or a level behind a name. */
function behind(
  reading: Reading,
  from: number,
  end: number,
): Omit<SpecimenValue, 'analyte' | 'nameTo'> | undefined {
  const { tokens } = reading;
  for (let at = from, left = MAX_CONNECTORS; at < end && left > 0; left -= 1) {
    const numeric = numericAt(reading, at);
    const level = levelAt(tokens, at, 'behind');
    if (level !== undefined && (numeric === undefined || at + level.length > numeric.to))
      return { from, to: at + level.length, level: level.level };
    if (numeric !== undefined) return withUnit(from, numeric);
    const lead = spanOf('lead', tokens, at);
    if (lead === 0) return undefined;
    at += lead;
  }
  return undefined;
}

const withUnit = (from: number, { to, number, comparator, unit }: NumericRead) => ({
  from,
  to,
  number,
  ...(comparator === undefined ? {} : { comparator }),
  ...(unit === undefined ? {} : { unit }),
});

/** "90 % lymphocytes": the number right before the name. */
function before(
  reading: Reading,
  name: number,
  start: number,
): Omit<SpecimenValue, 'analyte' | 'nameTo'> | undefined {
  for (let at = name - 1; at >= Math.max(start, name - MAX_BEFORE); at -= 1) {
    if (reading.tokens[at]?.kind !== 'number') continue;
    const read = numericAt(reading, at);
    if (read?.to === name) return withUnit(at, read);
  }
  return undefined;
}

/** Every value of a stretch. A number stands before its name or behind it, never for two. */
export function specimenValues(reading: Reading, specimen: Specimen): SpecimenValue[] {
  const { tokens } = reading;
  const found: SpecimenValue[] = [];
  let start = specimen.from;
  for (let at = specimen.from; at < specimen.to;) {
    const match = ANALYTES.longestAt(tokens, at, bySurface, undefined, specimen.to);
    const analyte = match?.values[0]?.analyte;
    if (match === undefined || analyte === undefined) {
      const cells = bareCells(reading, at, specimen);
      if (cells !== undefined) found.push(cells);
      at = cells?.to ?? at + 1;
      continue;
    }
    const early = before(reading, match.from, start);
    const read = early ?? behind(reading, match.to, specimen.to);
    const to = Math.max(match.to, read?.to ?? 0);
    if (read !== undefined)
      found.push({ ...read, analyte, from: Math.min(match.from, read.from), to, nameTo: match.to });
    start = to;
    at = Math.max(to, at + 1);
  }
  return found;
}

/** "400 cells/mm3" has the name in its unit. */
function bareCells(reading: Reading, at: number, specimen: Specimen): SpecimenValue | undefined {
  if (reading.tokens[at]?.kind !== 'number') return undefined;
  const read = numericAt(reading, at);
  if (read?.unit !== '/uL' || read.to > specimen.to) return undefined;
  if (ANALYTES.longestAt(reading.tokens, read.to, bySurface, undefined, specimen.to) !== undefined)
    return undefined;
  return { ...withUnit(at, read), analyte: 'cells', nameTo: read.to };
}
