import { firstBehind, type Frame, type Frames, framesIn, isHeadFeature, type Said } from '../frame/frames';
import { type Mention } from './mention';
import { type Atom, positionsOf } from '../recognise/atoms';
import { addTo, gather, given } from '../normalise/lists-by-key';
import { senseKey } from '../model/sense';
import { type Stretch, type Token } from '../model/token';
import { type Composition, isCircumstance, type Pattern, type PatternIndex } from '../frame/pattern';

/** How far apart the parts of a pattern without a head may stand: two parts, and more for each further one. */
const REACH = 1;
const REACH_MORE = 0.5;
/** How far a second head may stand from the first. */
const REACH_HEAD = 1.7;

/** A pattern that is filled, and the atoms that fill it, in order. */
interface Filled {
  readonly pattern: Pattern;
  readonly used: readonly number[];
  readonly enumerates?: boolean;
}

interface Weighed extends Filled {
  /** How much more general the pattern is than what is said. */
  readonly general: number;
}

/**
 * Finds what each sentence says in the words of the lexicon: the most special patterns that its frames fill.
 *
 * @param atoms of each sentence
 */
export function compose(
  tokens: readonly Token[],
  sentences: readonly Stretch[],
  atoms: readonly (readonly Atom[])[],
  { concepts, patterns }: Composition,
): Mention[][] {
  return sentences
    .map(({ from, to }, index) => framesIn(tokens, from, to, atoms[index] ?? [], concepts))
    .map((frames) => ({
      frames,
      filled: filledBy(frames, patterns).filter(
        (one) => isOwnAbility(one, frames) && isWholeIfWell(one, frames) && isOwnPlaceIfPainless(one, frames),
      ),
    }))
    .map(({ frames, filled }) => ({ frames, told: ofActsDone(mostSpecial(filled, frames), frames) }))
    .map(({ frames, told }) => told.map((one) => mentionOf(one, frames)));
}

/** The patterns that the frames of a sentence fill. */
function filledBy(frames: Frames, patterns: PatternIndex): Filled[] {
  const everywhere = placesOf(frames, frames.said.keys());
  const places = placesByHead(frames);
  return gather(patterns.among(everywhere.keys()), (pattern) =>
    fillings(pattern, frames, everywhere, places).map((used) => ({ pattern, used })),
  );
}

const IS_ACT = /^(?:acts|functions):/;
const isAbility = (slot: string): boolean => slot.startsWith('ability:');

/** "Will not drink, cannot stand": what one word says that one cannot do lends its "cannot" to nothing else. */
const isOwnAbility = ({ pattern, used }: Filled, { said }: Frames): boolean =>
  !pattern.slots.some(isAbility) ||
  used.every((at) => {
    const atom = said[at];
    const isActed = atom !== undefined && atom.features.length > 1 && atom.features.some(isAbility);
    return !isActed || pattern.slots.some((slot) => !isAbility(slot) && atom.line.has(slot));
  });

/** "Knee pain, will not walk": an act that is not done is no circumstance of anything else. */
function ofActsDone(told: readonly Filled[], { said }: Frames): readonly Filled[] {
  const isAct = (at: number): boolean => said[at]?.features.some((feature) => IS_ACT.test(feature)) === true;
  const ofAbility = told.filter(({ pattern }) => pattern.slots.some(isAbility));
  const acts = new Set(gather(ofAbility, ({ used }) => used.filter(isAct)));
  return acts.size === 0
    ? told
    : told.filter((one) => ofAbility.includes(one) || !one.used.some((at) => acts.has(at)));
}

const MERE_PLACE = /^(?:sites|sides):/;

/** "Can walk" denies nothing in "can walk only with two sticks": that one can do something is all that its phrase says. */
function isWholeIfWell({ pattern, used }: Filled, { said, phraseOf, isLimited }: Frames): boolean {
  if (!pattern.isOpposite || !pattern.slots.some((slot) => IS_ACT.test(slot))) return true;
  const phrases = new Set(used.map(phraseOf));
  return said.every(
    ({ features, line }, at) =>
      !phrases.has(phraseOf(at)) ||
      (!isLimited(phraseOf(at)) &&
        (used.includes(at) ||
          line.has('ability:able') ||
          features.every((feature) => MERE_PLACE.test(feature)))),
  );
}

const PLACE = /^(?:sites|functions|acts):/;
const isPainless = (slot: string): boolean => slot === 'qualities:painless' || slot === 'qualities:nontender';

