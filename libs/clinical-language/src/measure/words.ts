import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { bySurface } from '../lexicon/phrase-dictionary';
import { PhraseTrie } from '../lexicon/phrase-trie';
import { surfaceKeys } from '../normalise/phrases';
import { type Comparator } from '../model/lab-value';
import { type Token } from '../model/token';

const roleSchema = z.enum([
  'lead',
  'short-lead',
  'deny',
  'from',
  'compare',
  'over',
  'then',
  'to',
  'before',
  'before-lead',
  'again',
  'when',
  'now',
  'later',
  'next-day',
  'span',
  'and',
  'of',
  'end',
  'amount',
  'dose',
  'range',
  'clock',
  'hour',
  'multiple',
  'level-in-word',
  'percent',
  'diet',
  'elsewhere',
  'observations',
  'aim',
  'aim-behind',
  'aim-lead',
  'predicted',
  'column-day',
  'side',
]);
/** What a word does beside the value of a test. */
export type Role = z.output<typeof roleSchema>;

const rowSchema = z.strictObject({
  role: roleSchema,
  as: z.enum(['<', '<=', '>', '>=']).optional(),
  words: z.array(z.string()),
  example: z.string().optional(),
});

const rows = ['en/connectors', 'zh/connectors'].flatMap((file) => lexiconRows(file, z.array(rowSchema)));

/** A dictionary of the lexicon's words, matched as written. */
export function dictionaryOf<T>(entries: Iterable<readonly [words: string, value: T]>): PhraseTrie<T> {
  const trie = new PhraseTrie<T>();
  for (const [words, value] of entries) trie.add(surfaceKeys(words), value);
  return trie;
}

const ROLES = new Map<Role, PhraseTrie<true>>(
  roleSchema.options.map((role) => [
    role,
    dictionaryOf(
      rows
        .filter((row) => row.role === role)
        .flatMap(({ words }) => words.map((word) => [word, true] as const)),
    ),
  ]),
);
const COMPARATORS = dictionaryOf(
  rows.flatMap(({ as, words }) => (as === undefined ? [] : words.map((word) => [word, as] as const))),
);

/** How many tokens a word of a role takes at a position; 0 where none stands there. */
export function spanOf(role: Role, tokens: readonly Token[], position: number): number {
  const match = ROLES.get(role)?.longestAt(tokens, position, bySurface);
  return match === undefined ? 0 : match.to - position;
}

/** "Less than", ≥, 低于 at a position. */
export function comparatorAt(
  tokens: readonly Token[],
  position: number,
): { readonly comparator: Comparator; readonly to: number } | undefined {
  const match = COMPARATORS.longestAt(tokens, position, bySurface);
  const comparator = match?.values[0];
  return match === undefined || comparator === undefined ? undefined : { comparator, to: match.to };
}
