import { textAt } from '../normalise/at-position';
import { type Level } from './levels';
import { flagAt, tokenAt, type ValueSource } from './numeric';
import { limitsAt, type RangeRead } from './read-range';
import { readUnit } from './unit-words';

/** What the cells behind a value say of it. */
interface CellsRead {
  readonly to: number;
  readonly unit?: string;
  readonly flag?: Level;
  readonly range?: RangeRead;
}

const BAR = '|';
const isCellEnd = ({ tokens }: ValueSource, at: number): boolean =>
  tokens[at] === undefined || tokens[at].kind === 'line-end' || tokens[at].text === BAR;

/** A cell that holds a flag, a reference range or a unit and nothing else. */
function cellAt(text: ValueSource, at: number): CellsRead | undefined {
  const { source, tokens } = text;
  const flag = flagAt(text, at);
  if (flag !== undefined && isCellEnd(text, flag.to)) return flag;
  const range = limitsAt(text, at);
  if (range !== undefined && isCellEnd(text, range.to)) return { to: range.to, range };
  const before = tokens[at - 1]?.end ?? 0;
  const unit = readUnit(source.lower, before);
  const to = unit === undefined ? at : tokenAt(tokens, at, before + unit.length);
  return unit !== undefined && isCellEnd(text, to) ? { to, unit: unit.ucum } : undefined;
}

/**
 * Reads the cells of a row behind its value, in whatever order and also empty ones: "PLT | 412 | ↑ | 125-350".
 *
 * @param to where the value ends
 */
export function cellsBehind(text: ValueSource, to: number): CellsRead {
  let read: CellsRead = { to };
  for (let at = to; textAt(text.tokens, at) === BAR; at = read.to) {
    while (textAt(text.tokens, at) === BAR) at += 1;
    const cell = cellAt(text, at);
    if (cell === undefined) break;
    read = { ...cell, ...read, to: cell.to };
  }
  return read;
}
