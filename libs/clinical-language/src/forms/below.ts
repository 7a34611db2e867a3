import { textAt } from '../normalise/at-position';
import { type Answer, type Answers } from './answers';
import { type Answered, type Block, itemIn } from './items';
import { type Cell, type Line, rowsBelow } from './lines';

/** A row needs so many answers. */
const LEAST = 3;
/** Beside its answers a row may have a number and a date. */
const OTHERS = 2;

/** 1 and 0 of a table that has both. */
function flagsOf(answers: Answers, cells: readonly Cell[]): ReadonlyMap<Cell, Answer> {
  const { tokens } = answers;
  const flags = cells.filter(({ from, to }) => to === from + 1 && /^[01]$/.test(textAt(tokens, from)));
  const isFlagged = flags.length >= LEAST && new Set(flags.map(({ from }) => textAt(tokens, from))).size > 1;
  return new Map(
    (isFlagged ? flags : []).map((cell) => {
      const says = textAt(tokens, cell.from) === '1' ? ('yes' as const) : ('no' as const);
      return [cell, { from: cell.from, to: cell.to, says, isSign: false }] as const;
    }),
  );
}

/** The answers of a row to items in the order of their columns; in front a row may be named. */
function answersOfRow(answers: Answers, items: number, line: Line): (Answer | undefined)[] | undefined {
  const cells = line.cells.length === items + 1 ? line.cells.slice(1) : line.cells;
  if (cells.length !== items) return undefined;
  const flags = line.isStrict ? flagsOf(answers, cells) : new Map<Cell, Answer>();
  const row = cells.map((cell) =>
    cell.from === cell.to ? undefined : (answers.whole(cell) ?? flags.get(cell)),
  );
  const found = row.filter((answer) => answer !== undefined).length;
  const others = line.isStrict ? OTHERS : row[0] === undefined ? 1 : 0;
  return found >= LEAST && found >= items - others ? row : undefined;
}

/** "cough | wheeze | rash" above "Y | N | N"; of several rows, as of days, the last counts. */
export function answersBelow(answers: Answers, lines: readonly Line[], at: number): Block | undefined {
  const head = lines[at];
  if (head === undefined || head.cells.length < LEAST) return undefined;
  const items = head.cells.map((cell) => itemIn(answers, cell));
  if (items.filter((item) => item !== undefined).length < LEAST) return undefined;
  const { rows, next } = rowsBelow(lines, at, (line) => answersOfRow(answers, items.length, line));
  const last = rows.at(-1);
  const answered = items.flatMap((item, place): Answered[] => {
    const answer = last?.[place];
    return item === undefined || answer === undefined ? [] : [{ item, says: answer.says }];
  });
  const end = lines[next - 1];
  const kinds = new Set(answered.map(({ says }) => says));
  if (answered.length < LEAST || kinds.size < 2 || end === undefined) return undefined;
  return { from: head.from, to: end.to, answered, lines: next - at };
}
