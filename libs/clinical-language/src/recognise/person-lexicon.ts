import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { type Token } from '../model/token';
import { tokenise } from '../normalise/tokens';
import { normalise } from '../normalise/normalise';
import { gather } from '../normalise/lists-by-key';

/** A token, or the part of one that stands for itself: "34yo", "G2P1" and "she's" are more than one. */
export interface Piece {
  readonly text: string;
  /** Position of the token that it comes from. */
  readonly at: number;
  /** Stands right behind the piece before it, without a space. */
  readonly glued: boolean;
}

/** Most tokens are one piece. */
const HAS_PARTS = /[\d']/;
const PARTS = /'\p{L}*|\d[\d.,]*|[^\d']+/gu;

/** Tokens cut where letters meet digits and before an apostrophe. */
export function piecesOf(tokens: readonly Token[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  for (let at = from; at < to; at += 1) {
    const { kind, text = '', start } = tokens[at] ?? {};
    let glued = start !== undefined && tokens[at - 1]?.end === start;
    const parts = kind !== 'han' && HAS_PARTS.test(text) ? text.match(PARTS) : null;
    for (const part of parts ?? [text]) {
      pieces.push({ text: part, at, glued });
      glued = true;
    }
  }
  return pieces;
}

/** The pieces of a phrase of the lexicon; "'s" is one by itself. */
const phraseOf = (words: string): readonly string[] =>
  gather(words.split(' '), (word) => {
    const tokens = word.startsWith("'") ? [] : tokenise(normalise(word));
    return tokens.length === 0 ? [word] : piecesOf(tokens, 0, tokens.length).map(({ text }) => text);
  });

/** Phrases by their first piece, the longest first, each with what it stands for. */
export type Phrases<T> = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly row: T }[]
>;

function standsAt(words: readonly string[], pieces: readonly Piece[], at: number): boolean {
  for (let index = 1; index < words.length; index += 1)
    if (pieces[at + index]?.text !== words[index]) return false;
  return true;
}

/** What stands at a place in a list of phrases: the longest one. */
export function phraseAt<T>(
  phrases: Phrases<T>,
  pieces: readonly Piece[],
  at: number,
): { row: T; to: number } | undefined {
  const known = phrases.get(pieces[at]?.text ?? '');
  if (known === undefined) return undefined;
  for (const { words, row } of known) if (standsAt(words, pieces, at)) return { row, to: at + words.length };
  return undefined;
}

function phrasesOf<T>(rows: readonly (readonly [words: readonly string[], row: T])[]): Phrases<T> {
  const byFirst = new Map<string, { words: readonly string[]; row: T }[]>();
  for (const [words, row] of rows) {
    for (const phrase of words.map(phraseOf)) {
      const [first = ''] = phrase;
      const known = byFirst.get(first);
      if (known === undefined) byFirst.set(first, [{ words: phrase, row }]);
      else known.push({ words: phrase, row });
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

const words = z.array(z.string());
const sex = z.enum(['female', 'male']);
const personRow = z.strictObject({
  words,
  /** How the word names somebody; `none` are words that only look like it. */
  is: z.enum(['patient', 'title', 'kin', 'other', 'staff', 'pronoun', 'self', 'none']),
  sex: sex.optional(),
  child: z.literal(true).optional(),
  /** Whose husband or wife it is. */
  of: sex.optional(),
  /** A relative by marriage or by adoption. */
  byMarriage: z.literal(true).optional(),
  /** Names somebody before a name alone: MS and MR are diseases as well, and 320 ms a time. */
  beforeName: z.literal(true).optional(),
});
const unitRow = z.strictObject({
  words,
  unit: z.enum(['a', 'mo', 'wk', 'd', 'h', 'min']),
  /** No other quantity is told in this unit: 岁, "yo". */
  sure: z.literal(true).optional(),
  /** Half a unit more: 岁半. */
  plus: z.number().optional(),
});
const statementRow = z.strictObject({
  says: z.enum(['age', 'sex', 'pregnancy', 'no-pregnancy']),
  patterns: words,
  sex: sex.optional(),
  pregnant: z.boolean().optional(),
  /** An age that the words alone tell: 花甲. */
  age: z.strictObject({ value: z.number(), unit: z.enum(['a', 'mo', 'wk', 'd']) }).optional(),
  /** Of a bare number that is captured, years if left out. */
  unit: z.enum(['d', 'wk', 'mo']).optional(),
  /** What the captured number is an amount of, by which findings may be told: `toldBy` in knowledge/findings. */
  amount: z.string().optional(),
  times: z.number().optional(),
  /** Nobody is told to be just so old: an octogenarian. */
  roughly: z.literal(true).optional(),
  plus: z.number().optional(),
  example: z.string(),
  reads: z.string(),
});
const lexiconSchema = z.strictObject({
  numbers: z.record(z.string(), z.number()),
  fractions: z.record(z.string(), z.number()),
  ordinals: z.record(z.string(), z.number()).default({}),
  decades: z.record(z.string(), z.number()).default({}),
  units: z.array(unitRow),
  people: z.array(personRow),
  classes: z.record(z.string(), words),
  statements: z.array(statementRow),
});

export type PersonRow = z.output<typeof personRow>;
export type UnitRow = z.output<typeof unitRow>;
export type StatementRow = z.output<typeof statementRow>;

const files = ['en', 'zh'].map((language) => lexiconRows(`${language}/demographics`, lexiconSchema));
const merged = (
  pick: (file: z.output<typeof lexiconSchema>) => Record<string, number>,
): ReadonlyMap<string, number> => new Map(gather(files, (file) => Object.entries(pick(file))));
const listed = <T extends { words: readonly string[] }>(rows: readonly T[]): Phrases<T> =>
  phrasesOf(rows.map((row) => [row.words, row] as const));

export const NUMBERS = merged(({ numbers }) => numbers);
export const FRACTIONS = merged(({ fractions }) => fractions);
export const ORDINALS = merged(({ ordinals }) => ordinals);
export const DECADES = merged(({ decades }) => decades);
export const UNITS = listed(files.flatMap(({ units }) => units));
export const PEOPLE = listed(files.flatMap(({ people }) => people));
export const STATEMENTS = files.flatMap(({ statements }) => statements);

const classNames = [...new Set(files.flatMap(({ classes }) => Object.keys(classes)))];
const CLASSES = new Map(
  classNames.map((name) => [name, phrasesOf([[files.flatMap(({ classes }) => classes[name] ?? []), name]])]),
);

/** The phrases of a class of the lexicon. */
export function classOf(name: string): Phrases<string> {
  const found = CLASSES.get(name);
  if (found === undefined) throw new Error(`the lexicon has no class ${name}`);
  return found;
}

/** A few words as a class of their own. */
export const wordsAsClass = (list: readonly string[]): Phrases<string> => phrasesOf([[list, '']]);
