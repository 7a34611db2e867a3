import { type Token } from '../model/token';
import { textAt } from '../normalise/at-position';
import { comaComponentsAt } from './coma-components';
import { levelAt } from './levels';
import { areJoined, numericAt, unitAt, type ValueSource } from './numeric';
import { rangeAt, type RangeRead } from './read-range';
import { type Times } from './times';
import { spanOf } from './words';

/** What stands between the name of a test and its value. Token position of its end, exclusive. */
export interface PrintedRead {
  readonly to: number;
  readonly range?: RangeRead;
  /** UCUM. */
  readonly unit?: string;
  /** What its components come to. */
  readonly sum?: number;
}

const OPENING = /^[([]$/;
const CLOSING = /^[)\]]$/;
const LONGEST_BRACKET = 8;
const MOST_LEADS = 2;
/** A unit without a bracket is one beyond doubt: a letter alone is a word's. */
const IS_PLAINLY_A_UNIT = /[/%[]|Cel/;

function closingBracket(tokens: readonly Token[], opening: number): number | undefined {
  for (let at = opening + 1; at <= opening + LONGEST_BRACKET; at += 1) {
    if (tokens[at] === undefined || tokens[at]?.kind === 'line-end') return undefined;
    if (CLOSING.test(textAt(tokens, at))) return at;
  }
  return undefined;
}

function isValueBehind(text: ValueSource, times: Times, position: number): boolean {
  let at = position;
  for (let left = MOST_LEADS; left > 0 && numericAt(text, at) === undefined; left -= 1)
    at += spanOf('lead', text.tokens, at);
  return !times.isNumber(at) && numericAt(text, at) !== undefined;
}

/** "Hb (86 g/L)", "Hb (86)", "Hb (low)": what is in the bracket is the value. */
function isResult(text: ValueSource, times: Times, inside: number, closing: number): boolean {
  if (levelAt(text.tokens, inside, 'behind') !== undefined) return true;
  const numeric = times.isNumber(inside) ? undefined : numericAt(text, inside);
  if (numeric === undefined || numeric.second !== undefined) return false;
  return numeric.unit !== undefined || numeric.to === closing;
}

function inBracket(text: ValueSource, times: Times, opening: number): PrintedRead | undefined {
  const range = rangeAt(text, opening);
  if (range !== undefined) return { to: range.to, range };
  const closing = closingBracket(text.tokens, opening);
  if (closing === undefined) return undefined;
  const unit = unitAt(text, opening + 1);
  if (unit?.to === closing) return { to: closing + 1, unit: unit.unit };
  // "IOP (GAT) R 54"
  const behind = closing + 1 + (textAt(text.tokens, closing + 1) === ':' ? 1 : 0);
  const value = behind + spanOf('side', text.tokens, behind);
  const isAside = isValueBehind(text, times, value) && !isResult(text, times, opening + 1, closing);
  return isAside ? { to: closing + 1 } : undefined;
}

/**
 * Reads what a report prints behind a name and before its value: the range ("Hb (120-160 g/L): 82"), the unit ("Hb (g/L): 82", "Hb | g/L | 82"), a
 * date, the components of a score, another name or how it was taken (血钾（3月2日）2.8, "ALT (SGPT) 45", "glucose (2 h) 12.3").
 */
export function printedBehindName(
  text: ValueSource,
  times: Times,
  position: number,
): PrintedRead | undefined {
  const components = comaComponentsAt(text, position);
  if (components !== undefined) return components;
  if (OPENING.test(textAt(text.tokens, position))) return inBracket(text, times, position);
  // "transferrin sat. 84 %"
  const isAbbreviated =
    textAt(text.tokens, position) === '.' && areJoined(text.tokens[position - 1], text.tokens[position]);
  if (isAbbreviated && isValueBehind(text, times, position + 1)) return { to: position + 1 };
  const start = /^[,|]$/.test(textAt(text.tokens, position)) ? position + 1 : position;
  const unit = unitAt(text, start);
  return unit !== undefined && IS_PLAINLY_A_UNIT.test(unit.unit) && isValueBehind(text, times, unit.to)
    ? unit
    : undefined;
}
