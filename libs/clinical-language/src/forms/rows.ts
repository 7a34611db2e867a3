import { type Stretch, type Token } from '../model/token';
import { positionsBetween, textAt } from '../normalise/at-position';
import { type Answer, type Answers, CLOSE, OPEN, type Says } from './answers';
import { FORM_WORDS, wordFrom } from './form-words';
import { signAt } from './forms';
import {
  type Answered,
  answeredBy,
  answerOfField,
  BEHIND_ENUMERATOR,
  type Block,
  blockOf,
  ENUMERATOR,
  hasWords,
  itemIn,
  RESULT,
  trimmed,
} from './items';
import { type Cell, isRule, type Line } from './lines';
import { scaleIn } from './scales';

type Tokens = readonly Token[];

/** The answer that a cell opens with, and what it goes on with: "YES, see letter". */
function answerIn(answers: Answers, cell: Stretch): { answer: Answer; remark: Stretch } | undefined {
  const { tokens } = answers;
  const whole = answers.whole(cell) ?? answerOfField(answers, cell);
  if (whole !== undefined) return { answer: whole, remark: { from: cell.to, to: cell.to } };
  const isOpen = OPEN.test(textAt(tokens, cell.from));
  const answer = answers.at(isOpen ? cell.from + 1 : cell.from);
  if (answer === undefined || answer.to > cell.to) return undefined;
  const next = tokens[answer.to];
  const isOver = next?.kind === 'mark' || next?.kind === 'number' || FORM_WORDS.remarks.has(next?.text ?? '');
  // "ENT: neg for oral ulcers": what is negative stands behind it
  const isOfNext = RESULT.test(textAt(tokens, answer.from)) && next?.text === 'for';
  if (isOfNext && tokens[answer.to + 1]?.kind !== 'number') return undefined;
  const to = isOpen && CLOSE.test(textAt(tokens, answer.to)) ? answer.to + 1 : answer.to;
  if (!isOver || (isOpen && to === answer.to)) return undefined;
  const from = /^[,;:–—-]$/.test(textAt(tokens, to)) ? to + 1 : to;
  return { answer, remark: { from, to: Math.max(from, cell.to) } };
}

/** "T  I wake early", "[N] rash", "__Y__ itch": a line that begins with its answer. */
function answerBefore(answers: Answers, line: Line): Answered | undefined {
  const { tokens } = answers;
  const isOpen = OPEN.test(textAt(tokens, line.from));
  const answer = answers.at(line.from) ?? (isOpen ? answers.at(line.from + 1) : undefined);
  if (answer === undefined) return undefined;
  let from = answer.to;
  if (isOpen && answer.from > line.from) {
    if (!CLOSE.test(textAt(tokens, from))) return undefined;
    from += 1;
  }
  if (/^[-–—:)]$/.test(textAt(tokens, from)) && answer.isSign === false) from += 1;
  const item = itemIn(answers, { from, to: line.to });
  return item && { item, says: answer.says };
}

/** "Itch ... no", "itch | no", "itch: no": a line that ends with its answer, and what it states before. */
function answerBehind(answers: Answers, line: Line, above: Line | undefined): Answered | undefined {
  const row = answeredLine(answers, line, above);
  const before = row && statementBefore(answers.tokens, line, row.item);
  return row && before !== undefined ? { ...row, before } : row;
}

const ENDS_STATEMENT = /^[。;]$/;

function statementBefore(tokens: Tokens, line: Line, item: Stretch): Stretch | undefined {
  const end = positionsBetween(line.from, item.from).findLast((at) =>
    ENDS_STATEMENT.test(textAt(tokens, at)),
  );
  return end === undefined ? undefined : { from: line.from, to: end };
}

