import { type Stretch, type Token } from '../model/token';
import { joinedText, textAt } from '../normalise/at-position';
import { type Answers, type Says } from './answers';
import { FORM_WORDS, isWord } from './form-words';
import { listedIn } from './groups';
import { type Answered, type Block, itemIn } from './items';
import { type Cell, type Line, rowsBelow } from './lines';

type Tokens = readonly Token[];

interface Column extends Cell {
  readonly says: Says;
  readonly of?: Stretch;
}

/** What a cell of the head says of those below it. */
function columnOf(answers: Answers, cell: Cell): Column | undefined {
  const { tokens } = answers;
  if (isWord(FORM_WORDS.self, tokens, cell)) return { ...cell, says: 'yes' };
  if (isWord(FORM_WORDS.kin, tokens, cell)) return { ...cell, says: 'yes', of: cell };
  const found = answers.at(cell.from);
  if (found === undefined || found.to > cell.to) return undefined;
  const isAll = found.to === cell.to || tokens.slice(found.to, cell.to).every(({ kind }) => kind !== 'han');
  return isAll ? { ...cell, says: found.says } : undefined;
}

/** "    0   1   2   3": scores that head columns. */
function scaleHead(tokens: Tokens, { cells }: Line): Column[] | undefined {
  const isScale =
    cells.length > 2 &&
    cells.every(({ from, to }, place) => to === from + 1 && textAt(tokens, from) === String(place));
  return isScale ? cells.map((cell, place) => ({ ...cell, says: place === 0 ? 'no' : 'yes' })) : undefined;
}

/** "never  some days  daily": of a scale that begins with none the other degrees may have any name. */
function namedDegrees(
  answers: Answers,
  cells: readonly Cell[],
  columns: readonly (Column | undefined)[],
): readonly (Column | undefined)[] {
  const known = columns.filter((column) => column !== undefined).length;
  const [first] = cells;
  // "No  Name  Date" numbers rows
  const mayNumber =
    first !== undefined && first.to === first.from + 1 && textAt(answers.tokens, first.from) === 'no';
  if (columns[0]?.says !== 'no' || columns.length < 3 || (known === 1 && mayNumber)) return columns;
  return columns.map((column, place): Column | undefined => {
    const cell = cells[place];
    return column ?? (cell && { ...cell, says: 'yes' });
  });
}

/** "         YES   NO": the answers that head columns, behind what the first column holds. */
function headOf(answers: Answers, line: Line | undefined): Column[] | undefined {
  if (line === undefined || line.cells.length < 2) return undefined;
  const columns = scaleHead(answers.tokens, line) ?? line.cells.map((cell) => columnOf(answers, cell));
  const skip = columns[0] === undefined ? 1 : 0;
  const cells = line.cells.slice(skip);
  // "Joint tenderness + -" is a row
  if (skip === 1 && cells[0] !== undefined && answers.at(cells[0].from)?.isSign === true) return undefined;
  const all = namedDegrees(answers, cells, columns.slice(skip));
  // "Yes | No | Since": behind answers there may be remarks
  const answering = all.findIndex((column) => column === undefined);
  const heads = line.isStrict && answering > 1 ? all.slice(0, answering) : all;
  const isHead = heads.length > 1 && heads.every((column) => column !== undefined);
  const kinds = new Set(heads.map((column) => (column?.of === undefined ? column?.says : 'of')));
  return isHead && kinds.size > 1 ? (heads as Column[]) : undefined;
}

/** A sign in a row, and where it stands. */
interface Mark extends Cell {
  readonly text: string;
}

const CHOOSES = /^(?:[x×vˇ√✓✔✅●◉■⬤⚫•o○◯□☐◻☑☒✗—–.·-]|\[x\]|yes|y)$/;

/** No table has more columns. */
const MOST_MARKS = 24;

