import { probabilitiesOf, scaleOf } from '@openrounds/classifier';
import { type MaskedKind } from '@openrounds/contracts';
import { z } from 'zod';
import { IDENTIFIERS } from '../lexicon/compiled/identifiers';
import { positionsBetween } from '../normalise/at-position';
import { type Candidate, ENOUGH } from './candidate';
import { type Passage } from './passage';
import { TokenClues } from './token-clues';
import { withoutWidePlaces } from './wide-places';

/** What a word may be beside nothing. */
export const LEARNT_KINDS = ['name', 'address', 'mrn'] as const satisfies readonly MaskedKind[];
type Kind = (typeof LEARNT_KINDS)[number];
const CLASSES = LEARNT_KINDS.length + 1;

const BITS = 17;
/** So many places have the weights of what is known of a word; what falls on the same place shares them. */
export const PLACES = 1 << BITS;
export const placeOf = (clue: number): number => clue & (PLACES - 1);

const learntIdentifiers = z.strictObject({
  /** What is told where nothing is known: of nothing, and of each kind. */
  bias: z.array(z.number()).length(CLASSES),
  /** What one unit of a weight tells. */
  step: z.number(),
  /** For each place what it tells, class by class, in eight bits, as base64. */
  weights: z.string(),
});
export type LearntIdentifiers = z.output<typeof learntIdentifiers>;

/** What was learnt of a language, as it is asked. */
export interface OpenedIdentifiers {
  readonly bias: readonly number[];
  readonly step: number;
  readonly weights: Int8Array;
}

const opened = new Map<string, OpenedIdentifiers | undefined>();

