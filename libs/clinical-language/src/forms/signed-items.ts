import { type Token } from '../model/token';
import { textAt } from '../normalise/at-position';
import { type Answer, type Answers } from './answers';
import { FORM_WORDS } from './form-words';
import { type Block, blockOf, itemIn } from './items';
import { type Line } from './lines';

type Tokens = readonly Token[];

const PLUS_OR_MINUS = /^[+-]$/;
const ENDS_SIGNED = /^[,;:|]$/;

/** Where an item with a sign before it ends: with its part of the list, or where another label follows ("// GU:"). */
function endOfSigned(tokens: Tokens, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    const isApart = textAt(tokens, at) === '/' && tokens[at - 1]?.end !== tokens[at]?.start;
    if (isApart || ENDS_SIGNED.test(textAt(tokens, at))) return at;
  }
  return end;
}

/** The signs of a line that stand before items. */
interface Signs {
  readonly line: Line;
  readonly all: readonly Answer[];
  /** How many of them stand apart from their items: "- fever, + chills". */
  readonly spaced: number;
}

/** Whether a space stands behind a sign. */
const isApart = (tokens: Tokens, at: number): boolean =>
  tokens[at + 1] !== undefined && tokens[at + 1]?.start !== tokens[at]?.end;

/** "+nausea, -vomiting, +/-early satiety"; behind a mark a space may stand between sign and item. */
function signsOf(answers: Answers, line: Line): Signs {
  const { tokens } = answers;
  const all: Answer[] = [];
  let spaced = 0;
  // "+ smoker  - fever": no hyphen opens the line
  const isSpacedList = textAt(tokens, line.from) === '+' && isApart(tokens, line.from);
  for (let at = line.from; at < line.to; at += 1) {
    const [before, sign, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (sign === undefined || after === undefined || !PLUS_OR_MINUS.test(sign.text)) continue;
    const isBehindMark = at > line.from && before !== undefined && ENDS_SIGNED.test(before.text);
    const isStart =
      at === line.from || before?.kind === 'mark' || (before !== undefined && before.end < sign.start);
    const answer = isStart ? answers.at(at) : undefined;
    const [last, item] = [tokens[(answer?.to ?? 0) - 1], tokens[answer?.to ?? 0]];
    const isItem = item?.kind === 'word' || item?.kind === 'han';
    const isGlued = isItem && item.start === last?.end;
    if (answer === undefined || !isItem || (!isGlued && !isBehindMark && !isSpacedList)) continue;
    // "+ worse lying  - no fever": for and against, each told in so many words
    if (isSpacedList && FORM_WORDS.denials.has(item.text)) return { line, all: [], spaced: 0 };
    if (!isGlued) spaced += 1;
    all.push(answer);
    at = answer.to - 1;
  }
  return { line, all, spaced };
}

/** Each item of a line with what its sign says. */
const blocksOfSigns = (answers: Answers, { line, all }: Signs): Block[] =>
  all.flatMap(({ from, to, says }, place): Block[] => {
    const end = endOfSigned(answers.tokens, to, all[place + 1]?.from ?? line.to);
    const item = itemIn(answers, { from: to, to: end });
    return item === undefined ? [] : [blockOf({ from, to: item.to }, [{ item, says }])];
  });

/** "CV: - CP" and "-CP": a line whose first sign stands behind its label or opens it; "- CP" is a bullet, "HEENT: -" has no item. */
function isOfList({ tokens }: Answers, { line, all, spaced }: Signs): boolean {
  const [first] = all;
  if (first === undefined)
    return PLUS_OR_MINUS.test(textAt(tokens, line.to - 1)) && textAt(tokens, line.to - 2) === ':';
  const isOpening = first.from === line.from && (spaced === 0 || textAt(tokens, first.from) === '+');
  return textAt(tokens, first.from - 1) === ':' || isOpening;
}

const LEAST_SIGNED = 3;

/** Whether lines have so many signs, and of both kinds, that they are no hyphens. */
function areSigned(lines: readonly Signs[]): boolean {
  const all = lines.flatMap((signs) => signs.all);
  const isSpaced = lines.every(({ all: own, spaced }) => spaced === own.length);
  return (
    all.length >= (isSpaced ? LEAST_SIGNED - 1 : LEAST_SIGNED) &&
    new Set(all.map(({ says }) => says)).size > 1
  );
}

/** Lines of one list that follow one another, and each other line for itself. */
function listsOf(answers: Answers, lines: readonly Line[]): Signs[][] {
  const lists: Signs[][] = [];
  let open: Signs[] | undefined;
  for (const line of lines) {
    const signs = signsOf(answers, line);
    const goesOn = isOfList(answers, signs);
    if (goesOn && open !== undefined) {
      open.push(signs);
      continue;
    }
    const list = [signs];
    lists.push(list);
    open = goesOn ? list : undefined;
  }
  return lists;
}

/** Items with a sign of their own before them, in one line or in several that follow one another; by where the line begins. */
export function signedItems(answers: Answers, lines: readonly Line[]): ReadonlyMap<number, readonly Block[]> {
  if (!answers.tokens.some(({ text }) => PLUS_OR_MINUS.test(text))) return new Map();
  const signed = listsOf(answers, lines).filter(areSigned).flat();
  return new Map(signed.map((signs) => [signs.line.from, blocksOfSigns(answers, signs)]));
}
