import { type Stretch } from '../model/token';
import { joinedText } from '../normalise/at-position';
import { gather } from '../normalise/lists-by-key';
import { type Answers, type Says } from './answers';
import { FORM_WORDS, opensWith } from './form-words';
import { type Answered, type Block, itemIn } from './items';
import { type Cell, type Line, rowsBelow } from './lines';

/** Names of columns are short. */
const LONGEST_NAME = 8;
/** So many columns that only gaps part make a table. */
const FEWEST_APART = 4;
/** Fewer 0 and 1 in a row may be anything. */
const FEWEST_FLAGS = 3;

/** The columns of a table of patients. */
interface Columns {
  readonly names: readonly Cell[];
  /** Where an item stands, and whether it is there, if a row is about one. */
  readonly item: number;
  readonly amount: number;
}

const isOfPerson = ({ tokens }: Answers, name: Stretch): boolean => opensWith(FORM_WORDS.heads, tokens, name);

function isName(answers: Answers, { from, to }: Cell): boolean {
  const cell = answers.tokens.slice(from, to);
  return (
    cell.length > 0 &&
    cell[0]?.kind !== 'number' &&
    cell.length <= LONGEST_NAME &&
    cell.some(({ kind }) => kind === 'word' || kind === 'han') &&
    // 性别：女 has its value already
    !cell.slice(0, -1).some(({ text }) => text === ':') &&
    answers.whole({ from, to }) === undefined
  );
}

/** "Age,Sex,Cough,Fever": names of columns, one of which tells the person. */
function columnsOf(answers: Answers, line: Line | undefined): Columns | undefined {
  if (line === undefined || line.cells.length < (line.isStrict ? 2 : FEWEST_APART)) return undefined;
  const { cells } = line;
  const ofPerson = cells.filter((cell) => isOfPerson(answers, cell)).length;
  // "No" numbers rows
  const isNamed = cells.every(
    (cell, place) =>
      isName(answers, cell) || (place === 0 && joinedText(answers.tokens, cell.from, cell.to) === 'no'),
  );
  // "Sex | female" is a name and its value
  if (ofPerson < (cells.length === 2 ? 2 : 1) || !isNamed) return undefined;
  const item = cells.findIndex((cell) => opensWith(FORM_WORDS.items, answers.tokens, cell));
  const amount = cells.findIndex((cell) => opensWith(FORM_WORDS.amounts, answers.tokens, cell));
  return { names: cells, item: amount > item ? item : -1, amount };
}

/** 1 0 1 1: what a row of flags says, by its place. */
function flagsOf(answers: Answers, { names }: Columns, cells: readonly Cell[]): ReadonlyMap<number, Says> {
  const flags = new Map<number, Says>();
  for (const [place, { from, to }] of cells.entries()) {
    const text = joinedText(answers.tokens, from, to);
    const name = names[place];
    if (name === undefined || isOfPerson(answers, name)) continue;
    if (text === '0' || text === '1') flags.set(place, text === '1' ? 'yes' : 'no');
  }
  return flags.size >= FEWEST_FLAGS ? flags : new Map();
}

/** What a row says in each of its columns. */
function told(answers: Answers, line: Line, columns: Columns): Answered[] | undefined {
  const { names, item, amount } = columns;
  const { cells } = line;
  const isRow = line.isStrict ? cells.length <= names.length : cells.length === names.length;
  if (!isRow || cells.length < 2) return undefined;
  const flags = flagsOf(answers, columns, cells);
  const saysAt = (place: number): Says | undefined => {
    const [name, cell] = [names[place], cells[place]];
    if (name === undefined || cell === undefined || isOfPerson(answers, name)) return undefined;
    return flags.get(place) ?? answers.whole(cell)?.says;
  };
  const isOfItem = item >= 0 && saysAt(amount) !== undefined;
  return gather(names, (name, place): Answered[] => {
    const cell = cells[place];
    if (cell === undefined || cell.from === cell.to || (isOfItem && place === amount)) return [];
    const says = saysAt(isOfItem && place === item ? amount : place);
    const named = itemIn(answers, isOfItem && place === item ? cell : name);
    if (says !== undefined && named !== undefined) return [{ item: named, says }];
    return [{ item: name, says: 'unasked', value: cell }];
  });
}

/**
 * A table whose columns are named above and tell of the person as well: "Age,Sex,Cough,Fever" above "47,M,Y,N" is "Age: 47",
 * "Sex: M", "Cough: yes", "Fever: no". What a row repeats of the row above it is told once.
 */
export function recordsUnder(answers: Answers, lines: readonly Line[], at: number): Block | undefined {
  const [head, columns] = [lines[at], columnsOf(answers, lines[at])];
  if (head === undefined || columns === undefined) return undefined;
  const { rows, next } = rowsBelow(lines, at, (line) => told(answers, line, columns));
  const last = lines[next - 1];
  if (rows.length === 0 || last === undefined) return undefined;
  return { from: head.from, to: last.to, answered: onceEach(answers, rows), lines: next - at };
}

function onceEach({ tokens }: Answers, rows: readonly (readonly Answered[])[]): Answered[] {
  const seen = new Set<string>();
  return gather(rows, (row) =>
    row.filter(({ item, says, value }) => {
      const text = value === undefined ? says : joinedText(tokens, value.from, value.to);
      const key = `${joinedText(tokens, item.from, item.to)} ${text}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    }),
  );
}

/** "| Age | 11 y |", "Sex⇥F": rows of a name and what it is, one of which tells the person. */
export function pairsFrom(answers: Answers, lines: readonly Line[], at: number): Block | undefined {
  const first = lines[at];
  // the person is told first, or behind a name
  const opening = lines.slice(at, at + 2).flatMap((line) => pairIn(answers, line) ?? []);
  if (first === undefined || !opening.some(({ item }) => isOfPerson(answers, item))) return undefined;
  const { rows, next } = rowsBelow(lines, at - 1, (line) => pairIn(answers, line));
  const last = lines[next - 1];
  if (rows.length < 2 || last === undefined) return undefined;
  return { from: first.from, to: last.to, answered: rows, lines: next - at };
}

function pairIn(answers: Answers, { isStrict, cells }: Line): Answered | undefined {
  const [name, value, ...more] = cells;
  if (!isStrict || name === undefined || value === undefined || more.length > 0 || !isName(answers, name))
    return undefined;
  const says = isOfPerson(answers, name) ? undefined : answers.whole(value)?.says;
  if (says === undefined) return { item: name, says: 'unasked', value };
  const item = itemIn(answers, name);
  return item && { item, says };
}