function answeredLine(answers: Answers, line: Line, above: Line | undefined): Answered | undefined {
  const { tokens } = answers;
  const isNumbered =
    line.cells.length > 2 && (isNumber(answers, line.cells[0]) || isGrouped(answers, line.cells));
  const [first, second, ...rest] = isNumbered ? line.cells.slice(1) : line.cells;
  if (first === undefined) return undefined;
  if (second === undefined && line.isStrict) {
    const item = itemIn(answers, first);
    return item && { item, says: 'unasked', isBlank: true };
  }
  if (second === undefined) return lastAnswer(answers, first) ?? answerBehindColon(answers, first);
  const item = itemIn(answers, first);
  if (item === undefined) return undefined;
  const scale = scaleIn(tokens, { from: second.from, to: line.to });
  if (scale !== undefined) return { item, says: scale };
  // what a result should be is no result
  if (line.cells.some((_, place) => isReference(tokens, above?.cells[place]))) {
    // "Bilirubin 64 142 <21": results of several days
    if ([second, ...rest].filter((cell) => isNumberAlone(tokens, cell)).length > 1) return undefined;
    const result = answerIn(answers, second);
    const row = result && { ...answeredBy(answers, item, result.answer), remark: result.remark };
    return row === undefined || row.asWritten !== undefined ? { item, says: 'unasked', value: second } : row;
  }
  const series = [second, ...rest].map((cell) => answers.whole(cell));
  if (series.length > 1 && series.every((each) => each !== undefined))
    return { item, says: ofSeries(series as Answer[], tokens, above) };
  const found = answerIn(answers, second);
  // "dizzy +  sleepless ++": several items in a line
  const isNext = rest[1] !== undefined && answers.whole(rest[1]) !== undefined;
  if (found === undefined || isNext) return undefined;
  const remark = rest.length > 0 ? { from: found.remark.from, to: line.to } : found.remark;
  return { ...answeredBy(answers, item, found.answer), remark };
}

/** "08:16 SIGN  grunting ... POS", "RESP  cough  no": a time or a group in capitals before an item and its answer. */
function isGrouped(answers: Answers, [group, item, answer, ...more]: readonly Cell[]): boolean {
  if (group === undefined || item === undefined || answer === undefined || more.length > 0) return false;
  const words = answers.tokens.slice(group.from, group.to);
  const isGroup = words[0]?.kind === 'number' || words.every(({ capitals }) => capitals === true);
  return isGroup && answers.whole(item) === undefined && answers.whole(answer) !== undefined;
}

/** "Haematemesis: Y, coffee grounds": an answer behind a colon, and a remark on it. */
function answerBehindColon(answers: Answers, line: Stretch): Answered | undefined {
  const colon = positionsBetween(line.from, line.to).find((at) => textAt(answers.tokens, at) === ':');
  if (colon === undefined) return undefined;
  const item = itemIn(answers, { from: line.from, to: colon });
  const found = answerIn(answers, { from: colon + 1, to: line.to });
  if (item === undefined || found?.answer.isSign !== false) return undefined;
  return { ...answeredBy(answers, item, found.answer), remark: found.remark };
}

/** "B01", "Q3", "5.1", "2.": a cell that numbers its row. A box does not. */
function isNumber({ tokens }: Answers, cell: Cell | undefined): boolean {
  if (cell === undefined) return false;
  const { from, to } = cell;
  if (!ENUMERATOR.test(textAt(tokens, from)))
    return !hasWords(tokens, trimmed(tokens, cell)) && signAt(tokens, from) === undefined;
  return to === from + 1 || (to === from + 2 && BEHIND_ENUMERATOR.test(textAt(tokens, from + 1)));
}

const isNumberAlone = (tokens: Tokens, { from, to }: Cell): boolean =>
  to === from + 1 && tokens[from]?.kind === 'number';

/** What a result should be: "negative" below 参考. */
const isReference = (tokens: Tokens, head: Cell | undefined): boolean =>
  head !== undefined && wordFrom(FORM_WORDS.references, tokens, head.from) > 0;

/** Of several days the last counts, of both sides what one of them has. */
function ofSeries(series: readonly Answer[], tokens: Tokens, above: Line | undefined): Says {
  const isOfDays =
    tokens.slice(series[0]?.from, series.at(-1)?.to).some(({ text }) => text === '→') ||
    (above !== undefined && tokens.slice(above.from, above.to).some(({ text }) => FORM_WORDS.days.has(text)));
  const last = series.at(-1)?.says ?? 'unasked';
  return !isOfDays && series.some(({ says }) => says === 'yes') ? 'yes' : last;
}

/** "Smoking P", 见红 P, 口腔溃疡[2]: the answer that a line ends with. */
function lastAnswer(answers: Answers, line: Stretch): Answered | undefined {
  const { tokens } = answers;
  for (let at = Math.max(line.from + 1, line.to - MOST_OF_ANSWER); at < line.to; at += 1) {
    const answer = answers.whole({ from: at, to: line.to });
    // "Numb legs?" asks
    if (answer === undefined || textAt(tokens, at) === '?') continue;
    // "(+)" is a sign of lists of their own
    if (answer.from > at && RESULT.test(textAt(tokens, answer.from))) return undefined;
    const [before, first] = [tokens[at - 1], tokens[at]];
    const isApart =
      before !== undefined &&
      first !== undefined &&
      (before.end < first.start || before.kind === 'mark' || first.kind === 'mark');
    const item = itemIn(answers, { from: line.from, to: at });
    const isOfNumber = answer.isSign && before?.kind === 'number' && before.end === first?.start;
    return isApart && item !== undefined && !isOfNumber ? answeredBy(answers, item, answer) : undefined;
  }
  return undefined;
}