/** 尿的时候烧，腰不痛: a phrase that names a place of its own says of no other that it does not hurt. */
function isOwnPlaceIfPainless({ pattern, used }: Filled, { said, phraseOf }: Frames): boolean {
  if (!pattern.isOpposite || !pattern.slots.some(isPainless)) return true;
  const phrases = new Set(used.filter((at) => said[at]?.features.some(isPainless)).map(phraseOf));
  if (used.every((at) => phrases.has(phraseOf(at)))) return true;
  return said.every(
    ({ features }, at) =>
      used.includes(at) || !phrases.has(phraseOf(at)) || !features.some((feature) => PLACE.test(feature)),
  );
}

/** Where each feature is said, as indices of atoms. */
type Places = ReadonlyMap<string, readonly number[]>;

function placesOf({ said }: Frames, atoms: Iterable<number>): Places {
  const places = new Map<string, number[]>();
  for (const at of atoms) for (const feature of said[at]?.line.keys() ?? []) addTo(places, feature, at);
  return places;
}

/** What is said of a head, and the heads beside it. */
function placesOfFrame(frames: Frames, { head, modifiers }: Frame, index: number): Places {
  const isBeside = (other: Frame | undefined): boolean =>
    other !== undefined && frames.distance(head, other.head) <= REACH_HEAD;
  let [from, to] = [index, index + 1];
  while (isBeside(frames.frames[from - 1])) from -= 1;
  while (isBeside(frames.frames[to])) to += 1;
  const beside = gather(frames.frames.slice(from, to), (other) => (other.head === head ? [] : [other.head]));
  return placesOf(frames, [head, ...modifiers, ...beside]);
}

/** The places of the frame of a head, worked out when a pattern asks for them. */
type PlacesByHead = (head: number) => Places | undefined;

function placesByHead(frames: Frames): PlacesByHead {
  const indices = new Map(frames.frames.map(({ head }, index) => [head, index]));
  const known = new Map<number, Places>();
  return (head) => {
    const index = indices.get(head) ?? -1;
    const frame = frames.frames[index];
    if (frame === undefined) return undefined;
    const places = known.get(head) ?? placesOfFrame(frames, frame, index);
    known.set(head, places);
    return places;
  };
}

function fillings(
  pattern: Pattern,
  frames: Frames,
  everywhere: Places,
  placesOfHead: PlacesByHead,
): number[][] {
  const [only = '', ...more] = pattern.slots;
  if (more.length === 0) return alone(only, frames, everywhere);
  return pattern.hasHead
    ? inFrames(pattern, frames, everywhere, placesOfHead)
    : inClause(pattern, everywhere, frames);
}

/** A concept that is a finding by itself is told by its own words, not by those of a more special one. */
const alone = (slot: string, { said }: Frames, everywhere: Places): number[][] =>
  gather(everywhere.get(slot) ?? [], (at) => {
    const features = said[at]?.features ?? [];
    return features.length === 1 && features[0] === slot ? [[at]] : [];
  });

const inOrder = (used: Iterable<number>): number[] => [...new Set(used)].sort((a, b) => a - b);

/** The nearest atom that says each slot, if every slot has one. */
function nearest(
  slots: readonly string[],
  places: Places,
  distanceTo: (at: number) => number,
): number[] | undefined {
  const used: number[] = [];
  for (const slot of slots) {
    const options = places.get(slot);
    if (options === undefined) return undefined;
    used.push(options.reduce((best, at) => (distanceTo(at) < distanceTo(best) ? at : best)));
  }
  return used;
}

function inFrames(
  { slots }: Pattern,
  frames: Frames,
  everywhere: Places,
  placesOfHead: PlacesByHead,
): number[][] {
  const found: number[][] = [];
  const heads = gather(slots, (slot) => (isHeadFeature(slot) ? (everywhere.get(slot) ?? []) : []));
  for (const head of inOrder(heads)) {
    const places = placesOfHead(head);
    if (places === undefined) continue;
    const line = frames.said[head]?.line;
    const rest = slots.filter((slot) => line?.has(slot) !== true);
    const others = nearest(rest, places, (at) => Math.abs(at - head));
    if (others === undefined) continue;
    const used = inOrder([head, ...others]);
    if (isTold(used, slots, frames)) found.push(used);
  }
  return found;
}

/** Of atoms in the order of the text the one that stands nearest to another; of two the first. */
function nearestTo(start: number, options: readonly number[], { distance }: Frames): number {
  const next = firstBehind(options, start);
  const [before = options[next], after = before] = [options[next - 1], options[next]];
  if (before === undefined || after === undefined) return start;
  return distance(start, before) <= distance(start, after) ? before : after;
}

function inClause({ slots }: Pattern, places: Places, frames: Frames): number[][] {
  const count = (slot: string): number => places.get(slot)?.length ?? 0;
  const [anchor = '', ...rest] = [...slots].sort((a, b) => count(a) - count(b));
  const reach = REACH + REACH_MORE * (slots.length - 2);
  const found: number[][] = [];
  for (const start of places.get(anchor) ?? []) {
    const others = rest.map((slot) => nearestTo(start, places.get(slot) ?? [], frames));
    const used = inOrder([start, ...others]);
    const isNear = frames.distance(used[0] ?? start, used.at(-1) ?? start) <= reach;
    if (isNear && isTold(used, slots, frames)) found.push(used);
  }
  return found;
}

