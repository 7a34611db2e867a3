import { z } from 'zod';
import { type Stretch, type Token } from '../model/token';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { bySurface } from '../lexicon/phrase-dictionary';
import { type Sentence } from '../segment/sentences';
import { positionsBetween, textAt } from '../normalise/at-position';
import { type Reading } from '../segment/reading';
import { dictionaryOf } from './words';
import { gather } from '../normalise/lists-by-key';

const rowSchema = z.strictObject({
  specimen: z.string().optional(),
  analyte: z.string().optional(),
  ends: z.enum(['blood', 'all', 'lead', 'look']).optional(),
  loose: z.literal(true).optional(),
  /** Findings of the blood that go by the same names. */
  shares: z.array(z.string()).optional(),
  words: z.array(z.string()),
  example: z.string().optional(),
});
type Row = z.output<typeof rowSchema>;

const ROWS = ['en/specimens', 'zh/specimens'].flatMap((file) => lexiconRows(file, z.array(rowSchema)));
const dictionary = (isIn: (row: Row) => boolean) =>
  dictionaryOf(gather(ROWS.filter(isIn), (row) => row.words.map((word) => [word, row] as const)));

const SPECIMENS = dictionary(({ specimen }) => specimen !== undefined);
/** What is measured in specimens. */
export const ANALYTES = dictionary(({ analyte }) => analyte !== undefined);
const ENDS = dictionary(({ ends }) => ends !== undefined);
const SHARED: ReadonlySet<string> = new Set(ROWS.flatMap(({ shares }) => shares ?? []));

/** Whether a finding of the blood goes by a name that other specimens are tested for as well. */
export const isShared = (findingId: string): boolean => SHARED.has(findingId);

/** It is tested for blood, and its single results stand among those of the blood. */
const URINE = 'urine';

/** A gas is of the blood: what other names say stays the blood's. */
const OF_BLOOD = 'blood-gas';

/** A stretch of text in which values are those of a specimen, not of the blood. */
export interface Specimen extends Stretch {
  readonly kind: string;
  /** Where it is named. */
  readonly named: Stretch;
  /** It is named where nothing of it is told yet. */
  readonly isAnnounced?: true;
}

/** Whether the values of a stretch are not the blood's. */
export const isApart = ({ kind }: Specimen): boolean => kind !== OF_BLOOD;

/** How many tokens may stand between a name with other uses and its values. */
const MAX_LEAD = 10;
/** "CSF [was] normal": it stands this close behind the name; "pressure normal" is one result of several. */
const MAX_TO_ALL = 2;

function leadsToValue(tokens: readonly Token[], from: number, to: number): boolean {
  let look = false;
  for (let at = from; at < to && at - from < MAX_LEAD;) {
    if (ANALYTES.longestAt(tokens, at, bySurface, undefined, to) !== undefined) return true;
    const match = ENDS.longestAt(tokens, at, bySurface, undefined, to);
    const ends = match?.values.find((row) => row.ends === 'lead' || row.ends === 'look')?.ends;
    look ||= ends === 'look';
    const isNumber = tokens[at]?.kind === 'number';
    if (ends === undefined && !isNumber && !(look && textAt(tokens, at) === ',')) return false;
    at = match?.to ?? at + 1;
  }
  return false;
}

/** "Blood trace" is a result of the urine: a word of the blood ends a stretch unless the specimen is tested for it. */
function endOf(
  tokens: readonly Token[],
  { kind, from }: { kind: string; from: number },
  limit: number,
): number {
  let isAll = false;
  for (let at = from; at < limit; at += 1) {
    const tested = ANALYTES.longestAt(tokens, at, bySurface, undefined, limit);
    const rows = ENDS.longestAt(tokens, at, bySurface, undefined, limit)?.values ?? [];
    const isTested = tested !== undefined && (kind === URINE || tested.to > at + 1);
    if (kind !== OF_BLOOD && !isTested && rows.some(({ ends }) => ends === 'blood')) return at;
    if (isTested) at = tested.to - 1;
    isAll ||= rows.some(({ ends }) => ends === 'all') && at - from <= MAX_TO_ALL;
    if (isAll && /^[,;]$/.test(textAt(tokens, at))) return at;
    if (tokens[at]?.kind === 'number') isAll = false;
  }
  return limit;
}