export function openIdentifiers({ bias, step, weights }: LearntIdentifiers): OpenedIdentifiers {
  const bytes = Buffer.from(weights, 'base64');
  return { bias, step, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
}

/** What was learnt of the language of a text; nothing before it was learnt for the first time. */
function learntFor({ text }: Passage): OpenedIdentifiers | undefined {
  const language = HAN.test(text) ? 'zh' : 'en';
  if (!opened.has(language)) {
    const kept = IDENTIFIERS[language];
    opened.set(
      language,
      kept === undefined ? undefined : openIdentifiers(learntIdentifiers.parse(JSON.parse(kept))),
    );
  }
  return opened.get(language);
}

/** How likely a token is nothing, or of each kind. */
function likely(clues: readonly number[], { bias, step, weights }: OpenedIdentifiers): number[] {
  const sums = new Array<number>(CLASSES).fill(0);
  let known = 0;
  for (const clue of clues) {
    const at = placeOf(clue) * CLASSES;
    let isKnown = false;
    for (let label = 0; label < CLASSES; label += 1) {
      const weight = weights[at + label] ?? 0;
      sums[label] = (sums[label] ?? 0) + weight;
      isKnown ||= weight !== 0;
    }
    if (isKnown) known += 1;
  }
  const scale = step * scaleOf(known);
  return probabilitiesOf(sums.map((sum, label) => (bias[label] ?? 0) + scale * sum));
}

/** So likely must one word of a stretch identify somebody, and so likely a number that may be a value. */
const [SURE, SURE_OF_VALUE] = [0.65, 0.9];
/** And so likely each of its words of any. */
const LIKELY = 0.2;
/** What is shorter is a question or a term, and has nothing around it. */
const LEAST_WORDS = 8;
/** What may stand within a name or a number. */
const WITHIN: ReadonlySet<string> = new Set(['-', "'", '’', '.', '·', '/']);
const HAN = /\p{Script=Han}/u;

/** Where tokens stand that go together, end exclusive. */
interface Run {
  readonly from: number;
  readonly to: number;
}

function* runsOf(
  size: number,
  isPart: (at: number) => boolean,
  isWithin: (at: number) => boolean,
): Generator<Run> {
  let at = 0;
  while (at < size) {
    if (!isPart(at)) {
      at += 1;
      continue;
    }
    let to = at + 1;
    while (isPart(to) || (isWithin(to) && isPart(to + 1))) to += 1;
    yield { from: at, to };
    at = to;
  }
}

/** What tokens are told to be: nothing, or of each kind. */
type Told = readonly (readonly number[] | undefined)[];

/** The kind of which most is told over a stretch. */
function kindOf(told: Told, { from, to }: Run): Kind {
  const sums = LEARNT_KINDS.map((_, kind) =>
    told.slice(from, to).reduce((sum, each) => sum + (each?.[kind + 1] ?? 0), 0),
  );
  return LEARNT_KINDS[sums.indexOf(Math.max(...sums))] ?? 'name';
}

/** "T.": what begins a name, and much else. */
const INITIAL = /^\p{Script=Latin}$/u;

/** Numbers of fewer figures are values, days and scores, unless so many stand in a row. */
const [LEAST_FIGURES, MOST_NUMBERS] = [5, 3];

/** No number that may be a value: somebody's are long, or long rows. */
function isNumberOfSomebody(text: string): boolean {
  const numbers = text.match(/[\p{Script=Latin}\d]+/gu) ?? [];
  return numbers.length > MOST_NUMBERS || numbers.some(({ length }) => length >= LEAST_FIGURES);
}

/** A part of a word. */
const IS_ONE_CHARACTER = /^\p{Script=Han}$/u;
/** 11/2025, 410-380: figures alone. */
const IS_VALUE = /^[\d\p{P}\s]+$/u;

/** Whether one word of a stretch is surely enough somebody's. */
function isSomebodys(passage: Passage, told: Told, { from, to }: Run, kind: Kind): boolean {
  const text = passage.text.slice(passage.start(from), passage.end(to - 1));
  if (IS_ONE_CHARACTER.test(text) || (IS_VALUE.test(text) && !isNumberOfSomebody(text))) return false;
  const least = kind === 'mrn' && !isNumberOfSomebody(text) ? SURE_OF_VALUE : SURE;
  return positionsBetween(from, to).some(
    (at) => 1 - (told[at]?.[0] ?? 1) >= least && !INITIAL.test(passage.written(at)),
  );
}

/** What rules may have taken for somebody's, and its words tell to be nobody's. */
const MAY_BE_NONE: ReadonlySet<MaskedKind> = new Set(['name', 'address']);
/** So likely must each word of it be nothing, and so little more than enough may speak for it. */
const [REFUTED, LITTLE_MORE] = [0.97, 1];

/** Whether all words of a stretch are as good as surely nothing. */
function isRefuted(
  passage: Passage,
  { start, end, kind, score }: Candidate,
  nothing: readonly (number | undefined)[],
): boolean {
  if (!MAY_BE_NONE.has(kind) || score > ENOUGH + LITTLE_MORE) return false;
  let words = 0;
  for (let at = passage.indexAt(start); at < nothing.length && passage.start(at) < end; at += 1) {
    const likely = nothing[at];
    if (likely === undefined) continue;
    if (likely < REFUTED) return false;
    words += 1;
  }
  return words > 0;
}

/**
 * What rules found, with what texts that people marked tell beside it: a word identifies somebody by the words around it and by how it is
 * written. What rules took for a name or a place is let go where that says that it is none
 * (`docs/adr/0104-identifiers-that-are-learnt.md`).
 *
 * @param found what rules found, in the order of the text, none over another
 * @returns stretches in the order of the text, none over another
 */
export function withLearnt(
  passage: Passage,
  found: readonly Candidate[],
  learnt = learntFor(passage),
): readonly Candidate[] {
  if (learnt === undefined) return found;
  const { tokens } = passage;
  const clues = new TokenClues(passage);
  if (tokens.filter((_, at) => clues.isWord(at)).length < LEAST_WORDS) return found;
  const told = tokens.map((_, at) => (clues.isWord(at) ? likely(clues.of(at), learnt) : undefined));
  const nothing = told.map((each) => each?.[0]);
  const kept = found.filter((each) => !isRefuted(passage, each, nothing));
  const identifies = (at: number): number => 1 - (nothing[at] ?? 1);
  const isTaken = takenBy(passage, kept);
  const beside: Candidate[] = [];
  const isLikely = (at: number): boolean => identifies(at) >= LIKELY;
  for (const run of runsOf(tokens.length, isLikely, (at) => WITHIN.has(tokens[at]?.text ?? ''))) {
    const isFree = (at: number): boolean => at >= run.from && at < run.to && isTaken[at] === 0;
    const kind = kindOf(told, run);
    for (const free of runsOf(run.to, (at) => isFree(at) && clues.isWord(at), isFree))
      if (isSomebodys(passage, told, free, kind))
        beside.push({ start: passage.start(free.from), end: passage.end(free.to - 1), kind, score: ENOUGH });
  }
  return [...kept, ...withoutWidePlaces(passage, beside)].sort((a, b) => a.start - b.start);
}

/** Which tokens are part of something that was found. */
function takenBy({ tokens }: Passage, found: readonly Candidate[]): Uint8Array {
  const taken = new Uint8Array(tokens.length);
  let next = 0;
  tokens.forEach(({ start, end }, at) => {
    while ((found[next]?.end ?? Infinity) <= start) next += 1;
    if ((found[next]?.start ?? Infinity) < end) taken[at] = 1;
  });
  return taken;
}