/** The longest answer, with its brackets. */
const MOST_OF_ANSWER = 8;

/** How often something was, behind it: "Vomits ... 3". */
function countBehind(answers: Answers, { cells: [first, second, ...rest] }: Line): Answered | undefined {
  if (first === undefined || second === undefined || rest.length > 0 || second.to - second.from > 1)
    return undefined;
  const count = answers.tokens[second.from];
  const item = count?.kind === 'number' && /^\d{1,2}$/.test(count.text) ? itemIn(answers, first) : undefined;
  return item && { item, says: count?.text === '0' ? 'no' : 'yes' };
}

const saysBoth = (rows: readonly Answered[]): boolean =>
  rows.some(({ says }) => says === 'yes') && rows.some(({ says }) => says !== 'yes');

/** Of a list that is only ticked what is left blank is denied; undefined where nothing but blanks is there. */
function filled(rows: readonly Answered[]): readonly Answered[] | undefined {
  const given = rows.filter(({ isBlank }) => isBlank !== true);
  if (given.length === 0 || (rows[0]?.isBlank === true && given.length < 2)) return undefined;
  const says = given.every((row) => row.says === 'yes') ? 'no' : 'unasked';
  return rows.map((row) => (row.isBlank === true ? { ...row, says } : row));
}

/** A way to read lines one by one, and what all of them together must say. */
interface Way {
  readonly read: (answers: Answers, line: Line, above: Line | undefined) => Answered | undefined;
  readonly all: (rows: readonly Answered[]) => readonly Answered[] | undefined;
}

const WAYS: readonly Way[] = [
  { read: answerBefore, all: (rows) => (saysBoth(rows) ? rows : undefined) },
  { read: answerBehind, all: filled },
  { read: countBehind, all: (rows) => (rows.some(({ says }) => says === 'no') ? rows : undefined) },
];

/** Lines that are read one by one, each by the way of the one before it. */
export class Rows {
  /** Up to which line a way was tried in vain: what a run of lines does not say, no part of it does. */
  private readonly tried = WAYS.map(() => 0);

  constructor(
    private readonly answers: Answers,
    private readonly lines: readonly Line[],
  ) {}

  /** The block that begins with a line. */
  from(at: number): Block | undefined {
    for (const [place, way] of WAYS.entries()) {
      if (at < (this.tried[place] ?? 0)) continue;
      const rows = this.rowsFrom(at, way);
      const answered = rows.length > 1 ? way.all(rows) : undefined;
      const [first, last] = [this.lines[at], this.lines[at + rows.length - 1]];
      if (answered !== undefined && first !== undefined && last !== undefined)
        return { from: first.from, to: last.to, answered, lines: rows.length };
      this.tried[place] = at + rows.length;
    }
    return undefined;
  }

  private rowsFrom(at: number, { read }: Way): Answered[] {
    const rows: Answered[] = [];
    const [ruled, above] = [this.lines[at - 2], this.lines[at - 1]];
    const head = above !== undefined && isRule(above) ? ruled : above;
    for (let next = at; next < this.lines.length; next += 1) {
      const line = this.lines[next];
      const row = line && read(this.answers, line, head);
      if (row === undefined) break;
      rows.push(row);
    }
    return rows;
  }
}

/** "Fatigue G2 | Nausea G1", "itch  Y   rash  N": several items in a line, each with its answer in its cell or in the next. */
export function answersInCells(answers: Answers, { cells }: Line): Block[] {
  // "[x] gout  [ ] stroke": signs before their items are lists of their own
  if (cells[0] !== undefined && answers.whole(cells[0]) !== undefined) return [];
  const blocks: Block[] = [];
  for (let place = 0; place < cells.length; place += 1) {
    const cell = cells[place];
    if (cell === undefined) break;
    const own = lastAnswer(answers, cell);
    if (own !== undefined) {
      blocks.push(blockOf({ from: own.item.from, to: cell.to }, [own]));
      continue;
    }
    // what a program writes leaves cells empty
    const isEmpty = cells[place + 1]?.from === cells[place + 1]?.to;
    const next = cells[isEmpty ? place + 2 : place + 1];
    const item = itemIn(answers, cell);
    const behind = next && answers.whole(next);
    if (item === undefined || next === undefined || behind === undefined) continue;
    blocks.push(blockOf({ from: item.from, to: next.to }, [answeredBy(answers, item, behind)]));
    place += isEmpty ? 2 : 1;
  }
  return blocks.length > 1 ? blocks : [];
}
