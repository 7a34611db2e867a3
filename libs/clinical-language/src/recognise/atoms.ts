import { STOP_STEMS, STOP_WORDS } from '../normalise/function-words';
import { type Token } from '../model/token';
import { positionsBetween } from '../normalise/at-position';
import { gather } from '../normalise/lists-by-key';
import { type ConceptIndex, isPassedOver, keyOf, type Meaning } from './concept-index';
import { grammar } from './grammar';
import { endOfHan, hanWords } from './han-words';

/** The smallest thing that is said: a stretch of tokens and what it means. Positions of tokens, end exclusive. */
export interface Atom {
  readonly from: number;
  readonly to: number;
  /** What the words mean; a word that the lexicon has not means itself. */
  readonly features: readonly string[];
}

const isSmall = ({ capitals, text }: Token): boolean => capitals !== true && /^[a-z]+$/.test(text);

/** Where the words end that belong to the one before them: "longer able to" behind "no". */
function endOfSilent(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (
    at < to &&
    tokens[at]?.kind === 'word' &&
    tokens[at]?.silent === true &&
    tokens[at]?.stem === undefined
  )
    at += 1;
  return at;
}

/** Calls `found` for the phrases of the lexicon that begin at a position, the shortest first. Articles and joining marks are passed over. */
export function phrasesAt(
  tokens: readonly Token[],
  from: number,
  to: number,
  { phrases }: Pick<ConceptIndex, 'phrases'>,
  found: (to: number, meaning: Meaning) => void,
): void {
  let node: unknown = phrases.root;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'line-end') return;
    if (isPassedOver(token)) continue;
    node = phrases.child(node, keyOf(token));
    if (node === undefined) return;
    const meaning = phrases.values(node)?.[0];
    const isWord = at === from && meaning?.capitals === true && isSmall(token);
    if (meaning !== undefined && !isWord) found(endOfSilent(tokens, at + 1, to), meaning);
  }
}

/** What stands between an act and what it comes to, and what that says. */
const POTENTIAL: ReadonlyMap<string, string> = new Map([
  ['不', 'ability:unable'],
  ['得', 'ability:able'],
]);
const LONGEST_ACT = 2;
const LONGEST_COMPLEMENT = 2;
const IS_ACT = /^(?:acts|functions):/;

/** What just these tokens mean together. */
function meaningOf(tokens: readonly (Token | undefined)[], { phrases }: ConceptIndex): Meaning | undefined {
  let node: unknown = phrases.root;
  for (const token of tokens) {
    node = token === undefined ? undefined : phrases.child(node, keyOf(token));
    if (node === undefined) return undefined;
  }
  return phrases.values(node)?.[0];
}

/** 走不动, 看得清, 睡不着觉: an act with what it comes to says that one cannot or can, whatever the act. */
function potentialAt(
  tokens: readonly Token[],
  from: number,
  to: number,
  index: ConceptIndex,
  found: (to: number, meaning: Meaning) => void,
): void {
  const { complements } = grammar();
  for (let middle = from + 1; middle <= from + LONGEST_ACT; middle += 1) {
    const ability = POTENTIAL.get(tokens[middle]?.text ?? '');
    if (ability === undefined || middle + 1 >= to) continue;
    for (let end = middle + 2; end <= Math.min(middle + 1 + LONGEST_COMPLEMENT, to); end += 1) {
      const complement = tokens
        .slice(middle + 1, end)
        .map(({ text }) => text)
        .join('');
      if (!complements.has(complement)) continue;
      const act = tokens.slice(from, middle);
      const offer = (end: number, meaning: Meaning | undefined): void => {
        if (meaning?.features.some((feature) => IS_ACT.test(feature)) === true)
          found(end, { features: [ability, ...meaning.features] });
      };
      offer(end, meaningOf(act, index));
      if (end < to) offer(end + 1, meaningOf([...act, tokens[end]], index));
    }
  }
}

/** What a word of each kind costs: the fewest words win, and those of the lexicon before others. */
const COST = { known: 1, general: 1.05, character: 1.3, stray: 1.6 } as const;

