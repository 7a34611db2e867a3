import { textAt } from '../normalise/at-position';
import { type Level } from './levels';
import { flagAt, unitAt, type ValueSource } from './numeric';
import { limitsAt, type RangeRead } from './read-range';

/** What the cells behind a value say of it. */
interface CellsRead {
  readonly to: number;
  readonly unit?: string;
  readonly flag?: Level;
  readonly range?: RangeRead;
}

const BAR = '|';
/** Columns of a print-out stand this many blanks apart, or a tab. */
const COLUMN_GAP = 2;

function isBehindGap({ source, tokens }: ValueSource, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined || token.kind === 'line-end') return false;
  return token.start - before.end >= COLUMN_GAP || source.text[before.end] === '\t';
}

const beginsCell = (text: ValueSource, at: number): boolean =>
  textAt(text.tokens, at) === BAR || isBehindGap(text, at);

const isCellEnd = (text: ValueSource, at: number): boolean =>
  text.tokens[at] === undefined || text.tokens[at].kind === 'line-end' || beginsCell(text, at);

/** A cell that holds a flag, a reference range or a unit and nothing else. */
function cellAt(text: ValueSource, at: number): CellsRead | undefined {
  const flag = flagAt(text, at);
  if (flag !== undefined && isCellEnd(text, flag.to)) return flag;
  const range = limitsAt(text, at);
  if (range !== undefined && isCellEnd(text, range.to)) return { to: range.to, range };
  const unit = unitAt(text, at);
  return unit !== undefined && isCellEnd(text, unit.to) ? unit : undefined;
}

/**
 * Reads the cells of a row behind its value, in whatever order and also empty ones: "PLT | 412 | ↑ | 125-350", or in columns.
 *
 * @param to where the value ends
 */
export function cellsBehind(text: ValueSource, to: number): CellsRead {
  let read: CellsRead = { to };
  for (let at = to; beginsCell(text, at); at = read.to) {
    while (textAt(text.tokens, at) === BAR) at += 1;
    const cell = cellAt(text, at);
    if (cell === undefined) break;
    read = { ...cell, ...read, to: cell.to };
  }
  return read;
}
