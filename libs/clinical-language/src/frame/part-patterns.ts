import { addTo } from '../normalise/lists-by-key';
import { type Sense, senseKey } from '../model/sense';
import { isCircumstance, type Pattern } from './pattern';

/** What a finding is a kind of, nearest first, itself left out. */
export type KindsAbove = (findingId: string) => readonly string[];

/** What a wording says, by its concepts. */
export interface Worded extends Pick<Pattern, 'slots' | 'denies' | 'sense'> {
  /** Whether it is the finding's name. */
  readonly isName?: boolean;
}

/** How many wordings of a finding must share a part before it tells the finding: more of two concepts than of several. */
const ENOUGH_PAIR = 3;
const ENOUGH = 2;

/** How many more concepts a wording may have than the part of it that tells. */
const MOST_LEFT_OUT = 2;

/** What turns the meaning of the others round, or what they are about: a wording says something else without it. */
export const NEVER_LEFT_OUT =
  /^(?:ability|results|tests|drugs|diseases):|^qualities:(?:normal|abnormal|negative|positive|increased|raised|reduced|low|absent|painless)$/;

/** Says where, when, how much or like what, or is a word that the lexicon has not. */
const isBare = (slot: string): boolean =>
  isCircumstance(slot) || /^(?:sites|word|comparisons|objects):/.test(slot);

/** When, after what, by which test, or whose: what makes a finding with that in its name this one and no other. */
const isContext = (slot: string): boolean => /^(?:times|events|tests|jobs-and-places|word):/.test(slot);

const isHead = (slot: string): boolean => slot.startsWith('heads:');
const isOwnMark = (slot: string): boolean => !isCircumstance(slot) && !/^(?:sites|heads):/.test(slot);

export const keyOfSlots = (slots: readonly string[]): string => [...slots].sort().join(' ');

/** What came out of a test or an examination: without it a wording tells that it was done. */
const RESULT_OF_TEST = /^(?:qualities|heads):/;

const mayBeLeftOut = (slot: string, slots: readonly string[]): boolean =>
  !NEVER_LEFT_OUT.test(slot) &&
  !(RESULT_OF_TEST.test(slot) && slots.some((other) => other.startsWith('tests:')));

/** A wording without so many of its concepts, in every way. */
function without(slots: readonly string[], leftOut: number): (readonly string[])[] {
  if (leftOut === 0) return [slots];
  return slots.flatMap((slot, at) =>
    mayBeLeftOut(slot, slots) ? without(slots.toSpliced(at, 1), leftOut - 1) : [],
  );
}

/**
 * Whether a part says enough by itself. One complaint and its place are that complaint, and never a special kind of it.
 */
const canTell = (part: readonly string[]): boolean =>
  part.filter((slot) => !isCircumstance(slot)).length >= 2 &&
  part.some((slot) => !isBare(slot)) &&
  (part.some(isOwnMark) || part.filter(isHead).length > 1);

/** Parts of wordings that are parts of enough of them. */
function sharedParts(wordings: readonly Worded[]): (readonly string[])[] {
  const parts = new Map<string, { readonly slots: readonly string[]; readonly of: Set<number> }>();
  for (const [number, { slots }] of wordings.entries())
    for (let leftOut = 1; leftOut <= MOST_LEFT_OUT && slots.length - leftOut >= 2; leftOut += 1)
      for (const some of without(slots, leftOut)) {
        if (!canTell(some)) continue;
        const key = keyOfSlots(some);
        const part = parts.get(key) ?? { slots: some, of: new Set() };
        parts.set(key, part);
        part.of.add(number);
      }
  return [...parts.values()]
    .filter(({ slots, of }) => of.size >= (slots.length === 2 ? ENOUGH_PAIR : ENOUGH))
    .map(({ slots }) => slots);
}

/** By finding, the contexts that each of its names tells: a part that has none of them whole tells something more general. */
function contextsOf(wordings: readonly Worded[]): Map<string, (readonly string[])[]> {
  const contexts = new Map<string, (readonly string[])[]>();
  for (const { isName = false, sense, slots } of wordings)
    if (isName) addTo(contexts, findingOf(sense), slots.filter(isContext));
  return contexts;
}

const findingOf = (sense: Sense): string => ('findingId' in sense ? sense.findingId : '');

/** The sense that all others are a kind of, if there is one. */
const mostGeneral = (senses: readonly Sense[], above: KindsAbove): Sense | undefined =>
  senses.find((one) =>
    senses.every(
      (other) => findingOf(other) === findingOf(one) || above(findingOf(other)).includes(findingOf(one)),
    ),
  );

/**
 * What several wordings of a finding have in common, and no wording of any other finding has, tells it as well: of
 * "wakes at night gasping", "gasps in his sleep" and "gasping wakes her at night" it is the gasping in sleep. Where only
 * kinds of one finding have it, it tells that one.
 *
 * @param known keys of the concepts of which it is settled what they tell
 */
export function partPatterns(
  wordings: readonly Worded[],
  known: { has(key: string): boolean },
  above: KindsAbove,
): Omit<Pattern, 'hasHead'>[] {
  const affirmed = wordings.filter(({ denies }) => !denies);
  const contexts = contextsOf(affirmed);
  const keepsContext = (sense: Sense, slots: readonly string[]): boolean =>
    contexts.get(findingOf(sense))?.some((context) => context.every((slot) => slots.includes(slot))) ?? true;
  const having = new Map<string, Worded[]>();
  for (const worded of affirmed) for (const slot of worded.slots) addTo(having, slot, worded);
  const saying = (slots: readonly string[]): Worded[] => {
    const [rarest = []] = slots.map((slot) => having.get(slot) ?? []).sort((a, b) => a.length - b.length);
    return rarest.filter((one) => slots.every((slot) => one.slots.includes(slot)));
  };
  return sharedParts(affirmed).flatMap((slots) => {
    if (known.has(keyOfSlots(slots))) return [];
    const senses = new Map(saying(slots).map(({ sense }) => [senseKey(sense), sense]));
    const sense = mostGeneral([...senses.values()], above);
    if (sense?.kind !== 'finding' || !keepsContext(sense, slots)) return [];
    return [{ slots, denies: false, isOpposite: false, support: 1, sense }];
  });
}