const isUrine = ({ specimen }: Row): boolean => specimen === URINE;

/** 尿蛋白(-)，血糖5.2: a name that stands right before what is measured tells one result; with a colon it heads a list. */
function resultEnd(tokens: readonly Token[], from: number, limit: number): number {
  if (ANALYTES.longestAt(tokens, from, bySurface, undefined, limit) === undefined) return limit;
  let at = from;
  while (at < limit && !/^[,;]$/.test(textAt(tokens, at))) at += 1;
  return at;
}

/** "90 % lymphocytes in the CSF": what is told before the specimen. */
function startOf(tokens: readonly Token[], from: number, sentence: Sentence): number {
  let at = from - 1;
  if (/^(?:the|her|his)$/.test(textAt(tokens, at))) at -= 1;
  if (!/^(?:in|of|from|on)$/.test(textAt(tokens, at))) return from;
  while (at > sentence.from && !/^(?:[,;:()]|and|with|but)$/.test(textAt(tokens, at - 1))) at -= 1;
  return at;
}

function specimensOfSentence(tokens: readonly Token[], sentence: Sentence): Specimen[] {
  const names = SPECIMENS.matchAll(tokens, bySurface, undefined, sentence.from, sentence.to);
  return gather(names, ({ from, to, values }, index) => {
    const [name] = values;
    const next = names[index + 1]?.from ?? sentence.to;
    const limit = name?.loose === true && isUrine(name) ? resultEnd(tokens, to, next) : next;
    const kind = name?.specimen;
    if (kind === undefined || (name?.loose === true && !leadsToValue(tokens, to, limit))) return [];
    const end = endOf(tokens, { kind, from: to }, limit);
    return [{ kind, named: { from, to }, from: startOf(tokens, from, sentence), to: end }];
  });
}

/** So many tokens may lead from the beginning of a sentence to what was measured: "Results:", 结果回报：. */
const LONGEST_OPENING = 6;

function behindOpening(tokens: readonly Token[], { from, to }: Sentence): number {
  let at = from;
  while (at < Math.min(to, from + LONGEST_OPENING)) {
    const match = ENDS.longestAt(tokens, at, bySurface, undefined, to);
    const isLead = match?.values.some(({ ends }) => ends === 'lead') === true;
    if (isLead) at = match.to;
    else if (/^[-:—,]$/.test(textAt(tokens, at))) at += 1;
    else break;
  }
  return at;
}

/** "Results:" on a line of its own. */
const opens = (tokens: readonly Token[], sentence: Sentence): boolean =>
  behindOpening(tokens, sentence) >= lastOf(tokens, sentence);

function lastOf(tokens: readonly Token[], { from, to }: Sentence): number {
  let end = to;
  while (end > from && (tokens[end - 1]?.kind === 'line-end' || /^[.。]$/.test(textAt(tokens, end - 1))))
    end -= 1;
  return end;
}

/** What is hardly told of blood by these names alone. */
const OF_FLUIDS: ReadonlySet<string> = new Set(['protein', 'pressure']);
const tellsFluid = (tokens: readonly Token[], { from, to }: Sentence): boolean =>
  positionsBetween(from, to).some(
    (at) =>
      ANALYTES.longestAt(tokens, at, bySurface, undefined, to)?.values.some(({ analyte = '' }) =>
        OF_FLUIDS.has(analyte),
      ) === true,
  );

