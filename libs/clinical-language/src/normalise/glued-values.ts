import { SPELLING } from './spelling-lexicon';
import { type Token, tokenOf } from '../model/token';

/** The longest first: of "ft415" the name is "ft4". */
const NAMES = [...SPELLING['glued-names']].sort((a, b) => b.length - a.length);
const UNIT_MARKS = SPELLING['glued-unit-marks'];
const UNIT_LETTERS: ReadonlySet<string> = new Set(SPELLING['glued-unit-letters']);
const HAS_DIGIT = /\d/;
const VALUE = /^(\d+)(\p{L}*)$/u;
/** So many digits behind a name of several letters are no name. */
const MANY = 2;

/** A short name, the number that is written onto it and the letters of a unit behind that. */
interface Glued {
  readonly name: string;
  readonly digits: string;
  readonly letters: string;
}

function gluedIn({ kind, text }: Token): Glued | undefined {
  if (kind !== 'word' || !HAS_DIGIT.test(text)) return undefined;
  for (const name of NAMES) {
    if (!text.startsWith(name)) continue;
    const [, digits, letters = ''] = VALUE.exec(text.slice(name.length)) ?? [];
    if (digits !== undefined && (letters === '' || UNIT_LETTERS.has(letters)))
      return { name, digits, letters };
  }
  return undefined;
}

/** T39.1 P112 R28 BP86/50: among other vital signs so many digits behind a letter are its value. */
const SIGN = /^(?:[tpr]|hr|bp|rr|spo2|sao2)\d*$/;
const LETTER_OF_SIGN: ReadonlySet<string> = new Set(['t', 'p', 'r']);
const REACH = 3;

function isAmongSigns(tokens: readonly Token[], at: number): boolean {
  for (let other = at - REACH; other <= at + REACH; other += 1) {
    const token = tokens[other];
    if (other !== at && token?.kind === 'word' && token.text !== tokens[at]?.text && SIGN.test(token.text))
      return true;
  }
  return false;
}

function isValue(
  { name, digits, letters }: Glued,
  next: Token | undefined,
  isJoined: boolean,
  isSign: () => boolean,
): boolean {
  if (letters !== '') return true;
  if (LETTER_OF_SIGN.has(name) && digits.length >= MANY && isSign()) return true;
  if (isJoined && next?.text === '.') return true;
  if (name.length > 1) return digits.length >= MANY;
  return next !== undefined && isJoined && UNIT_MARKS.some((mark) => next.text.startsWith(mark));
}

/** "Lac6" ".2mmol": the figures behind the point, and the letters that are written onto them. */
const FRACTION = /^(\d+)(\p{L}*)$/u;

/**
 * Splits a short name from the number that is written onto it, and the number from its unit ("Hb86g/L"); decimals that were cut off come back to
 * it.
 */
export function splitGluedValues(tokens: readonly Token[]): Token[] {
  const split: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const glued = gluedIn(token);
    const [dot, behind] = [tokens[at + 1], tokens[at + 2]];
    const isPoint = dot?.text === '.' && dot.start === token.end && behind?.start === dot.end;
    const [, decimals, unit = ''] = (isPoint && glued?.letters === '' && FRACTION.exec(behind.text)) || [];
    const isFraction = decimals !== undefined && (unit === '' || UNIT_LETTERS.has(unit));
    const isJoined = dot?.start === token.end && (dot.text !== '.' || isFraction);
    if (glued === undefined || !isValue(glued, dot, isJoined, () => isAmongSigns(tokens, at))) {
      split.push(token);
      continue;
    }
    const { name, digits } = glued;
    const start = token.start + name.length;
    const text = isFraction ? `${digits}.${decimals}` : digits;
    const end = start + text.length;
    const letters = isFraction ? unit : glued.letters;
    split.push(
      tokenOf({ ...token, text: name, key: name, end: start }),
      tokenOf({ kind: 'number', text, key: text, start, end }),
    );
    if (letters !== '')
      split.push(
        tokenOf({ kind: 'word', text: letters, key: letters, start: end, end: end + letters.length }),
      );
    if (isFraction) at += 2;
  }
  return split;
}
