import { z } from 'zod';
import { isTransparent } from './function-words';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { tellSensesApart } from './other-senses';
import { stem } from './stem';
import { type Token, type TokenKind, withKey } from '../model/token';

const classes = z.array(z.array(z.string()).min(2));
const fileSchema = z.strictObject({
  parts: classes,
  complaints: classes,
  qualities: classes,
  abilities: classes.optional(),
  whole: z.array(z.string()),
  before: z.array(
    z.strictObject({
      words: z.array(z.string()),
      as: z.string(),
      next: z.array(z.string()),
      example: z.strictObject({ text: z.string(), as: z.string(), unlike: z.string() }),
    }),
  ),
});

/** Words of one class, by language; the examples are tests. */
export const SAME_WORDS = {
  en: lexiconRows('en/same-words', fileSchema),
  zh: lexiconRows('zh/same-words', fileSchema),
};

interface Word {
  readonly parts: readonly string[];
  /** What all words of the class are looked up as; none for words that are kept as they are. */
  readonly key: string | undefined;
  /** What must follow. */
  readonly next?: ReadonlySet<string>;
}

/** How the words of one language are told: English by stems with articles and hyphens inside, Chinese by characters. */
interface Reader {
  readonly kind: TokenKind;
  readonly partOf: (token: Token) => string;
  readonly passesOver: (token: Token) => boolean;
  /** Words by their first part, longest first. */
  readonly words: ReadonlyMap<string, readonly Word[]>;
}

type Classes = Pick<z.output<typeof fileSchema>, 'whole' | 'before'> & {
  readonly classes: readonly string[][];
};

function wordsOf(
  { classes, whole, before }: Classes,
  partsOf: (word: string) => string[],
  keyOf: (word: string) => string,
): Reader['words'] {
  const words = new Map<string, Word[]>();
  const seen = new Set<string>();
  const add = (written: string, key: string | undefined, next?: readonly string[]): void => {
    const own = partsOf(written);
    const [first = ''] = own;
    if (seen.has(own.join(' '))) return;
    seen.add(own.join(' '));
    const word = { parts: own, key, ...(next !== undefined && { next: new Set(next.map(keyOf)) }) };
    words.set(first, [...(words.get(first) ?? []), word]);
  };
  for (const word of whole) add(word, undefined);
  for (const members of classes) for (const member of members) add(member, keyOf(members[0] ?? ''));
  for (const row of before) for (const word of row.words) add(word, keyOf(row.as), row.next);
  for (const list of words.values()) list.sort((a, b) => b.parts.length - a.parts.length);
  return words;
}

const classesOf = ({ parts, complaints, qualities }: z.output<typeof fileSchema>): string[][] => [
  ...parts,
  ...complaints,
  ...qualities,
];
const stemsOf = (word: string): string[] => word.split(' ').map(stem);
const ENGLISH: Reader = {
  kind: 'word',
  partOf: ({ key }) => key,
  passesOver: isTransparent,
  words: wordsOf({ ...SAME_WORDS.en, classes: classesOf(SAME_WORDS.en) }, stemsOf, stem),
};
/** What one cannot do, in whatever words, is told by one: "is no longer able to" as "cannot". */
const ABILITIES: Reader = {
  ...ENGLISH,
  words: wordsOf({ classes: SAME_WORDS.en.abilities ?? [], whole: [], before: [] }, stemsOf, stem),
};
const charactersOf = (word: string): string[] => Array.from(word);
const CHINESE: Reader = {
  kind: 'han',
  partOf: ({ text }) => text,
  passesOver: () => false,
  words: wordsOf({ ...SAME_WORDS.zh, classes: classesOf(SAME_WORDS.zh) }, charactersOf, (word) => word),
};

const PART_KEYS: ReadonlySet<string> = new Set(SAME_WORDS.zh.parts.map(([key = '']) => key));

/** Whether a key stands for a part of the body or what it gives off, in Chinese: alone, that is no complaint. */
export const isPart = (key: string): boolean => PART_KEYS.has(key);

/**
 * Gives all English words of a class the key of the class: it stands on their first part, the others are silent. Text and
 * places stay as written.
 */
export const unifyEnglishWords = (written: readonly Token[]): Token[] =>
  unify(tellSensesApart(unifyAbilities(written)), ENGLISH, keptKey);

/** The same of words of ability alone; concepts are looked up by these too. */
export const unifyAbilities = (tokens: readonly Token[]): Token[] => unify(tokens, ABILITIES, keptStem);

/** The same of Chinese words. */
export const unifyHanWords = (tokens: readonly Token[]): Token[] => unify(tokens, CHINESE, keptKey);

/** The key under which a token was looked up stays beside that of its class, or goes. */
type StemOf = (token: Token) => string | undefined;
const keptKey: StemOf = ({ key }) => key;
const keptStem: StemOf = ({ stem }) => stem;

function unify(tokens: readonly Token[], reader: Reader, stemOf: StemOf): Token[] {
  const unified = [...tokens];
  for (let position = 0; position < tokens.length;) {
    const [word, to] = wordAt(tokens, position, reader);
    const start = word?.key === undefined ? to : placeFrom(tokens, position, reader);
    for (let place = start; place < to; place += 1) {
      const token = tokens[place];
      if (token !== undefined)
        unified[place] = withKey(
          token,
          place === start ? (word?.key ?? '') : '',
          stemOf(token),
          place > start,
        );
    }
    position = to;
  }
  return unified;
}

/** The word that begins at a position, and where the next may begin. */
function wordAt(
  tokens: readonly Token[],
  position: number,
  reader: Reader,
): readonly [Word | undefined, number] {
  const token = tokens[position];
  if (token?.kind === reader.kind)
    for (const word of reader.words.get(reader.partOf(token)) ?? []) {
      const to = endOf(word, tokens, position, reader);
      if (to !== undefined) return [word, to];
    }
  return [undefined, position + 1];
}

/** Where a word that begins at a position ends; undefined where it does not stand there. */
function endOf(
  { parts, next }: Word,
  tokens: readonly Token[],
  position: number,
  reader: Reader,
): number | undefined {
  let at = position;
  for (const part of parts) {
    at = placeFrom(tokens, at, reader);
    const token = tokens[at];
    if (token?.kind !== reader.kind || reader.partOf(token) !== part) return undefined;
    at += 1;
  }
  const following = tokens[placeFrom(tokens, at, reader)];
  return next === undefined || (following && next.has(reader.partOf(following))) === true ? at : undefined;
}

function placeFrom(tokens: readonly Token[], position: number, { passesOver }: Reader): number {
  let at = position;
  for (let token = tokens[at]; token !== undefined && passesOver(token); token = tokens[at]) at += 1;
  return at;
}
