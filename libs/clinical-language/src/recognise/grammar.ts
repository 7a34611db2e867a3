import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { gather } from '../normalise/lists-by-key';
import { surfaceKeys } from '../normalise/phrases';

const words = z.array(z.string());

/** `lexicon/{en,zh}/grammar.yaml`: words that say how others belong together. */
const grammarSchema = z.object({
  prepositions: words,
  passed: words,
  coordinating: words,
  dividers: z.record(z.string(), z.number()),
  denying: words,
  general: words,
  limits: words,
  complements: words,
  pronouns: words,
  determiners: words,
  joining: words,
  copulas: words,
  adverbs: words,
  'of-ages': words,
  introducing: words,
  'beside-values': words,
});

/** The grammar of both languages together. */
export interface Grammar {
  readonly prepositions: ReadonlySet<string>;
  /** May stand between a preposition and what it opens. */
  readonly passed: ReadonlySet<string>;
  readonly coordinating: ReadonlySet<string>;
  readonly dividers: ReadonlyMap<string, number>;
  readonly denying: ReadonlySet<string>;
  readonly general: ReadonlySet<string>;
  readonly limits: ReadonlySet<string>;
  /** What an act comes to, in Chinese: behind 不 it cannot be done, behind 得 it can. */
  readonly complements: ReadonlySet<string>;
  /** Take up what was spoken of before. */
  readonly pronouns: ReadonlySet<string>;
  /** Open a thing that a pronoun can take up. */
  readonly determiners: ReadonlySet<string>;
  /** Open a clause, beside the dividers. */
  readonly joining: ReadonlySet<string>;
  /** Say that what follows is so. */
  readonly copulas: ReadonlySet<string>;
  /** May stand between such a word and what is so, beside those that end in -ly. */
  readonly adverbs: ReadonlySet<string>;
  /** Behind a number these make an age of it. */
  readonly ofAges: ReadonlySet<string>;
  /** Right before somebody they say who the text is about. */
  readonly introducing: ReadonlySet<string>;
  /** Between somebody and his values, and between these, as tokens: they say neither of whom nor of what a value is. */
  readonly besideValues: readonly (readonly string[])[];
}

/** Marks part statements in either language. */
const MARKS: readonly (readonly [string, number])[] = [
  [',', 1.2],
  ['、', 0.7],
  [';', 3],
  ['/', 0.4],
  ['&', 0.5],
  ['(', 0.8],
  [')', 0.8],
];

let read: Grammar | undefined;

/** The grammar of the lexicon, read once. */
export function grammar(): Grammar {
  if (read !== undefined) return read;
  const files = ['en/grammar', 'zh/grammar'].map((name) => lexiconRows(name, grammarSchema));
  const all = (part: Exclude<keyof z.output<typeof grammarSchema>, 'dividers'>): string[] =>
    gather(files, (file) => file[part]);
  read = {
    prepositions: new Set(all('prepositions')),
    passed: new Set(all('passed')),
    coordinating: new Set([...all('coordinating'), ',', '、', '&', '/']),
    dividers: new Map([...MARKS, ...gather(files, ({ dividers }) => Object.entries(dividers))]),
    denying: new Set(all('denying')),
    general: new Set(all('general')),
    limits: new Set(all('limits')),
    complements: new Set(all('complements')),
    pronouns: new Set(all('pronouns')),
    determiners: new Set(all('determiners')),
    joining: new Set(all('joining')),
    copulas: new Set(all('copulas')),
    adverbs: new Set(all('adverbs')),
    ofAges: new Set(all('of-ages')),
    introducing: new Set(all('introducing')),
    besideValues: all('beside-values').map(surfaceKeys),
  };
  return read;
}
