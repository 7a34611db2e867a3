import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { bySurface } from '../lexicon/phrase-dictionary';
import { type Token } from '../model/token';
import { dictionaryOf, spanOf } from './words';
import { gather } from '../normalise/lists-by-key';

/** A value in words. */
export type Level =
  | 'normal'
  | 'raised'
  | 'lowered'
  | 'positive'
  | 'negative'
  | 'very-raised'
  | 'very-lowered';

const rowSchema = z.strictObject({
  level: z.enum(['normal', 'raised', 'lowered', 'positive', 'negative']),
  place: z.literal('behind').optional(),
  /** A level only where its item ends behind it: the plus of "FOBT +", and not that of "CRP + ESR". */
  closes: z.literal(true).optional(),
  words: z.array(z.string()),
  example: z.strictObject({ text: z.string(), finding: z.string(), state: z.string() }),
});

/** The rows of both files; each example is a test of the reader. */
export const LEVEL_ROWS = ['en/levels', 'zh/levels'].flatMap((file) => lexiconRows(file, z.array(rowSchema)));

interface Meant {
  readonly level: Level;
  readonly closes: boolean;
}

const entriesOf = (rows: typeof LEVEL_ROWS): (readonly [string, Meant])[] =>
  gather(rows, ({ words, level, closes = false }) => words.map((word) => [word, { level, closes }] as const));
const ANYWHERE = dictionaryOf(entriesOf(LEVEL_ROWS.filter(({ place }) => place === undefined)));
const BEHIND = dictionaryOf(entriesOf(LEVEL_ROWS));

/** What ends an item of a list, or the text. */
const isEnd = (token: Token | undefined): boolean =>
  token === undefined || token.kind === 'line-end' || /^[,;.。)]$/.test(token.text);

/**
 * A level at a token, the longest first.
 * @param place `behind` the name of a test more words are levels than elsewhere
 */
export function levelAt(
  tokens: readonly Token[],
  position: number,
  place?: 'behind',
): { level: Level; length: number } | undefined {
  const match = (place === 'behind' ? BEHIND : ANYWHERE).longestAt(tokens, position, bySurface);
  const meant = match?.values[0];
  if (match === undefined || meant === undefined || (meant.closes && !isEnd(tokens[match.to])))
    return undefined;
  // 高峰, 低分子: the character says no level there.
  const isInWord = tokens[position]?.kind === 'han' && spanOf('level-in-word', tokens, match.to) > 0;
  return isInWord && match.to - position === 1
    ? undefined
    : { level: meant.level, length: match.to - position };
}

/** "Not raised" is normal, "not positive" negative; "not normal" says no level. */
export const DENIED_LEVEL: Partial<Record<Level, Level>> = {
  raised: 'normal',
  'very-raised': 'normal',
  lowered: 'normal',
  'very-lowered': 'normal',
  positive: 'negative',
};
