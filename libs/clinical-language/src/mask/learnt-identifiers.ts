import { type KeptSoftmax, openedWhenAsked } from '@openrounds/classifier';
import { type MaskedKind } from '@openrounds/contracts';
import { IDENTIFIERS } from '../lexicon/compiled/identifiers';
import { positionsBetween } from '../normalise/at-position';
import { type Span } from '../model/understanding';
import { type Candidate, ENOUGH } from './candidate';
import { isEponym } from './english-classes';
import { phraseAt } from './english-names';
import { isMostlyFamiliar } from './familiar-pairs';
import { type Passage } from './passage';
import { TokenClues } from './token-clues';
import { isNumberOfSomebody, isWrittenDecimal, isWrittenValue } from './written-values';
import { withoutWidePlaces } from './wide-places';

/** What a word may be beside nothing. */
export const LEARNT_KINDS = ['name', 'address', 'mrn'] as const satisfies readonly MaskedKind[];
type Kind = (typeof LEARNT_KINDS)[number];
const CLASSES = LEARNT_KINDS.length + 1;

/** What was learnt of a language; nothing before it was learnt for the first time. */
const learntOf = openedWhenAsked(IDENTIFIERS);

/** What tokens are told to be: by token, how likely it is nothing and how likely of each kind; nothing is sure of what is no word. */
class Told {
  private readonly parts: Float64Array;
  /** How many words there are. */
  readonly words: number;

  constructor({ tokens }: Passage, clues: TokenClues, learnt: KeptSoftmax) {
    this.parts = new Float64Array(tokens.length * CLASSES);
    let words = 0;
    for (let at = 0; at < tokens.length; at += 1)
      if (clues.isWord(at)) {
        words += 1;
        learnt.tell(clues.of(at), this.parts, at * CLASSES);
      } else this.parts[at * CLASSES] = 1;
    this.words = words;
  }

  /** How likely a token is nothing (0), or of a kind. */
  of(at: number, label: number): number {
    return this.parts[at * CLASSES + label] ?? 0;
  }

  /** How likely a token identifies somebody. */
  identifies(at: number): number {
    return 1 - (this.parts[at * CLASSES] ?? 1);
  }
}

/** So likely must one word of a stretch identify somebody. */
const SURE = 0.9;
/** And so likely each of its words of any. */
const LIKELY = 0.2;
/** What is shorter is a question or a term, and has nothing around it. */
const LEAST_WORDS = 8;
/** What may stand within a name or a number. */
const WITHIN: ReadonlySet<string> = new Set(['-', "'", '’', '.', '·', '/']);
const HAN = /\p{Script=Han}/u;

/** Columns of a table stand so far apart, and no number of somebody goes on behind such a gap. */
const WIDE_GAP = 2;

/** Where tokens stand that go together, end exclusive. */
interface Run {
  readonly from: number;
  readonly to: number;
}

function* runsOf(
  { from, to: size }: Run,
  isPart: (at: number) => boolean,
  isWithin: (at: number) => boolean,
  isApart: (at: number) => boolean,
): Generator<Run> {
  let at = from;
  while (at < size) {
    if (!isPart(at)) {
      at += 1;
      continue;
    }
    let to = at + 1;
    while (!isApart(to) && (isPart(to) || (isWithin(to) && isPart(to + 1)))) to += 1;
    yield { from: at, to };
    at = to;
  }
}

/** The kind of which most is told over a stretch. */
function kindOf(told: Told, { from, to }: Run): Kind {
  const sums = LEARNT_KINDS.map((_, kind) =>
    positionsBetween(from, to).reduce((sum, at) => sum + told.of(at, kind + 1), 0),
  );
  return LEARNT_KINDS[sums.indexOf(Math.max(...sums))] ?? 'name';
}

/** "T.": what begins a name, and much else. */
const INITIAL = /^\p{Script=Latin}$/u;

/** A part of a word, or the head of a column of values. */
const IS_ONE_CHARACTER = /^(?:\p{Script=Han}|\d{1,2}月)$/u;
/** 11/2025, 410-380: figures alone. */
const IS_VALUE = /^[\d\p{P}\s]+$/u;

