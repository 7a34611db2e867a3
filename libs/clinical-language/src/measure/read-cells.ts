import { type Token } from '../model/token';
import { textAt } from '../normalise/at-position';
import { type Level } from './levels';
import { flagAt, type NumericRead, numericAt, unitAt, type ValueSource } from './numeric';
import { limitsAt, type RangeRead } from './read-range';
import { spanOf } from './words';

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

/** A row ends with its line, also where the next one goes on in small letters ("eGFR"). */
const endsLine = ({ source, tokens }: ValueSource, at: number): boolean =>
  tokens[at] === undefined ||
  tokens[at].kind === 'line-end' ||
  source.text.slice(tokens[at - 1]?.end, tokens[at].start).includes('\n');

const isCellEnd = (text: ValueSource, at: number): boolean => endsLine(text, at) || beginsCell(text, at);

/** A cell that holds a flag, a reference range or a unit and nothing else. */
function cellAt(text: ValueSource, at: number): CellsRead | undefined {
  const flag = flagAt(text, at);
  if (flag !== undefined && isCellEnd(text, flag.to)) return flag;
  const range = limitsAt(text, at);
  if (range !== undefined && isCellEnd(text, range.to)) return { to: range.to, range };
  const unit = unitAt(text, at);
  return unit !== undefined && isCellEnd(text, unit.to) ? unit : undefined;
}

/** A heading of several days stands so many lines above a row at most. */
const FARTHEST_HEAD = 24;
const MOST_COLUMNS = 12;
/** "3/6", "24.06.11", "06:00". */
const BETWEEN_PARTS = /^[/.:-]$/;

/** Where a date or a time of day in digits ends. */
function dateEnd(tokens: readonly Token[], at: number): number | undefined {
  let end = at;
  while (
    tokens[end]?.kind === 'number' &&
    BETWEEN_PARTS.test(textAt(tokens, end + 1)) &&
    tokens[end + 2]?.kind === 'number'
  )
    end += 2;
  return end > at ? end + 1 : undefined;
}

/** Whether a line names at least so many days, times or other points in time: "Mon 3/6", 2月, "Day 3", D1, 06:00. */
function namesDays({ tokens }: ValueSource, from: number, to: number, least: number): boolean {
  let days = 0;
  for (let at = from; at < to;) {
    const date = dateEnd(tokens, at);
    const isShort = /^d\d{1,2}$/.test(textAt(tokens, at));
    const word = spanOf('column-day', tokens, at);
    if (date !== undefined || isShort || word > 0) days += 1;
    at = date ?? at + Math.max(word, 1);
  }
  return days >= least;
}

/** Whether a line above names the days of as many columns. */
function isUnderDays(text: ValueSource, position: number, columns: number): boolean {
  let end = position;
  for (let lines = 0; end > 0 && lines <= FARTHEST_HEAD; lines += 1) {
    let from = end;
    while (from > 0 && text.tokens[from - 1]?.kind !== 'line-end') from -= 1;
    if (lines > 0 && namesDays(text, from, end, columns)) return true;
    end = from - 1;
  }
  return false;
}

/** "—": nothing was measured that day. */
const isEmptyCell = (text: ValueSource, at: number): boolean =>
  /^[-–—]$/.test(textAt(text.tokens, at)) && isCellEnd(text, at + 1);

/**
 * The values of further days in the columns behind a first one: "Hb | 101 | 96 | 93" below a line of as many dates.
 *
 * @param first the first value
 */
export function columnsBehind(text: ValueSource, { to, second }: NumericRead): readonly NumericRead[] {
  const found: NumericRead[] = [];
  let columns = 1;
  for (let at = to; beginsCell(text, at) && columns < MOST_COLUMNS; columns += 1) {
    while (textAt(text.tokens, at) === BAR) at += 1;
    if (isEmptyCell(text, at)) {
      at += 1;
      continue;
    }
    const numeric = numericAt(text, at);
    if (numeric === undefined || !isCellEnd(text, numeric.to)) break;
    if (numeric.titre !== undefined) break;
    if ((numeric.second === undefined) !== (second === undefined)) break;
    found.push(numeric);
    at = numeric.to;
  }
  // "<21" behind the last day is what is normal
  const withoutLimit = found.slice(0, found.at(-1)?.comparator === undefined ? found.length : -1);
  return [found, withoutLimit].find(({ length }) => length > 0 && isUnderDays(text, to, length + 1)) ?? [];
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
