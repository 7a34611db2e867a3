import { type Stretch, type Token } from '../model/token';
import { textAt } from '../normalise/at-position';
import { phraseAt, type Says } from './answers';
import { FORM_WORDS, isBehindWord } from './form-words';

/** What a text explains of its codes: "1 = yes, 2 = no, 9 = not asked", （√有 ×无）, "P present A absent". */
export interface Legend {
  readonly codes: ReadonlyMap<string, Says>;
  /** Whether codes are numbers, of which nought says no and the others more and more. */
  readonly hasScores: boolean;
  /** Where they are explained: that says nothing of the patient. */
  readonly places: readonly Stretch[];
}

interface Meaning extends Stretch {
  readonly isSet: boolean;
  readonly code: string;
  readonly says: Says;
  readonly isNumber: boolean;
}

/** Of a meaning so many words may stand before its answer, and behind it: 患者说不清, "I don't have it at all". */
const BEFORE = 4;
const BEHIND = 5;
const SEPARATOR = /^[,;/、|)\]。．·]$/;
const NO_CODE = /^[,;:.()[\]|/、。'"=~-]$/;
const EQUALS = /^(?:=|为|是|代表|-|–)$/;
/** "C for current, P for previous". */
const STANDS_FOR = 'for';

/** A number, a letter or two, a sign; what is not set equal ("P present", 1有) must be in capitals. */
function isCode({ kind, text, capitals }: Token, isSet: boolean): boolean {
  if (kind === 'number') return /^\d{1,2}$/.test(text);
  if (kind === 'word')
    return isSet ? text.length < 4 || FORM_WORDS.signs.has(text) : text.length < 3 && capitals === true;
  if (kind === 'han') return isSet;
  return kind === 'mark' && (!NO_CODE.test(text) || text === '-');
}

/** "1 = yes", "P for previous". */
const setsEqual = (code: Token, text: string): boolean =>
  text === STANDS_FOR
    ? code.kind === 'number' ||
      FORM_WORDS.signs.has(code.text) ||
      (code.capitals === true && code.text.length === 1)
    : EQUALS.test(text) && (text !== '-' || code.kind === 'number');

/** The meaning that is explained at a position. */
function meaningAt(tokens: readonly Token[], from: number): Meaning | undefined {
  const code = tokens[from];
  if (code === undefined) return undefined;
  const equals = textAt(tokens, from + 1);
  const isSet = tokens[from + 2]?.kind !== 'mark' && setsEqual(code, equals);
  const next = tokens[from + (isSet ? 2 : 1)];
  if (!isCode(code, isSet) || next === undefined || next.kind === 'line-end') return undefined;
  // 1有, "P present": what is not set equal stands close by
  const isGlued =
    next.kind === 'han' && (next.start === code.end || phraseAt(tokens, from + 1) !== undefined);
  const isBeside =
    code.kind === 'word'
      ? next.text.length > 2 || next.kind === 'han'
      : code.kind === 'mark' || isGlued || phraseAt(tokens, from + 1)?.isSign === false;
  if (!isSet && !isBeside) return undefined;
  const start = from + (isSet ? 2 : 1);
  for (let at = start; at <= start + (code.kind === 'han' ? 0 : BEFORE); at += 1) {
    const token = tokens[at];
    if (
      token === undefined ||
      token.kind === 'line-end' ||
      (token.kind === 'mark' && SEPARATOR.test(token.text))
    )
      break;
    const answer = phraseAt(tokens, at);
    if (answer === undefined || (answer.isSign && at > start)) continue;
    if (!isSet && at > start && code.kind !== 'mark') break;
    return {
      from,
      to: endOfMeaning(tokens, answer.to),
      code: code.text,
      says: answer.says,
      isSet,
      isNumber: code.kind === 'number',
    };
  }
  return undefined;
}

/** Where the words behind an answer end: at a mark, a line or the next code. */
function endOfMeaning(tokens: readonly Token[], from: number): number {
  for (let at = from; at < from + BEHIND; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'line-end' || token.kind === 'mark' || token.kind === 'number')
      return at;
    if (isCode(token, EQUALS.test(textAt(tokens, at + 1)))) return at;
  }
  return from;
}

/** No key explains more codes. */
const MOST_MEANINGS = 12;
/** Between two meanings. */
const LONGEST_GAP = 2;

function placeFrom(tokens: readonly Token[], from: number): { meanings: Meaning[]; to: number } | undefined {
  const first = meaningAt(tokens, from);
  if (first === undefined) return undefined;
  const meanings = [first];
  let to = first.to;
  for (let at = to; at <= to + LONGEST_GAP && meanings.length < MOST_MEANINGS; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'line-end') break;
    const next = meaningAt(tokens, at);
    if (next !== undefined) {
      meanings.push(next);
      at = to = next.to;
      at -= 1;
    } else if (token.kind !== 'mark') break;
  }
  return { meanings, to };
}

/**
 * A key without "=" stands in brackets, behind a colon or at the start of a line or of a cell; numbers with words beside them, as in a sheet of answers
 * ("1 no 2 yes"), only where they are asked for: "Reply 1 yes / 2 no".
 */
function standsAlone(tokens: readonly Token[], from: number): boolean {
  const [before, first] = [tokens[from - 1], tokens[from]];
  if (isBehindWord(FORM_WORDS.replies, tokens, from)) return true;
  if (first?.kind === 'number' && tokens[from + 1]?.kind === 'word') return false;
  if (before === undefined || before.kind === 'line-end') return true;
  const isBehindMark = before.kind === 'mark' && /^[(:#[【]$/.test(before.text);
  return isBehindMark || (first !== undefined && first.start - before.end > 1);
}

const withBrackets = (tokens: readonly Token[], { from, to }: Stretch): Stretch =>
  textAt(tokens, from - 1) === '(' && textAt(tokens, to) === ')'
    ? { from: from - 1, to: to + 1 }
    : { from, to };

/** "1 = yes, 0 = no" are no scores. */
const SCORES = 3;

const NEGATIVE: ReadonlySet<Says> = new Set(['no', 'unasked', 'past']);

/** Reads what a text explains of its codes. */
export function legendOf(tokens: readonly Token[]): Legend {
  const codes = new Map<string, Says>();
  const places: Stretch[] = [];
  let hasScores = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const place = placeFrom(tokens, at);
    if (place === undefined) continue;
    const { meanings, to } = place;
    const own = new Set(meanings.map(({ code }) => code));
    const kinds = new Set(meanings.map(({ says }) => says));
    const isKey = meanings.every(({ isSet }) => isSet) || standsAlone(tokens, at);
    const explains =
      isKey &&
      own.size > 1 &&
      own.size === meanings.length &&
      kinds.size > 1 &&
      meanings.some(({ says }) => NEGATIVE.has(says));
    // "0 = not at all … 3 = nearly every day": of scores nought is enough
    const isScale =
      meanings.some(({ code, says }) => code === '0' && says === 'no') &&
      meanings.every(({ isNumber, code, says }) => isNumber && (code === '0' || says !== 'no')) &&
      !meanings.some(({ code }) => code === '1' && meanings.length < SCORES);
    if (explains || (isScale && textAt(tokens, at + 1) === '=')) {
      for (const { code, says } of meanings) codes.set(code, says);
      places.push(withBrackets(tokens, { from: at, to }));
      hasScores ||= isScale;
      at = to;
    }
  }
  return { codes, hasScores, places };
}