/** Whether one word of a stretch is surely enough somebody's. */
function isSomebodys(passage: Passage, told: Told, { from, to }: Run, kind: Kind): boolean {
  const text = passage.text.slice(passage.start(from), passage.end(to - 1));
  // what people say of findings, and what medicine names things by, is masked by rules alone
  if (isMostlyFamiliar(passage.text, passage.start(from), passage.end(to - 1))) return false;
  if (isWrittenValue(passage, { start: passage.start(from), end: passage.end(to - 1) }, kind)) return false;
  if (IS_ONE_CHARACTER.test(text) || (IS_VALUE.test(text) && !isNumberOfSomebody(text))) return false;
  return positionsBetween(from, to).some(
    (at) =>
      told.identifies(at) >= SURE &&
      !INITIAL.test(passage.written(at)) &&
      !isWrittenDecimal(passage.written(at)) &&
      !isEponym(passage.written(at)),
  );
}

/** 69岁, 六十九周岁: whoever is as old as that, it names nobody. */
const AGES = /(?:\d{1,3}|[一二三四五六七八九十百]{1,4}) ?[周虚实]?岁/gu;
const agesIn = (text: string): Span[] =>
  Array.from(text.matchAll(AGES), ({ index, 0: age }) => ({ start: index, end: index + age.length }));

/** Eponyms and trade names of several words: "Kasabach-Merritt", "Augmentin Duo Forte". */
function phrasesIn(passage: Passage): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < passage.tokens.length; at += 1) {
    const to = phraseAt(passage, at);
    if (to === 0) continue;
    found.push({ start: passage.start(at), end: passage.end(to - 1) });
    at = to - 1;
  }
  return found;
}

/** What rules may have taken for somebody's, and its words tell to be nobody's. */
const MAY_BE_NONE: ReadonlySet<MaskedKind> = new Set(['name', 'address']);
/** So likely must each word of it be nothing, and so little more than enough may speak for it. */
const [REFUTED, LITTLE_MORE] = [0.95, 1];

/** Whether all words of a stretch are as good as surely nothing. */
function isRefuted(
  passage: Passage,
  { start, end, kind, score }: Candidate,
  clues: TokenClues,
  told: Told,
): boolean {
  if (!MAY_BE_NONE.has(kind) || score > ENOUGH + LITTLE_MORE) return false;
  let words = 0;
  for (let at = passage.indexAt(start); at < passage.tokens.length && passage.start(at) < end; at += 1) {
    if (!clues.isWord(at)) continue;
    if (told.of(at, 0) < REFUTED) return false;
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
  learnt = learntOf(HAN.test(passage.text) ? 'zh' : 'en'),
): readonly Candidate[] {
  if (learnt === undefined) return found;
  const { tokens } = passage;
  const clues = new TokenClues(passage);
  const told = new Told(passage, clues, learnt);
  if (told.words < LEAST_WORDS) return found;
  const kept = found.filter((each) => !isRefuted(passage, each, clues, told));
  const isTaken = takenBy(
    passage,
    [...kept, ...agesIn(passage.text), ...phrasesIn(passage)].sort((a, b) => a.start - b.start),
  );
  const beside: Candidate[] = [];
  const isLikely = (at: number): boolean => told.identifies(at) >= LIKELY;
  const whole = { from: 0, to: tokens.length };
  const isApart = (at: number): boolean => passage.start(at) - passage.end(at - 1) >= WIDE_GAP;
  const isWithin = (at: number): boolean => WITHIN.has(tokens[at]?.text ?? '');
  for (const run of runsOf(whole, isLikely, isWithin, isApart)) {
    const isFree = (at: number): boolean => at >= run.from && at < run.to && isTaken[at] === 0;
    const kind = kindOf(told, run);
    for (const free of runsOf(run, (at) => isFree(at) && clues.isWord(at), isFree, isApart))
      if (isSomebodys(passage, told, free, kind))
        beside.push({ start: passage.start(free.from), end: passage.end(free.to - 1), kind, score: ENOUGH });
  }
  return [...kept, ...withoutWidePlaces(passage, beside)].sort((a, b) => a.start - b.start);
}

/** Which tokens are part of something that was found, in the order of the text. */
function takenBy({ tokens }: Passage, found: readonly Span[]): Uint8Array {
  const taken = new Uint8Array(tokens.length);
  let next = 0;
  tokens.forEach(({ start, end }, at) => {
    while ((found[next]?.end ?? Infinity) <= start) next += 1;
    if ((found[next]?.start ?? Infinity) < end) taken[at] = 1;
  });
  return taken;
}
