import { type Token } from '../model/token';
import { textAt } from '../normalise/at-position';
import { gather } from '../normalise/lists-by-key';
import { type Answers } from './answers';
import { FORM_WORDS, wordFrom } from './form-words';
import { type Answered, type Block } from './items';
import { type Cell, type Line, rowsBelow } from './lines';

/** So many columns name what is measured in them. */
const LEAST_COLUMNS = 2;
/** "102/60", "> 40.0 ↑": a value, its flag and its unit. */
const LONGEST_VALUE = 7;
const COMPARED = /^[<>≤≥~]$/;

/** "T(℃)", "Hb g/L": a name, and behind it at most a unit. */
function namesQuantity(tokens: readonly Token[], { from, to }: Cell): boolean {
  const end = from + wordFrom(FORM_WORDS.quantities, tokens, from);
  return end > from && (end === to || /^[(（/%]$/.test(textAt(tokens, end)));
}

function holdsValue(tokens: readonly Token[], { from, to }: Cell): boolean {
  const start = COMPARED.test(textAt(tokens, from)) ? from + 1 : from;
  return to > start && to - from <= LONGEST_VALUE && tokens[start]?.kind === 'number';
}

/** The values of a row, each with the name that heads its column. */
function valuesOf(tokens: readonly Token[], line: Line, head: Line): Answered[] | undefined {
  if (line.cells.length !== head.cells.length) return undefined;
  const values = gather(head.cells, (item, place): Answered[] => {
    const value = line.cells[place];
    const isRead = value !== undefined && namesQuantity(tokens, item) && holdsValue(tokens, value);
    return isRead ? [{ item, says: 'yes', value }] : [];
  });
  return values.length < LEAST_COLUMNS ? undefined : values;
}

/**
 * A chart of observations or results: names head its columns, and each row is of another time ("Time | T | HR | BP" above "06:00 | 38.4 | 104 | 102/60").
 * Its rows are told in their order, so that the last counts.
 */
export function valuesUnderHeads(answers: Answers, lines: readonly Line[], at: number): Block | undefined {
  const { tokens } = answers;
  const head = lines[at];
  if (head === undefined) return undefined;
  if (head.cells.filter((cell) => namesQuantity(tokens, cell)).length < LEAST_COLUMNS) return undefined;
  const { rows, next } = rowsBelow(lines, at, (line) => valuesOf(tokens, line, head));
  const last = lines[next - 1];
  if (rows.length === 0 || last === undefined) return undefined;
  return { from: head.from, to: last.to, answered: rows.flat(), lines: next - at };
}
