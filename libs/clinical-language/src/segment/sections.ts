import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { bySurface } from '../lexicon/phrase-dictionary';
import { PhraseTrie } from '../lexicon/phrase-trie';
import { surfaceKeys } from '../normalise/phrases';
import { type Token } from '../model/token';

const KINDS = [
  'chief-complaint',
  'present-illness',
  'past',
  'family',
  'social',
  'drugs',
  'allergies',
  'examination',
  'laboratory',
  'imaging',
  'plan',
  'differential',
  'teaching',
] as const;

/** Parts of a record that change what a statement in them means. */
export type SectionKind = 'narrative' | (typeof KINDS)[number];

const rowsSchema = z.array(
  z.strictObject({
    kind: z.enum(KINDS),
    words: z.array(z.string()),
    open: z.boolean().default(false),
    /** Only at the start of a line. */
    line: z.boolean().default(false),
    /** Only behind a heading of this kind. */
    after: z.enum(KINDS).optional(),
    /** Not right behind a heading of this kind. */
    'not-after': z.enum(KINDS).optional(),
    /** Not where it opens the text: a case that is discussed is told before. */
    'not-first': z.literal(true).optional(),
  }),
);
type Row = z.output<typeof rowsSchema>[number];

const HEADINGS = new PhraseTrie<Row>();
for (const row of ['en', 'zh'].flatMap((language) => lexiconRows(`${language}/sections`, rowsSchema)))
  for (const heading of row.words) HEADINGS.add(surfaceKeys(heading), row);

export interface Heading {
  readonly kind: SectionKind;
  /** Token positions of the heading with its colon. */
  readonly from: number;
  readonly to: number;
}

/** A heading among so many first tokens opens the text. */
const FIRST = 6;

function opensLine(tokens: readonly Token[], position: number): boolean {
  const before = tokens[position - 1];
  return (
    before === undefined || before.kind === 'line-end' || /^[.。;:!?,\])#*>▶►☞•■◆【[-]$/.test(before.text)
  );
}

/**
 * The headings of a record, in order: a known heading at the start of a statement, followed by a colon or a line end.
 */
export function findHeadings(tokens: readonly Token[]): Heading[] {
  const headings: Heading[] = [];
  for (let position = 0; position < tokens.length; position += 1) {
    if (!opensLine(tokens, position)) continue;
    const match = HEADINGS.longestAt(tokens, position, bySurface);
    const sense = match?.values[0];
    if (match === undefined || sense === undefined) continue;
    const after = tokens[match.to];
    const closed = after?.kind === 'line-end' || /^[:\]】-]$/.test(after?.text ?? '');
    if (!closed && !sense.open) continue;
    if (sense.line && position > 0 && tokens[position - 1]?.kind !== 'line-end') continue;
    if (sense['not-first'] === true && position < FIRST) continue;
    if (sense.after !== undefined && !headings.some(({ kind }) => kind === sense.after)) continue;
    if (sense['not-after'] !== undefined && headings.at(-1)?.kind === sense['not-after']) continue;
    const to = /^[:\]】]$/.test(after?.text ?? '') ? match.to + 1 : match.to;
    headings.push({ kind: sense.kind, from: position, to });
    position = to - 1;
  }
  return headings;
}
