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

/** Numbers of fewer figures are values, days and scores, unless so many stand in a row. */
const [LEAST_FIGURES, MOST_NUMBERS] = [5, 3];

/** 2.35: a value, however many stand in a row. */
const DECIMAL = /(?<![\d.])\d{1,4}\.\d{1,3}(?![\d.])/gu;
const IS_DECIMAL = /^\d{1,4}\.\d{1,3}$/u;

/** No number that may be a value: somebody's are long, or long rows. */
function isNumberOfSomebody(text: string): boolean {
  const numbers = text.replace(DECIMAL, ' ').match(/[\p{Script=Latin}\d]+/gu) ?? [];
  return numbers.length > MOST_NUMBERS || numbers.some(({ length }) => length >= LEAST_FIGURES);
}

/** T36.8, BP112/72, CK20-, E4V4M6: letters with a value right behind them. */
const MEASURED =
  /(?<![\p{L}\d])(?:\p{Script=Latin}{1,6}\d{1,3}(?:\.\d{1,2})?(?:\/\d{1,3})?){1,4}[+-]?(?![\p{L}\d])/gu;
/** One alone may as well be a bed: B12. */
const IS_VALUE_ALONE = /\d[./]\d/u;
const HOLDS_LETTER = /\p{L}/u;

/** Values beside one another. */
function isMeasured(text: string): boolean {
  const measured = text.match(MEASURED) ?? [];
  const rest = text.replace(MEASURED, ' ');
  const isSure = measured.length > 1 || measured.some((one) => IS_VALUE_ALONE.test(one));
  return isSure && !HOLDS_LETTER.test(rest) && !isNumberOfSomebody(rest);
}

/** (5000-12000), [4,000 - 11,000]: what is normal stands in brackets, the higher end not much higher. */
const IS_RANGE = /^(\d[\d,]*(?:\.\d+)?) ?[-–—~] ?(\d[\d,]*(?:\.\d+)?)$/u;
const MOST_BETWEEN_ENDS = 20;

function isNormalRange({ text }: Passage, { start, end }: Span): boolean {
  const ends = IS_RANGE.exec(text.slice(start, end));
  const isInBrackets = /[([（]/u.test(text.charAt(start - 1)) && /[)\]）]/u.test(text.charAt(end));
  if (ends === null || !isInBrackets) return false;
  const [low = 0, high = 0] = ends.slice(1).map((number) => Number(number.replaceAll(',', '')));
  return low < high && high < low * MOST_BETWEEN_ENDS;
}

/** 零点零五, 九十二: how values are spoken. */
const IS_SPOKEN_VALUE = /[零〇一二三四五六七八九]点[零〇一二三四五六七八九]|[一二三四五六七八九]十|[百千万]/u;
const FIGURES = /[\dA-Z零〇一二三四五六七八九幺]/gu;
/** A number of somebody with words in it has so many figures at least; 桥边小鱼88 and 4号 are called so. */
const FEWEST_FIGURES = 4;
const IS_CALLED_SO = /\p{Script=Han}\d{2,4}$|\d[号日]/u;

/** 首份hs-cTnI 12: in Chinese small letters are a test's. */
const HAS_SMALL_LETTER = /\p{Ll}/u;
const MOST_FIGURES_OF_A_TEST = 2;

/** What was taken for a number of somebody and has too few figures for one, or is told as values are. */
function isNoNumber(text: string, kind: Kind, isChinese: boolean): boolean {
  if (kind !== 'mrn' || !isChinese) return false;
  if (!HAN.test(text))
    return HAS_SMALL_LETTER.test(text) && (text.match(/\d/gu)?.length ?? 0) <= MOST_FIGURES_OF_A_TEST;
  if (IS_CALLED_SO.test(text)) return false;
  return IS_SPOKEN_VALUE.test(text) || (text.match(FIGURES)?.length ?? 0) < FEWEST_FIGURES;
}

/** A part of a word, or the head of a column of values. */
const IS_ONE_CHARACTER = /^(?:\p{Script=Han}|\d{1,2}月)$/u;
/** 11/2025, 410-380: figures alone. */
const IS_VALUE = /^[\d\p{P}\s]+$/u;

/** Whether one word of a stretch is surely enough somebody's. */
function isSomebodys(passage: Passage, told: Told, { from, to }: Run, kind: Kind): boolean {
  const text = passage.text.slice(passage.start(from), passage.end(to - 1));
  // what people say of findings, and what medicine names things by, is masked by rules alone
  if (isMostlyFamiliar(passage.text, passage.start(from), passage.end(to - 1))) return false;
  const span = { start: passage.start(from), end: passage.end(to - 1) };
  if (isMeasured(text) || isNoNumber(text, kind, HAN.test(passage.text)) || isNormalRange(passage, span))
    return false;
  if (IS_ONE_CHARACTER.test(text) || (IS_VALUE.test(text) && !isNumberOfSomebody(text))) return false;
  return positionsBetween(from, to).some(
    (at) =>
      told.identifies(at) >= SURE &&
      !INITIAL.test(passage.written(at)) &&
      !IS_DECIMAL.test(passage.written(at)) &&
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
