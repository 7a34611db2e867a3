import { type Atom, positionsOf } from '../recognise/atoms';
import { type ConceptIndex } from '../recognise/concept-index';
import { grammar } from '../recognise/grammar';
import { type Token } from '../model/token';
import { listedIn } from './listed';
import { gather } from '../normalise/lists-by-key';

/** An atom with everything that its words and their more general concepts say. */
export interface Said extends Atom {
  /** What it is a kind of, itself included, with how far above. */
  readonly line: ReadonlyMap<string, number>;
  readonly isHead: boolean;
}

/** One thing that is said: a head and what is said of it, as indices of atoms. */
export interface Frame {
  readonly head: number;
  readonly modifiers: ReadonlySet<number>;
}

/** The frames of a sentence. */
export interface Frames {
  readonly said: readonly Said[];
  readonly frames: readonly Frame[];
  /** How far two atoms stand apart: more where statements or heads come between them than where words do. */
  distance(one: number, other: number): number;
  /** Number of the phrase that an atom stands in. */
  phraseOf(at: number): number;
  /** Number of the list that an atom stands in, if it is listed. */
  listOf(at: number): number | undefined;
  /** Whether a phrase has a number or a word of limits ("only"). */
  isLimited(phrase: number): boolean;
}

/** Something can be said of it: what is wrong, or what a body does. */
export const isHeadFeature = (feature: string): boolean =>
  feature.startsWith('heads:') || feature.startsWith('functions:');

/** How far a word, a Chinese character and a head set apart what stands on either side; fitted to told cases. */
const STEP = 0.12;
const STEP_HAN = 0.06;
const STEP_HEAD = 0.5;
/** The members of a list stand at one place, in their order. */
const STEP_LISTED = 0.02;

/** How far from its head what is said of it may stand, in its phrase and over phrases. */
const REACH_IN_PHRASE = 1.6;
const REACH_OVER_PHRASES = 2.6;

function saidBy({ from, to, features }: Atom, index: ConceptIndex): Said {
  const isHead = features.some(isHeadFeature);
  const [only = ''] = features;
  if (features.length === 1) return { from, to, features, line: index.above(only), isHead };
  const line = new Map<string, number>();
  for (const feature of features)
    for (const [up, distance] of index.above(feature))
      line.set(up, Math.min(distance, line.get(up) ?? distance));
  return { from, to, features, line, isHead };
}

/** A sentence with what is said in it, cut into phrases. */
interface Passage {
  readonly tokens: readonly Token[];
  readonly said: readonly Said[];
  readonly heads: readonly number[];
  phraseOf: Frames['phraseOf'];
  isLimited: Frames['isLimited'];
  /** Phrases that deny something. */
  readonly denied: ReadonlySet<number>;
  placeOf(at: number): number;
  listOf: Frames['listOf'];
}

function passageOf(tokens: readonly Token[], from: number, to: number, said: readonly Said[]): Passage {
  const { denying, dividers, limits } = grammar();
  const limited = new Set<number>();
  const denied = new Set<number>();
  const heads = gather(said, ({ isHead }, at) => (isHead ? [at] : []));
  const headsAt = new Set(heads.map((head) => said[head]?.from));
  // 及 in 触及 parts nothing
  const within = new Set(positionsOf(said));
  const { joints, listOf } = listedIn(tokens, said);
  const listed = new Set([...joints, ...positionsOf(said.filter((_, at) => listOf.has(at)))]);
  const phrases: number[] = [];
  const places: number[] = [];
  let [phrase, place] = [0, 0];
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    const price = within.has(at) || joints.has(at) ? undefined : dividers.get(token?.text ?? '');
    if (price !== undefined) phrase += 1;
    if (token?.kind === 'number' || limits.has(token?.text ?? '')) limited.add(phrase);
    if (denying.has(token?.text ?? '')) denied.add(phrase);
    const step = token?.kind === 'han' ? STEP_HAN : STEP;
    if (listed.has(at)) place += STEP_LISTED;
    else place += price ?? (headsAt.has(at) ? STEP_HEAD : step);
    phrases.push(phrase);
    places.push(place);
  }
  const tokenOf = (at: number): number => (said[at]?.from ?? from) - from;
  return {
    tokens,
    said,
    heads,
    phraseOf: (at) => phrases[tokenOf(at)] ?? 0,
    isLimited: (phrase) => limited.has(phrase),
    denied,
    placeOf: (at) => places[tokenOf(at)] ?? 0,
    listOf: (at) => listOf.get(at),
  };
}

