import { joinedText, textAt } from '../normalise/at-position';
import { type Answers, type Says } from './answers';
import { FORM_WORDS, opensWith } from './form-words';
import { type Answered, type Block, itemIn } from './items';
import { type Cell, type Line, rowsBelow } from './lines';

/** Where the columns of a table stand. */
interface Head {
  readonly item: number;
  readonly amount: number;
}

/** "date,symptom,severity": a head that names what its rows are about, and behind it how much of that there is. */
function headOf(answers: Answers, line: Line | undefined): Head | undefined {
  if (line?.isStrict !== true) return undefined;
  const item = line.cells.findIndex((cell) => opensWith(FORM_WORDS.items, answers.tokens, cell));
  const amount = line.cells.findIndex((cell) => opensWith(FORM_WORDS.amounts, answers.tokens, cell));
  return item >= 0 && amount > item ? { item, amount } : undefined;
}

const NUMBER = /^\d{1,3}$/;

/** An answer, or what the text explains of a code; else a small number, of which nought says no. */
function amountIn(answers: Answers, cell: Cell): Says | undefined {
  const { from, to } = cell;
  if (from === to) return undefined;
  const says = answers.whole(cell)?.says;
  const number = textAt(answers.tokens, from);
  if (says !== undefined || to > from + 1 || !NUMBER.test(number)) return says;
  return Number(number) === 0 ? 'no' : 'yes';
}

/** What a row says of its item; what stands behind the amount is a remark. */
function answeredIn(answers: Answers, line: Line, head: Head): Answered | undefined {
  const [cell, amount] = [line.cells[head.item], line.cells[head.amount]];
  const item = cell && itemIn(answers, cell);
  const says = amount && amountIn(answers, amount);
  if (!line.isStrict || item === undefined || says === undefined) return undefined;
  const from = line.cells[head.amount + 1]?.from ?? line.to;
  return { item, says, remark: { from, to: line.to } };
}

/** A table whose head says which column has the items and which how much there is of each: of several rows of an item what any has counts. */
export function answersUnderHead(answers: Answers, lines: readonly Line[], at: number): Block | undefined {
  const [first, head] = [lines[at], headOf(answers, lines[at])];
  if (first === undefined || head === undefined) return undefined;
  const { rows, next } = rowsBelow(lines, at, (line) => answeredIn(answers, line, head));
  const last = lines[next - 1];
  if (rows.length < 2 || last === undefined) return undefined;
  const nameOf = ({ item }: Answered): string => joinedText(answers.tokens, item.from, item.to);
  const there = new Set(rows.filter(({ says }) => says === 'yes').map(nameOf));
  const answered = rows.filter((row) => row.says === 'yes' || !there.has(nameOf(row)));
  return { from: first.from, to: last.to, answered, lines: next - at };
}