/**
 * Whether as many words say it as the wording has concepts; one word says several only where the lexicon says so, and
 * never all of them.
 */
const isTold = (used: readonly number[], slots: readonly string[], { said }: Frames): boolean =>
  used.length > 1 && used.reduce((sum, at) => sum + (said[at]?.features.length ?? 0), 0) >= slots.length;

/** How much more general a pattern is than what is said: "face" of an eyelid. */
const generality = ({ pattern, used }: Filled, { said }: Frames): number =>
  pattern.slots.reduce(
    (sum, slot) => sum + Math.min(...used.map((at) => said[at]?.line.get(slot) ?? Infinity)),
    0,
  );

/** How general a wording may be: of two words only one that many wordings say, of more than two a little. */
const mayBeGeneral = ({ slots, support }: Pattern): number => {
  if (slots.filter((slot) => !isCircumstance(slot)).length > 2) return 2;
  return support > 2 ? 1 : 0;
};

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((at, index) => other[index] === at);

const isWithin = (one: readonly number[], other: readonly number[]): boolean =>
  one.length < other.length && one.every((at) => other.includes(at));

/**
 * Those that only list what tells the same finding one by one: "pain in the knees and ankles" of joints, "red, painful" of a red eye.
 */
function enumerating(
  told: readonly Weighed[],
  filled: readonly Filled[],
  { listOf }: Frames,
): ReadonlySet<Weighed> {
  const listedOf = ({ used }: Filled): number[] => used.filter((at) => listOf(at) !== undefined);
  const byFinding = new Map<string, Filled[]>();
  for (const one of filled)
    if (listedOf(one).length === 1) addTo(byFinding, senseKey(one.pattern.sense), one);
  const isToldByOne = (whole: Weighed): boolean =>
    listedOf(whole).length > 1 &&
    byFinding.get(senseKey(whole.pattern.sense))?.some((one) => isWithin(one.used, whole.used)) === true;
  return new Set(told.filter(isToldByOne));
}

/** A pattern gives way to one that tells more of the same words, unless that merely lists, and to one that is nearer to what they say. */
function mostSpecial(filled: readonly Filled[], frames: Frames): Filled[] {
  const told = filled
    .map((one): Weighed => ({ pattern: one.pattern, used: one.used, general: generality(one, frames) }))
    .filter(({ general, pattern }) => general <= mayBeGeneral(pattern));
  const lists = enumerating(told, filled, frames);
  const byAtom = new Map<number, Weighed[]>();
  for (const one of told) for (const at of one.used) addTo(byAtom, at, one);
  return told
    .filter(
      (one) =>
        !byAtom
          .get(one.used[0] ?? 0)
          ?.some(
            (other) =>
              (isWithin(one.used, other.used) && other.general <= one.general && !lists.has(other)) ||
              (isSame(one.used, other.used) && other.general < one.general),
          ),
    )
    .map((one) => (lists.has(one) ? { ...one, enumerates: true } : one));
}

/** Whether a pattern tells all that an atom says: "not palpable" says that something cannot be, besides what. */
const isTellingAllOf = (atom: Said | undefined, { slots }: Pattern): boolean =>
  atom !== undefined && slots.filter((slot) => atom.line.has(slot)).length >= atom.features.length;

function mentionOf({ pattern, used: atoms, enumerates = false }: Filled, { said }: Frames): Mention {
  const tokensOf = (which: readonly number[]): number[] => positionsOf(given(which, (at) => said[at]));
  const used = tokensOf(atoms);
  const core = tokensOf(atoms.filter((at) => said[at]?.features.every(isCircumstance) !== true));
  const saysMore = (feature: string): boolean => !isCircumstance(feature) && !MERE_PLACE.test(feature);
  const saying = tokensOf(atoms.filter((at) => said[at]?.features.some(saysMore) === true));
  // "No pain radiating to the arm or jaw": its denial is one of whatever else is said behind it
  const own = pattern.isOpposite ? [] : tokensOf(atoms.filter((at) => isTellingAllOf(said[at], pattern)));
  const from = used[0] ?? 0;
  const mention = {
    senses: [pattern.sense],
    from,
    to: (used.at(-1) ?? from) + 1,
    used,
    core,
    saying,
    own,
    enumerates,
    form: 'apart' as const,
  };
  if (pattern.isOpposite) return { ...mention, isOpposite: true };
  return pattern.denies ? { ...mention, denies: true } : mention;
}
