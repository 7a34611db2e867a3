import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { bySurface } from '../lexicon/phrase-dictionary';
import { PhraseTrie } from '../lexicon/phrase-trie';
import { textAt } from '../normalise/at-position';
import { byKey } from '../normalise/lists-by-key';
import { surfaceKeys } from '../normalise/phrases';
import { type Token } from '../model/token';

const KINDS = [
  'chief-complaint', 'present-illness', 'past', 'family', 'social', 'drugs', 'allergies', 'examination', 'laboratory',
  'imaging', 'plan',
] as const; // prettier-ignore

/** Parts of a record that change what a statement in them means. */
export type SectionKind = 'narrative' | (typeof KINDS)[number];

const words = z.array(z.string());
const schema = z.strictObject({
  heads: z.array(
    z.strictObject({
      kind: z.enum(KINDS),
      words,
      /** Opens its part without a mark behind it too, and in the middle of a line. */
      open: z.literal(true).optional(),
      /** In the middle of a line only with a blank or a mark before it. */
      apart: z.literal(true).optional(),
    }),
  ),
  /** Behind one of these an open head is a noun of the sentence: "*her* past medical history". */
  'no-head-behind': words,
  /** Before one of these as well: "family history *of* asthma". */
  'no-head-before': words,
});
const FILES = ['en', 'zh'].map((language) => lexiconRows(`${language}/sections`, schema));
type Row = z.output<typeof schema>['heads'][number];

const HEADINGS = new PhraseTrie<Row>();
for (const row of FILES.flatMap(({ heads }) => heads))
  for (const heading of row.words) HEADINGS.add(surfaceKeys(heading), row);

const keysOf = (name: 'no-head-behind' | 'no-head-before'): string[][] =>
  FILES.flatMap((file) => file[name].map(surfaceKeys));
const NO_HEAD_BEHIND = byKey(keysOf('no-head-behind'), (keys) => keys.at(-1) ?? '');
const NO_HEAD_BEFORE = byKey(keysOf('no-head-before'), ([first = '']) => first);

export interface Heading {
  readonly kind: SectionKind;
  /** Token positions of the heading with its colon. */
  readonly from: number;
  readonly to: number;
  /** With a colon, a dash or the end of the line behind it. */
  readonly isClosed: boolean;
}

function opensLine(tokens: readonly Token[], position: number): boolean {
  const before = tokens[position - 1];
  return before === undefined || before.kind === 'line-end' || /^[.。;:!?,\])#*>-]$/.test(before.text);
}

const standAt = (tokens: readonly Token[], from: number, keys: readonly string[]): boolean =>
  keys.every((key, index) => textAt(tokens, from + index) === key);

/** Whether the words beside a head make a noun of it. */
const isNoun = (tokens: readonly Token[], from: number, to: number): boolean =>
  NO_HEAD_BEHIND.get(textAt(tokens, from - 1))?.some((keys) => standAt(tokens, from - keys.length, keys)) ===
    true || NO_HEAD_BEFORE.get(textAt(tokens, to))?.some((keys) => standAt(tokens, to, keys)) === true;

/** Whether a head opens its part without a mark behind it: "no cough *PMH* asthma *O/E* wheeze", 无发热*查体*皮疹. */
function opensWithoutMark(tokens: readonly Token[], from: number, to: number, row: Row): boolean {
  if (row.open !== true || isNoun(tokens, from, to)) return false;
  if (opensLine(tokens, from)) return true;
  const isGlued = tokens[from - 1]?.end === tokens[from]?.start;
  const after = tokens[to];
  return !(row.apart === true && isGlued) && after !== undefined && !/^(?:mark|line-end)$/.test(after.kind);
}

/**
 * The headings of a record, in order: a known heading at the start of a statement, followed by a colon or a line end;
 * one that is nothing else wherever it stands.
 */
export function findHeadings(tokens: readonly Token[]): Heading[] {
  const headings: Heading[] = [];
  for (let position = 0; position < tokens.length; position += 1) {
    const match = HEADINGS.longestAt(tokens, position, bySurface);
    const row = match?.values[0];
    if (match === undefined || row === undefined) continue;
    const after = tokens[match.to];
    const hasColon = after?.text === ':' || after?.text === ']';
    const isClosed = hasColon || after?.kind === 'line-end' || after?.text === '-';
    const opensHere = opensLine(tokens, position) || (hasColon && row.open === true);
    if (!(isClosed && opensHere) && !opensWithoutMark(tokens, position, match.to, row)) continue;
    const to = hasColon ? match.to + 1 : match.to;
    headings.push({ kind: row.kind, from: position, to, isClosed });
    position = to - 1;
  }
  return headings;
}
