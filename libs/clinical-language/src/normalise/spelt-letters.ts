import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { type Token, tokenOf } from '../model/token';
import { stem } from './stem';

/** What the lexicon writes in capitals, in small letters; collected when it is compiled. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(lexiconRows('en/abbreviations', z.array(z.string())));
const LONGEST = 6;

/** Figures that are spoken within an abbreviation: "h b a *one* c", "f t *four*". */
const FIGURES: ReadonlyMap<string, string> = new Map([
  ['one', '1'],
  ['two', '2'],
  ['three', '3'],
  ['four', '4'],
]);

/** "a" and "I" are words as well: two such letters are not joined. */
const WORDS: ReadonlySet<string> = new Set(['a', 'i']);

/** The letter or figure that a token says, if it is no more than that. */
function letterOf(token: Token | undefined): string | undefined {
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) return undefined;
  return token.text.length === 1 ? token.text : FIGURES.get(token.text);
}

/** An abbreviation begins with so many letters: "p two" is a birth, and "t four" as often a segment as a hormone. */
const LEAST_LETTERS = 2;

/** Letters of one abbreviation are written alike, and each stands by itself: not in "45 M w/ pain" or "58 M c/o". */
function isSpeltOn(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before === undefined || token === undefined || token.start !== before.end + 1) return false;
  if (after?.kind === 'mark' && after.start === token.end && GLUES.has(after.text)) return false;
  return token.kind === 'number' || token.text.length > 1 || token.capitals === before.capitals;
}
/** Marks by which letters belong to what stands beside them. */
export const GLUES: ReadonlySet<string> = new Set(['/', '-', "'"]);

/** "S.G.P.T.", "E.S.R": where an abbreviation with its stops ends; there where none begins. */
function endOfStopped(tokens: readonly Token[], from: number): number {
  let [text, end, at] = ['', from, from];
  while (text.length < LONGEST) {
    const [letter, stop] = [tokens[at], tokens[at + 1]];
    const isLetter = letter?.kind === 'word' && letter.text.length === 1 && letter.capitals === true;
    if (!isLetter || (at > from && tokens[at - 1]?.end !== letter.start)) break;
    text += letter.text;
    const isStopped = stop?.text === '.' && stop.start === letter.end;
    if (text.length > 2 && ABBREVIATIONS.has(text)) end = at + (isStopped ? 2 : 1);
    if (!isStopped) break;
    at += 2;
  }
  return end;
}

/** Where the letters end that begin at a position and are one abbreviation; there where none begins. */
function endOfSpelt(tokens: readonly Token[], from: number): number {
  const before = tokens[from - 1];
  if (tokens[from]?.kind !== 'word' || tokens[from].text.length > 1) return from;
  if (before !== undefined && before.kind !== 'line-end' && before.end === tokens[from].start) return from;
  let [text, end] = [tokens[from].text, from];
  for (let at = from + 1; text.length < LONGEST && isSpeltOn(tokens, at); at += 1) {
    const letter = letterOf(tokens[at]);
    if (letter === undefined || (text.length < LEAST_LETTERS && /\d/.test(letter))) break;
    text += letter;
    const isWord = text.length === 2 && WORDS.has(text.charAt(0));
    if (!isWord && ABBREVIATIONS.has(text)) end = at + 1;
  }
  return end;
}

/** Joins the letters of an abbreviation that were spelt, as a recogniser of speech writes them: "C R P eleven", "h b a one c". */
export function joinSpeltLetters(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    const end = Math.max(endOfSpelt(tokens, at), endOfStopped(tokens, at));
    if (end === at) {
      joined.push(token);
      at += 1;
      continue;
    }
    const text = tokens
      .slice(at, end)
      .map((one) => letterOf(one) ?? '')
      .join('');
    const { start } = token;
    joined.push(
      tokenOf({
        kind: 'word',
        text,
        key: stem(text),
        start,
        end: tokens[end - 1]?.end ?? token.end,
        capitals: true,
      }),
    );
    at = end;
  }
  return joined;
}
