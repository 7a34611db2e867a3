import { type Stretch, type Token } from '../model/token';
import { textAt } from '../normalise/at-position';
import { type Answer, type Answers, type Says } from './answers';
import { boxAt } from './forms';

/** An item with its answer, and a remark on it. */
export interface Answered {
  readonly item: Stretch;
  readonly says: Says;
  /** Where it is written, if it is as good as a word: "neg", "+". */
  readonly asWritten?: Stretch;
  /** Nothing stands where its answer would. */
  readonly isBlank?: true;
  readonly remark?: Stretch;
  /** Whose it is, where that is somebody else: the column "Mother". */
  readonly of?: Stretch;
}

/** Lines that are read together. */
export interface Block extends Stretch {
  readonly answered: readonly Answered[];
  /** So many lines. */
  readonly lines: number;
}

type Tokens = readonly Token[];

const LONGEST_ITEM = 16;
export const ENUMERATOR = /^(?:\d{1,3}[a-z]?|[a-z]|[a-z]{1,2}\d{1,3})$/;
const BULLET = /^[-–—•*·>#•]$/;
const BEHIND_ENUMERATOR = /^[.):、\]]$/;

/** An item without what numbers it and what asks for it. */
export function trimmed(tokens: Tokens, { from, to }: Stretch): Stretch {
  let [start, end] = [from, to];
  for (let at = to - 2; at > from; at -= 1)
    if (/^[。;]$/.test(textAt(tokens, at))) {
      start = at + 1;
      break;
    }
  for (let moved = true; moved && start < end;) {
    const text = textAt(tokens, start);
    const next = textAt(tokens, start + 1);
    moved = false;
    if (
      /^[([“"'【]$/.test(text) &&
      ENUMERATOR.test(next) &&
      BEHIND_ENUMERATOR.test(textAt(tokens, start + 2))
    ) {
      start += 3;
      moved = true;
    } else if (ENUMERATOR.test(text) && BEHIND_ENUMERATOR.test(next)) {
      start += 2;
      moved = true;
    } else if (
      /^(?:q\d{1,3}|v\d{1,3}|\d{1,2})$/.test(text) &&
      tokens[start + 1]?.kind !== 'mark' &&
      start + 1 < end
    ) {
      start += 1;
      moved = true;
    } else if (BULLET.test(text) || /^["“'`\]},{]$/.test(text)) {
      start += 1;
      moved = true;
    }
  }
  while (end > start && /^(?:[?:.=,;。"”'`…→)─-]|\.\.\.)$/.test(textAt(tokens, end - 1))) {
    if (textAt(tokens, end - 1) === ')' && tokens.slice(start, end).some(({ text }) => text === '(')) break;
    end -= 1;
  }
  return { from: start, to: end };
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

/** Whether a stretch can be an item, and is no answer itself. */
export function itemIn(answers: Answers, stretch: Stretch): Stretch | undefined {
  const item = trimmed(answers.tokens, stretch);
  return hasWords(answers.tokens, item) && answers.whole(item) === undefined ? item : undefined;
}

/** Results are read as they are written: "nitrite neg". */
export const RESULT = /^(?:pos|neg|positive|negative|[+-]|阳|阴)$/;

export const answeredBy = (item: Stretch, { from, to, says }: Answer, tokens: Tokens): Answered =>
  RESULT.test(textAt(tokens, from)) ? { item, says, asWritten: { from, to } } : { item, says };