/** The signs that a row ends with, and where its item ends. */
function marksOf(
  answers: Answers,
  line: Line,
  columns: number,
): { item: Stretch; marks: Mark[] } | undefined {
  const { tokens } = answers;
  const [first, ...rest] = line.cells;
  if (first === undefined) return undefined;
  const lineStart = first.start - (tokens[first.from]?.start ?? 0);
  if (line.isStrict) {
    const marks = rest.slice(0, columns).map((cell): Mark => ({
      ...cell,
      text: joinedText(tokens, cell.from, cell.to),
    }));
    return marks.every(({ text }) => text === '' || CHOOSES.test(text)) ? { item: first, marks } : undefined;
  }
  let to = line.to;
  while (to > line.from && line.to - to <= MOST_MARKS && CHOOSES.test(textAt(tokens, to - 1))) to -= 1;
  const marks = tokens.slice(to, line.to).map((token, place): Mark => ({
    from: to + place,
    to: to + place + 1,
    start: token.start + lineStart,
    end: token.end + lineStart,
    text: token.text,
  }));
  return marks.length > 0 && marks.length <= MOST_MARKS
    ? { item: { from: line.from, to }, marks }
    : undefined;
}

const EMPTY = /^[o○◯□☐◻—–.·-]?$/;

/** Which columns a row chooses. */
function chosenOf(line: Line, marks: readonly Mark[], columns: readonly Column[]): Column[] {
  const isWhole = marks.length === columns.length;
  if (line.isStrict || (isWhole && new Set(marks.map(({ text }) => text)).size > 1)) {
    const isMixed = marks.some(({ text }) => !EMPTY.test(text));
    return columns.filter((_, place) => {
      const text = marks[place]?.text ?? '';
      return isMixed ? !EMPTY.test(text) : text !== '';
    });
  }
  const near = marks.flatMap((mark) => {
    const middle = (mark.start + mark.end) / 2;
    const distance = ({ start, end }: Column): number => Math.abs((start + end) / 2 - middle);
    return (
      columns.reduce<Column | undefined>(
        (best, each) => (best === undefined || distance(each) < distance(best) ? each : best),
        undefined,
      ) ?? []
    );
  });
  return [...new Set(near)];
}

/** "PRESENT | ABSENT": each column lists its items, in front a row may be named. */
function itemsByColumn(answers: Answers, line: Line, columns: readonly Column[]): Answered[] | undefined {
  const named = line.cells.length - columns.length;
  if (!line.isStrict || named < 0 || named > 1) return undefined;
  const listed = line.cells.slice(named).map((cell, place) => ({
    cell,
    items: cell.from === cell.to ? [] : listedIn(answers, cell),
    says: columns[place]?.says ?? 'unasked',
  }));
  const isList = listed.every(({ cell, items }) => items.length > 0 || cell.from === cell.to);
  return isList ? listed.flatMap(({ items, says }) => items.map((item) => ({ item, says }))) : undefined;
}

/** A table whose columns are headed by answers: each row chooses one, or lists what it has. */
export function answersByColumn(answers: Answers, lines: readonly Line[], at: number): Block | undefined {
  const columns = headOf(answers, lines[at]);
  if (columns === undefined) return undefined;
  const { rows, next } = rowsBelow(
    lines,
    at,
    (line) => chosenIn(answers, line, columns) ?? itemsByColumn(answers, line, columns),
  );
  const answered = rows.flat();
  const [head, last] = [lines[at], lines[next - 1]];
  if (rows.length < 2 || answered.length < 2 || head === undefined || last === undefined) return undefined;
  return { from: head.from, to: last.to, answered, lines: next - at };
}

/** What a row chooses for its item. */
function chosenIn(answers: Answers, line: Line, columns: readonly Column[]): Answered[] | undefined {
  const row = marksOf(answers, line, columns.length);
  const item = row && itemIn(answers, row.item);
  if (row === undefined || item === undefined) return undefined;
  return chosenOf(line, row.marks, columns).map(({ says, of }) => ({ item, says, ...(of && { of }) }));
}
