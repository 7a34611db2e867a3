import { type Token, type TokenKind, tokenOf } from '../model/token';
import { type NormalisedText } from './normalise';
import { byMember, CHARACTERS, SPELLING } from './spelling-lexicon';
import { stem } from './stem';

/**
 * One alternative per kind, each a single character class repeated: the scan is linear.
 * Numbers keep separators of thousands, also with lakhs and crores before them (1,18,000), and one decimal point. "_" parts words like a space.
 */
const TOKEN =
  /((?:\d{1,2}(?:,\d{2}){1,4},\d{3}|\d{1,3}(?:,\d{3})+)(?:\.\d+)?|\d+(?:\.\d+)?)|(疼痛|\p{Script=Han})|((?:(?!\p{Script=Han})\p{L})(?:(?!\p{Script=Han})[\p{L}\p{N}])*(?:'(?!\p{Script=Han})\p{L}+)*)|(\n)|(\.{2,}|>{2,}|_+|[^\s])/gu;

/** What a run of one mark stands for: the leader of a form ("fever .... no"), and what parts its items. */
const RUNS: Readonly<Record<string, string>> = { '.': '...', '>': '|', _: '_' };

/** The kinds by the groups of {@link TOKEN}. */
const KINDS: readonly TokenKind[] = ['number', 'han', 'word', 'line-end', 'mark'];

/** Characters that Chinese notes use for one another: 头疼 is 头痛, 压榨样 is 压榨性. */
const SAME_HAN = byMember(CHARACTERS.han);

/** "Doesnt", "im": words by how they are written without their apostrophe. */
const WITH_APOSTROPHE: ReadonlyMap<string, string> = new Map(
  SPELLING.apostrophes.map((word) => [word.replace("'", ''), word]),
);

function keyOf(kind: TokenKind, text: string): string {
  if (kind === 'word') return stem(text);
  return kind === 'han' ? (SAME_HAN.get(text) ?? text) : text;
}

/** A token in the spelling that stands for its variants: 疼 as 痛, "aching" as "ache". */
export const spellingOf = ({ kind, text, key, stem: own }: Token): string =>
  kind === 'han' ? (SAME_HAN.get(text) ?? text) : (own ?? key);

/** Where a line end was lost between two words: "Hypertension|Diabetes", "HTN|Dyslipidaemia". Not in "SpO2" or "eGFR". */
const GLUED = /(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll}{2})|(?<=\p{Lu}{3})(?=\p{Lu}\p{Ll}{3})/u;

/** The words that were written as one. */
function* unglued(written: string, start: number): Generator<readonly [start: number, end: number]> {
  let from = start;
  for (const part of written.split(GLUED)) {
    yield [from, from + part.length];
    from += part.length;
  }
}

const isInCapitals = (written: string, lower: string): boolean =>
  /^[^\p{Ll}]*[A-Z]/u.test(written) && written === lower.toUpperCase();

/** chest_pain: no mark. */
const isBetweenWords = (text: string, at: number): boolean =>
  /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(at + 1));

/** Splits a normalised text into words, numbers, Chinese characters and marks. */
export function tokenise(source: NormalisedText): Token[] {
  const tokens: Token[] = [];
  for (const match of source.lower.matchAll(TOKEN)) {
    const text = match[0];
    const kind = KINDS[match.indexOf(text, 1) - 1] ?? 'mark';
    const written = source.text.slice(match.index, match.index + text.length);
    if (text === '_' && isBetweenWords(source.text, match.index)) continue;
    if (kind === 'mark' && text.length > 1) {
      const mark = RUNS[text.charAt(0)] ?? text;
      const end = match.index + text.length;
      tokens.push(tokenOf({ kind, text: mark, key: mark, start: match.index, end }));
      continue;
    }
    const hasCapitals = kind === 'word' && written !== text;
    const parts = hasCapitals
      ? unglued(written, match.index)
      : [[match.index, match.index + text.length] as const];
    for (const [start, end] of parts) {
      const lower = source.lower.slice(start, end);
      const isCapital = hasCapitals && isInCapitals(source.text.slice(start, end), lower);
      const part = (isCapital ? undefined : WITH_APOSTROPHE.get(lower)) ?? lower;
      const capitals = isCapital || undefined;
      tokens.push(tokenOf({ kind, text: part, key: keyOf(kind, part), start, end, capitals }));
    }
  }
  return tokens;
}