/** Cuts a run of Chinese into words of the lexicon and of the general dictionary: the longest match of both. */
function hanAtoms(
  tokens: readonly Token[],
  from: number,
  to: number,
  index: ConceptIndex,
  longest: number,
): Atom[] {
  const general = hanWords(tokens, from, to);
  const length = to - from;
  const costs = new Float64Array(length + 1).fill(Infinity);
  const starts = new Int32Array(length + 1);
  const meanings: (Meaning | undefined)[] = new Array<undefined>(length + 1).fill(undefined);
  costs[0] = 0;
  let start = 0;
  const offer = (end: number, price: number, meaning: Meaning | undefined): void => {
    const cost = (costs[start] ?? 0) + price;
    if (cost >= (costs[end] ?? 0)) return;
    costs[end] = cost;
    starts[end] = start;
    meanings[end] = meaning;
  };
  const offerKnown = (end: number, meaning: Meaning): void => {
    if (end - from - start <= longest) offer(end - from, COST.known, meaning);
  };
  for (; start < length; start += 1) {
    phrasesAt(tokens, from + start, to, index, offerKnown);
    potentialAt(tokens, from + start, to, index, offerKnown);
    // 不干: of what the lexicon has without its denial, the denial is no part
    const isDenied = deniedIn(tokens, from + start, general[start] ?? 0, index) !== undefined;
    const end = isDenied ? start + 1 : (general[start] ?? 0) - from;
    if (end > start + 1 && end - start <= longest) offer(end, COST.general, undefined);
    offer(start + 1, end === start + 1 ? COST.character : COST.stray, undefined);
  }
  const atoms: Atom[] = [];
  for (let end = length; end > 0; end = starts[end] ?? 0) {
    const [first, behind] = [from + (starts[end] ?? 0), from + end];
    const features = meanings[end]?.features ?? unknownWord(tokens, first, behind);
    if (features !== undefined) atoms.push({ from: first, to: behind, features });
  }
  return gather(atoms.reverse(), (atom, at) => apartFromDenial(tokens, atom, atoms[at - 1], index));
}

/** What the words behind a denial mean that is the first character of a word: 痛 of 不痛. */
const deniedIn = (
  tokens: readonly Token[],
  from: number,
  to: number,
  index: ConceptIndex,
): Meaning | undefined =>
  to > from + 1 && grammar().denying.has(tokens[from]?.text ?? '')
    ? meaningOf(tokens.slice(from + 1, to), index)
    : undefined;

const IS_PLACE = /^(?:sites|functions):/;
const IS_HEAD = /^heads:/;

/** 肿块不痛 is a painless lump, 嗓子不痛 no sore throat: right behind a part of the body a denial is of what could be there. */
function apartFromDenial(
  tokens: readonly Token[],
  atom: Atom,
  before: Atom | undefined,
  index: ConceptIndex,
): Atom[] {
  const isBehindPlace =
    before?.to === atom.from && before.features.every((feature) => IS_PLACE.test(feature));
  const denied = isBehindPlace ? deniedIn(tokens, atom.from, atom.to, index) : undefined;
  return denied?.features.every((feature) => IS_HEAD.test(feature)) === true
    ? [{ from: atom.from + 1, to: atom.to, features: denied.features }]
    : [atom];
}

/** A word that the lexicon has not means itself, if it means anything. */
function unknownWord(tokens: readonly Token[], from: number, to: number): string[] | undefined {
  let text = '';
  for (let at = from; at < to; at += 1) text += tokens[at]?.key ?? '';
  return grammar().general.has(text) ? undefined : [`word:${text}`];
}

const isContent = ({ key, text }: Token): boolean =>
  !STOP_STEMS.has(key) &&
  !STOP_WORDS.has(text) &&
  !grammar().denying.has(text) &&
  !grammar().general.has(text);

/**
 * The atoms of a stretch of tokens. Grammar, numbers and marks are none.
 *
 * @param longest how many tokens an atom may have at most
 */
export function atomsIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  index: ConceptIndex,
  longest = Infinity,
): Atom[] {
  const atoms: Atom[] = [];
  let at = from;
  while (at < to) {
    const token = tokens[at];
    if (token?.kind === 'han') {
      const end = endOfHan(tokens, at, to);
      for (const atom of hanAtoms(tokens, at, end, index, longest)) atoms.push(atom);
      at = end;
      continue;
    }
    const isWord = token?.kind === 'word' && !isPassedOver(token);
    let end = at + 1;
    let features: readonly string[] | undefined;
    const take = (to: number, meaning: Meaning): void => {
      if (to - at > longest) return;
      end = to;
      ({ features } = meaning);
    };
    if (isWord) phrasesAt(tokens, at, to, index, take);
    if (isWord && features === undefined && isContent(token)) features = [`word:${keyOf(token)}`];
    if (features !== undefined) atoms.push({ from: at, to: end, features });
    at = end;
  }
  return atoms;
}

/** The positions of the tokens that carry some atoms. */
export const positionsOf = (atoms: readonly Atom[]): number[] =>
  gather(atoms, ({ from, to }) => positionsBetween(from, to));

/** Where a word of denial stands that is a part of nothing said; -1 where there is none. */
export const denialBeside = (tokens: readonly Token[], covered: ReadonlySet<number>): number =>
  tokens.findIndex(({ text }, at) => grammar().denying.has(text) && !covered.has(at));
