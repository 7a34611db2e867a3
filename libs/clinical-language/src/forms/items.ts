import { type Stretch, type Token } from '../model/token';
import { positionsBetween, textAt } from '../normalise/at-position';
import { type Answer, type Answers, type Says } from './answers';
import { FORM_WORDS, isWord, wordFrom } from './form-words';
import { boxAt } from './forms';

/** An item with its answer, and a remark on it. */
export interface Answered {
  readonly item: Stretch;
  readonly says: Says;
  /** Where it is written, if it is as good as a word: "neg", "+". */
  readonly asWritten?: Stretch;
  /** What stands for it instead of an answer: "11 y" of "| Age | 11 y |". */
  readonly value?: Stretch;
  /** Nothing stands where its answer would. */
  readonly isBlank?: true;
  readonly remark?: Stretch;
  /** What is stated before it in its line: 手足麻木 of 手足麻木；感觉平面 无. */
  readonly before?: Stretch;
  /** Whose it is, where that is somebody else: the column "Mother". */
  readonly of?: Stretch;
}

/** Lines that are read together. */
export interface Block extends Stretch {
  readonly answered: readonly Answered[];
  /** What stands before it in its line is a part of nothing in it. */
  readonly isApart?: boolean;
  /** So many lines. */
  readonly lines: number;
}

/** What is read of a line, or of a part of it. */
export const blockOf = ({ from, to }: Stretch, answered: readonly Answered[]): Block => ({
  from,
  to,
  answered,
  lines: 1,
});

type Tokens = readonly Token[];

const LONGEST_ITEM = 16;
export const ENUMERATOR = /^(?:\d{1,3}[a-z]?|[a-z]|[a-z]{1,2}\d{1,3})$/;
const BULLET = /^[-–—•*·>#•]$/;
export const BEHIND_ENUMERATOR = /^[.):、\]]$/;

/** So many tokens that number an item, or only mark it, stand at its start. */
function leadOf(tokens: Tokens, start: number, end: number): number {
  const [text, next] = [textAt(tokens, start), textAt(tokens, start + 1)];
  const isBracketed = /^[([“"'【]$/.test(text) && ENUMERATOR.test(next);
  if (isBracketed && BEHIND_ENUMERATOR.test(textAt(tokens, start + 2))) return 3;
  if (ENUMERATOR.test(text) && BEHIND_ENUMERATOR.test(next)) return 2;
  const isNumber = /^(?:q\d{1,3}|v\d{1,3}|\d{1,2})$/.test(text) && start + 1 < end;
  if (isNumber && tokens[start + 1]?.kind !== 'mark') return 1;
  return BULLET.test(text) || /^["“'`\]},{]$/.test(text) ? 1 : 0;
}

const ENDS_ITEM = /^(?:[?:.=,;。"”'`…→)─-]|\.\.\.)$/;

/** An item without what numbers it and what asks for it. */
export function trimmed(tokens: Tokens, stretch: Stretch): Stretch {
  let { from, to } = stretch;
  for (let at = to - 2; at > stretch.from && from === stretch.from; at -= 1)
    if (/^[。;]$/.test(textAt(tokens, at))) from = at + 1;
  for (let lead = leadOf(tokens, from, to); lead > 0 && from < to; lead = leadOf(tokens, from, to))
    from += lead;
  while (to > from && ENDS_ITEM.test(textAt(tokens, to - 1))) {
    if (textAt(tokens, to - 1) === ')' && tokens.slice(from, to).some(({ text }) => text === '(')) break;
    to -= 1;
  }
  return { from, to };
}

/** Signs of other items. */
const BOX = /^[☑☒✓✔√✅■●◉⬤★✗✘❌○◯□☐◻☆]$/;

export const hasWords = (tokens: Tokens, { from, to }: Stretch): boolean =>
  to > from &&
  to - from <= LONGEST_ITEM &&
  tokens.slice(from, to).some(({ kind }) => kind === 'word' || kind === 'han') &&
  !tokens
    .slice(from, to)
    .some(({ text }, place) => BOX.test(text) || boxAt(tokens, from + place) !== undefined);

/**
 * Whether a stretch can be an item: it is no answer itself, no field of the person ("Sex: F" is no "sex: false"), and nothing that is
 * to be done ("[x] asks about clots").
 */
export function itemIn(answers: Answers, stretch: Stretch): Stretch | undefined {
  const item = trimmed(answers.tokens, stretch);
  const isItem = hasWords(answers.tokens, item) && answers.whole(item) === undefined;
  const isTask = wordFrom(FORM_WORDS.tasks, answers.tokens, item.from) > 0;
  return isItem && !isTask && !isOfPerson(answers.tokens, item) ? item : undefined;
}

/** "Sex", "Age: 11": not "sex drive low". */
function isOfPerson(tokens: Tokens, { from, to }: Stretch): boolean {
  const name = wordFrom(FORM_WORDS.heads, tokens, from);
  return name > 0 && (from + name >= to || /^[:=]$/.test(textAt(tokens, from + name)));
}

/** "status=refuted", "present: no": the answer behind a field that only says that one stands there. */
export function answerOfField(answers: Answers, { from, to }: Stretch, mark = /^[:=]$/): Answer | undefined {
  const { tokens } = answers;
  const at = positionsBetween(from, to).find((each) => mark.test(textAt(tokens, each)));
  const isField = at !== undefined && isWord(FORM_WORDS.fields, tokens, { from, to: at });
  return isField ? answers.whole({ from: at + 1, to }) : undefined;
}

/** Results are read as they are written: "nitrite neg"; not what the text explains, "+ present, - absent, ± in doubt". */
export const RESULT = /^(?:pos|neg|positive|negative|[+-]|阳|阴)$/;

export const answeredBy = (
  { tokens }: Answers,
  item: Stretch,
  { from, to, says, isExplained }: Answer,
): Answered =>
  says !== 'unsure' && isExplained !== true && RESULT.test(textAt(tokens, from))
    ? { item, says, asWritten: { from, to } }
    : { item, says };