/** Whether a line goes on about a specimen: it opens with what is measured in it and names nothing of the blood. */
function goesOn(tokens: readonly Token[], { kind, isAnnounced }: Specimen, sentence: Sentence): boolean {
  const { from, to } = sentence;
  const start = behindOpening(tokens, sentence);
  const isAnalyte = ANALYTES.longestAt(tokens, start, bySurface, undefined, to) !== undefined;
  if (!isAnalyte || endOf(tokens, { kind, from: start }, to) <= start) return false;
  return isAnnounced !== true || start > from || tellsFluid(tokens, sentence);
}

/** "CSF results (LP 22:40, clear)": a head with an aside, and nothing else. */
function isHeadWithAside(tokens: readonly Token[], sentence: Sentence, [head]: readonly Specimen[]): boolean {
  if (head === undefined) return false;
  const { named } = head;
  const lead = behindOpening(tokens, { ...sentence, from: named.to });
  const isOpened = positionsBetween(named.to, lead + 1).some((at) => textAt(tokens, at) === '(');
  const closing = positionsBetween(lead, sentence.to).find((at) => textAt(tokens, at) === ')');
  return named.from === sentence.from && isOpened && closing === lastOf(tokens, sentence) - 1;
}

/** "LP done.", 行腰穿。: the fluid is taken, and its results may stand in the next sentence. */
function announcedIn(tokens: readonly Token[], sentence: Sentence): Specimen | undefined {
  const last = SPECIMENS.matchAll(tokens, bySurface, undefined, sentence.from, sentence.to).at(-1);
  const row = last?.values[0];
  if (last === undefined || row?.specimen === undefined || isUrine(row)) return undefined;
  const { from, to } = last;
  return { kind: row.specimen, named: { from, to }, from, to: sentence.to, isAnnounced: true };
}

/** "Fluid turbid.": a short sentence that says how a specimen looks names nothing else. */
const LONGEST_LOOK = 6;
const tellsLook = (tokens: readonly Token[], { from, to }: Sentence): boolean =>
  to - from <= LONGEST_LOOK &&
  positionsBetween(from, to).every((at) => tokens[at]?.kind !== 'number') &&
  positionsBetween(from, to).some(
    (at) =>
      ENDS.longestAt(tokens, at, bySurface, undefined, to)?.values.some(({ ends }) => ends === 'look') ===
      true,
  );

const saysAll = (tokens: readonly Token[], { from, to }: Specimen): boolean =>
  !tokens.slice(from, to).some(({ kind }) => kind === 'number') &&
  tokens
    .slice(from, to)
    .some((_token, index) =>
      ENDS.longestAt(tokens, from + index, bySurface, undefined, to)?.values.some(
        ({ ends }) => ends === 'all',
      ),
    );

/**
 * The stretches of a whole text that tell of a specimen, by sentence. A name at the end of a sentence or as a heading
 * goes on in the sentences behind it, as long as they open with what is measured in it.
 */
export function specimensIn({
  tokens,
  sentences,
}: Pick<Reading, 'tokens' | 'sentences'>): ReadonlyMap<Sentence, readonly Specimen[]> {
  const found = new Map<Sentence, readonly Specimen[]>();
  let open: Specimen | undefined;
  for (const sentence of sentences) {
    const own = specimensOfSentence(tokens, sentence);
    const carried =
      own.length === 0 && open !== undefined && goesOn(tokens, open, sentence) ? open : undefined;
    const from = sentence.from;
    const all =
      carried === undefined
        ? own
        : [
            {
              kind: carried.kind,
              named: carried.named,
              from,
              to: endOf(tokens, { kind: carried.kind, from: behindOpening(tokens, sentence) }, sentence.to),
            },
          ];
    found.set(sentence, all);
    if (all.length === 0 && open !== undefined && (tellsLook(tokens, sentence) || opens(tokens, sentence)))
      continue;
    const last = all.at(-1);
    open =
      last !== undefined &&
      (last.to === sentence.to || isHeadWithAside(tokens, sentence, all)) &&
      !saysAll(tokens, last)
        ? last
        : all.length === 0
          ? announcedIn(tokens, sentence)
          : undefined;
  }
  return found;
}
