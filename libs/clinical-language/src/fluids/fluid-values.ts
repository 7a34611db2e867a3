import { bySurface } from '../lexicon/phrase-dictionary';
import { type NumericRead, numericAt } from '../quantities/numeric';
import { type Reading } from '../text/reading';
import { type Analyte, ANALYTES } from './analytes';
import { type Fluid } from './fluid-stretches';

/** A value measured in a fluid. Token positions, end exclusive. */
export interface FluidValue {
  readonly analyte: Analyte;
  readonly from: number;
  readonly to: number;
  /** End of the name. */
  readonly nameTo: number;
  readonly number: number;
  readonly unit?: string;
}

const CONNECTORS =
  /^(?:of|is|was|were|are|:|=|\(|count|level|with|at|about|约|为|占|达|计|数|比|例|百|分|值)$/;
const MAX_CONNECTORS = 5;
const MAX_BEFORE = 6;

function behind(reading: Reading, from: number, end: number): NumericRead | undefined {
  let at = from;
  while (at < end && at - from < MAX_CONNECTORS && CONNECTORS.test(reading.tokens[at]?.text ?? '')) at += 1;
  return at < end ? numericAt(reading, at) : undefined;
}

/** "90 % lymphocytes": the number right before the name. */
function before(reading: Reading, name: number, start: number): (NumericRead & { from: number }) | undefined {
  for (let at = name - 1; at >= Math.max(start, name - MAX_BEFORE); at -= 1) {
    if (reading.tokens[at]?.kind !== 'number') continue;
    const read = numericAt(reading, at);
    if (read?.to === name) return { ...read, from: at };
  }
  return undefined;
}

/** Every value of a stretch. A number stands before its name or behind it, never for two. */
export function fluidValues(reading: Reading, fluid: Fluid): FluidValue[] {
  const { tokens } = reading;
  const found: FluidValue[] = [];
  let start = fluid.from;
  for (let at = fluid.from; at < fluid.to;) {
    const match = ANALYTES.longestAt(tokens, at, bySurface, undefined, fluid.to);
    const analyte = match?.values[0];
    if (match === undefined || analyte === undefined) {
      const cells = bareCells(reading, at, fluid);
      if (cells !== undefined) found.push(cells);
      at = cells?.to ?? at + 1;
      continue;
    }
    const early = before(reading, match.from, start);
    const read = early ?? behind(reading, match.to, fluid.to);
    const to = early === undefined ? (read?.to ?? match.to) : match.to;
    if (read !== undefined) {
      const { number, unit } = read;
      const from = early?.from ?? match.from;
      found.push({ analyte, from, to, nameTo: match.to, number, ...(unit === undefined ? {} : { unit }) });
    }
    start = to;
    at = Math.max(to, at + 1);
  }
  return found;
}

/** "400 cells/mm3" has the name in its unit. */
function bareCells(reading: Reading, at: number, fluid: Fluid): FluidValue | undefined {
  if (reading.tokens[at]?.kind !== 'number') return undefined;
  const read = numericAt(reading, at);
  if (read?.unit !== '/uL' || read.to > fluid.to) return undefined;
  if (ANALYTES.longestAt(reading.tokens, read.to, bySurface, undefined, fluid.to) !== undefined)
    return undefined;
  return { analyte: 'cells', from: at, to: read.to, nameTo: read.to, number: read.number, unit: read.unit };
}