/** Ties what is said in a sentence to what it is said of. */
export function framesIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  atoms: readonly Atom[],
  index: ConceptIndex,
): Frames {
  const said = atoms.map((atom) => saidBy(atom, index));
  const passage = passageOf(tokens, from, to, said);
  const distance = (one: number, other: number): number =>
    Math.abs(passage.placeOf(other) - passage.placeOf(one));
  const modifiers = new Map<number, Set<number>>(passage.heads.map((head) => [head, new Set()]));
  said.forEach(({ isHead }, at) => {
    const head = isHead ? undefined : headFor(at, passage);
    if (head !== undefined) modifiers.get(head)?.add(at);
  });
  keepToPhrase(modifiers, passage);
  const isNear = (head: number, at: number): boolean =>
    distance(head, at) <=
    (passage.phraseOf(head) === passage.phraseOf(at) ? REACH_IN_PHRASE : REACH_OVER_PHRASES);
  for (const [head, own] of modifiers) for (const at of [...own]) if (!isNear(head, at)) own.delete(at);
  share(modifiers, passage);
  const frames = passage.heads.map((head) => ({ head, modifiers: modifiers.get(head) ?? new Set<number>() }));
  const { phraseOf, isLimited, listOf } = passage;
  return { said, frames, distance, phraseOf, isLimited, listOf };
}

/** Where in a list in ascending order the first number stands that is higher than another. */
export function firstBehind(sorted: readonly number[], number: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) > number) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * What a modifier belongs to: the head of its phrase; in a phrase without one, the head before, else the one behind.
 * Between two heads of one phrase English ties what a preposition opens to what stands before it.
 */
function headFor(at: number, passage: Passage): number | undefined {
  const { heads, phraseOf, tokens, said } = passage;
  const next = firstBehind(heads, at);
  const [before, after] = [heads[next - 1], heads[next]];
  const isOwn = (head: number | undefined): head is number =>
    head !== undefined && phraseOf(head) === phraseOf(at);
  const left = isOwn(before) ? before : undefined;
  const right = isOwn(after) ? after : undefined;
  if (left === undefined || right === undefined) return left ?? right ?? before ?? after;
  if (tokens[said[at]?.from ?? 0]?.kind === 'han') return right;
  return opensWithPreposition(at, passage) ? left : right;
}

/** "Pain [in the left] arm": whether a preposition stands before the words that a modifier is one of. */
function opensWithPreposition(at: number, { tokens, said }: Passage): boolean {
  const { passed, prepositions } = grammar();
  let position = (said[at]?.from ?? 0) - 1;
  let before = at - 1;
  while (position >= 0) {
    const atom = said[before];
    if (atom !== undefined && !atom.isHead && atom.from <= position && position < atom.to) {
      position = atom.from - 1;
      before -= 1;
    } else if (passed.has(tokens[position]?.text ?? '')) position -= 1;
    else break;
  }
  return prepositions.has(tokens[position]?.text ?? '');
}

const isSite = ({ features }: Said): boolean => features.some((feature) => feature.startsWith('sites:'));
const saysNormal = ({ line }: Said): boolean => line.has('qualities:normal');

const isRelated = (one: Said, other: Said): boolean =>
  one.features.some((feature) => other.line.has(feature)) ||
  other.features.some((feature) => one.line.has(feature));

/**
 * "Swollen lips, leg normal": a head that has a site in its own phrase takes none from another, unless that says the
 * same place; nor does it take one that is said to be normal or of which something is denied ("enlarged nodes, liver not
 * felt"). The phrase of such a site is about something else, whatever it says besides: "purpura of the legs, no *palpable*
 * nodes".
 */
function keepToPhrase(
  modifiers: ReadonlyMap<number, Set<number>>,
  { said, phraseOf, denied }: Passage,
): void {
  const well = new Set([...denied, ...gather(said, (one, at) => (saysNormal(one) ? [phraseOf(at)] : []))]);
  for (const [head, own] of modifiers) {
    const sites = gather([...own], (at) => {
      const site = said[at];
      return site !== undefined && isSite(site) ? [{ at, site }] : [];
    });
    const here = sites.filter(({ at }) => phraseOf(at) === phraseOf(head));
    const isOfOther = ({ at, site }: { readonly at: number; readonly site: Said }): boolean => {
      if (phraseOf(at) === phraseOf(head)) return false;
      const isElsewhere = here.length > 0 && !here.some((known) => isRelated(known.site, site));
      return isElsewhere || well.has(phraseOf(at));
    };
    const others = new Set(sites.filter(isOfOther).map(({ at }) => phraseOf(at)));
    for (const at of [...own]) if (others.has(phraseOf(at))) own.delete(at);
  }
}

/** "Pain, swelling and redness of the knee", "left knee pain and swelling": listed heads share what is said of the list. */
function share(modifiers: ReadonlyMap<number, Set<number>>, { tokens, said, heads }: Passage): void {
  const { coordinating } = grammar();
  const isJoined = (one: number, next: number | undefined): next is number => {
    const between = next === one + 1 ? tokens.slice(said[one]?.to, said[next]?.from) : [];
    return between.length > 0 && between.every(({ text }) => coordinating.has(text));
  };
  let list: number[] = [];
  for (const [index, head] of heads.entries()) {
    list.push(head);
    if (isJoined(head, heads[index + 1])) continue;
    if (list.length > 1) shareIn(list, modifiers);
    list = [];
  }
}

function shareIn(list: readonly number[], modifiers: ReadonlyMap<number, Set<number>>): void {
  const [first = 0, last = 0] = [list[0], list[list.length - 1]];
  const said = gather(list, (head) => [...(modifiers.get(head) ?? [])]);
  for (const head of list) for (const at of said) if (at < first || at > last) modifiers.get(head)?.add(at);
}
