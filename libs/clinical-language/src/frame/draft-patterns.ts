import { z } from 'zod';
import { isHeadFeature } from './frames';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { type PhraseSense, type Sense, senseKey } from '../model/sense';
import { type Atom, atomsIn, denialBeside, positionsOf } from '../recognise/atoms';
import { type ConceptIndex, phraseTokens } from '../recognise/concept-index';
import { grammar } from '../recognise/grammar';
import { addTo, byKey } from '../normalise/lists-by-key';
import { type Token } from '../model/token';
import { keyOfSlots, type KindsAbove, partPatterns, type Worded } from './part-patterns';
import { isCircumstance, type Pattern } from './pattern';

const MAX_SLOTS = 6;
const MOST_SUPPORT = 3;

/** Kinds of concept that are a finding by themselves: all others need company. */
const isFindingAlone = (feature: string): boolean => feature.startsWith('heads:');

/** Where, when and how much: nothing that is wrong. */
const MERELY = /^(?:sides|sites|degrees|times|counts):/;

/** A result is of something. */
const RESULT = /^(?:results|tests):/;

/** "The baby cannot": nothing is said that cannot be done. */
const isOfNothing = (slots: readonly string[]): boolean =>
  saysAbility(slots) &&
  slots.every((slot) => isUnknown(slot) || isCircumstance(slot) || slot.startsWith('ability:'));

const fitsTooMuch = (slots: readonly string[]): boolean =>
  slots.length > 1 &&
  !slots.some((slot) => RESULT.test(slot)) &&
  slots.filter((slot) => !isCircumstance(slot)).length < 2;
const isUnknown = (feature: string): boolean => feature.startsWith('word:');

/** "D & C", "vitamin b": a letter says something only where the others of its wording stand beside it. */
const isLetter = (feature: string): boolean => /^word:[a-z]$/.test(feature);

/** A wording with a number or a limit is told as it stands, never by its other words. */
function isLimited(tokens: readonly Token[]): boolean {
  const { limits } = grammar();
  const text = tokens.map((token) => (token.kind === 'han' ? token.text : ` ${token.text} `)).join('');
  return (
    tokens.some(({ kind }) => kind === 'number') ||
    [...limits].some((limit) => text.includes(/^[a-z]/.test(limit) ? ` ${limit} ` : limit))
  );
}

/** A wording by its concepts; one that is a single concept as a whole also by those of its parts. */
function draftsOf(wording: PhraseSense, index: ConceptIndex): Pattern[] {
  const tokens = phraseTokens(wording.phrase);
  const atoms = atomsIn(tokens, 0, tokens.length, index);
  const isOne = atoms.length === 1 && tokens.length > 1;
  const parts = isOne ? atomsIn(tokens, 0, tokens.length, index, tokens.length - 1) : [];
  const read = [draftOf(wording, tokens, atoms, index), draftOf(wording, tokens, parts, index)];
  return read.filter((pattern) => pattern !== undefined);
}

/** What can be there or not by itself, beside a mere circumstance of it. */
const IS_THING = /^(?:heads|substances|results|diseases|events|animals-and-foods):/;

/** 没肚子疼拉血: of two things that a wording tells its denial may be of one, and the other is there. */
const deniesAll = (atoms: readonly Atom[], denial: number): boolean =>
  (atoms[0]?.from ?? 0) > denial &&
  atoms.filter(({ features }) => features.some((feature) => IS_THING.test(feature))).length < 2;

/** Reads a wording by some concepts; none where they would say something else than the wording. */
function draftOf(
  { sense }: PhraseSense,
  tokens: readonly Token[],
  atoms: readonly Atom[],
  index: ConceptIndex,
): Pattern | undefined {
  if (atoms.length === 0 || isLimited(tokens)) return undefined;
  const covered = new Set(positionsOf(atoms));
  const denial = denialBeside(tokens, covered);
  if (denial >= 0 && !deniesAll(atoms, denial)) return undefined;
  const dropped = tokens.filter(
    ({ kind }, at) => kind !== 'mark' && !covered.has(at) && at !== denial,
  ).length;
  if (dropped >= (atoms.length === 1 ? 1 : atoms.length)) return undefined;
  const said = [...new Set(atoms.flatMap(({ features }) => features))];
  // "Ankle joint": what another slot is a kind of says nothing more.
  const slots = said.filter((one) => !said.some((other) => other !== one && index.above(other).has(one)));
  if (slots.length > MAX_SLOTS || slots.every((slot) => MERELY.test(slot))) return undefined;
  if (fitsTooMuch(slots) || isOfNothing(slots)) return undefined;
  if (slots.some(isLetter) && !slots.some(isHeadFeature)) return undefined;
  const alone = slots.length === 1;
  if (alone && (said.some(isUnknown) || atoms.length > said.length || !slots.every(isFindingAlone)))
    return undefined;
  return {
    slots,
    denies: denial >= 0,
    hasHead: slots.some(isHeadFeature),
    isOpposite: false,
    support: 1,
    sense,
  };
}

/** A wording read by its concepts. */
interface Draft {
  readonly pattern: Pattern;
  readonly isName: boolean;
}

const isNamed = (drafts: readonly Draft[]): boolean => drafts.some(({ isName }) => isName);

/**
 * The finding that a set of concepts tells: the one that is named so, then the one with most wordings; none where two
 * have as good a claim. One word alone tells only what is named so and has more such wordings.
 */
function settled(drafts: readonly Draft[]): Pattern[] {
  const bySense = byKey(drafts, ({ pattern }) => senseKey(pattern.sense));
  const claim = (of: readonly Draft[]): number => of.length + (isNamed(of) ? drafts.length : 0);
  const [first = [], second = []] = [...bySense.values()].sort((a, b) => claim(b) - claim(a));
  const pattern = first[0]?.pattern;
  if (pattern === undefined || claim(first) === claim(second)) return [];
  if (pattern.slots.length === 1 && (!isNamed(first) || first.length < MOST_SUPPORT)) return [];
  return [{ ...pattern, support: Math.min(first.length, MOST_SUPPORT) }];
}

const refutedRows = z.array(z.object({ finding: z.string(), concepts: z.array(z.string()) }));

/** Compositions that the pages of the knowledge base refute (`lexicon/refuted.yaml`). */
const refutedKeys = (): Set<string> =>
  new Set(
    lexiconRows('refuted', refutedRows).map(({ finding, concepts }) => `${finding} ${keyOfSlots(concepts)}`),
  );

const findingOf = (sense: Sense): string => {
  if (sense.kind === 'state') return `${sense.findingId}=${sense.state}`;
  return 'findingId' in sense ? sense.findingId : '';
};

const IMPAIRED = 'ability:impaired';

/** What says the opposite of a slot: of the concepts of results, of what one cannot do, and of pain ("calves not tender", "no pain on swallowing"). */
const OPPOSITES: ReadonlyMap<string, readonly string[]> = new Map([
  ['results:positive', ['results:negative-result']],
  ['qualities:positive', ['qualities:negative']],
  ['ability:unable', ['ability:able', 'qualities:normal']],
  [IMPAIRED, ['ability:able', 'qualities:normal']],
  ['ability:difficulty', ['qualities:normal']],
  ['heads:pain', ['qualities:painless']],
  ['heads:tenderness', ['qualities:nontender']],
]);

/** "PCR negative" of "PCR positive", "can walk" of "cannot walk": the other way round says that the finding is absent. */
function oppositesOf(pattern: Pattern): Pattern[] {
  const { slots, denies, sense, support } = pattern;
  if (denies || sense.kind !== 'finding') return [];
  if (saysAbility(slots) && (support === 1 || !isOfActs(slots) || !slots.some((slot) => IS_ACT.test(slot))))
    return [];
  return slots.flatMap((slot, at) =>
    (OPPOSITES.get(slot) ?? []).map((other) => ({
      ...pattern,
      slots: slots.with(at, other),
      hasHead: slots.with(at, other).some(isHeadFeature),
      isOpposite: true,
    })),
  );
}

const saysAbility = (slots: readonly string[]): boolean => slots.some((slot) => slot.startsWith('ability:'));

/** Nothing but an act, its place and how it is done. */
const OF_ACT = /^(?:ability|acts|functions|sites|sides):/;
const IS_ACT = /^(?:acts|functions):/;
const isOfActs = (slots: readonly string[]): boolean => slots.every((slot) => OF_ACT.test(slot));

/** "Cannot swallow" and "has trouble swallowing" are both of what is done badly or not at all. */
function ofAnyImpairment(draft: Draft, index: ConceptIndex): Draft[] {
  const slots = draft.pattern.slots.map((slot) => (index.above(slot).has(IMPAIRED) ? IMPAIRED : slot));
  if (!slots.includes(IMPAIRED) || !isOfActs(slots)) return [];
  return [{ ...draft, pattern: { ...draft.pattern, slots: [...new Set(slots)] } }];
}

/** Of how many findings wordings must be for it to mean something that no other finding has a part of them. */
const MANY_FINDINGS = 300;

const isComposed = ({ sense }: PhraseSense): boolean => sense.kind === 'finding' || sense.kind === 'state';

/** Wordings of findings, and what is known of the findings. */
interface Wordings {
  /** Each is a pattern by itself. */
  readonly named: readonly PhraseSense[];
  /** These tell only by what they have in common with others. */
  readonly heard: readonly PhraseSense[];
  readonly above: KindsAbove;
}

/**
 * The patterns of all wordings of findings and of their states, by the rarest of their features. Names of diseases and
 * phrases of normality are told as they stand.
 */
export function draftPatterns(
  { named, heard, above }: Wordings,
  index: ConceptIndex,
): Map<string, Pattern[]> {
  const bySlots = new Map<string, Draft[]>();
  const drafted: Worded[] = [];
  for (const each of named)
    for (const pattern of isComposed(each) ? draftsOf(each, index) : []) {
      drafted.push({ ...pattern, isName: each.isName === true });
      const draft = { pattern, isName: each.isName === true };
      for (const one of [draft, ...ofAnyImpairment(draft, index)])
        addTo(bySlots, `${one.pattern.denies ? '!' : ''}${keyOfSlots(one.pattern.slots)}`, one);
    }
  const refuted = refutedKeys();
  const isLeft = ({ sense, slots }: Pattern): boolean =>
    !refuted.has(`${findingOf(sense)} ${keyOfSlots(slots)}`);
  const told = [...bySlots.values()].flatMap(settled).filter(isLeft);
  const opposites = told
    .flatMap(oppositesOf)
    .filter((one) => isLeft(one) && !bySlots.has(keyOfSlots(one.slots)));
  const others = heard.flatMap((each) => (isComposed(each) ? draftsOf(each, index) : []));
  const wordings = [...drafted, ...others];
  const isMany = new Set(wordings.map(({ sense }) => findingOf(sense))).size >= MANY_FINDINGS;
  const parts = (isMany ? partPatterns(wordings, bySlots, above) : [])
    .map((part) => ({ ...part, hasHead: part.slots.some(isHeadFeature) }))
    .filter(isLeft);
  const patterns = [...told, ...opposites, ...parts];
  const frequency = new Map<string, number>();
  for (const { slots } of patterns)
    for (const slot of slots) frequency.set(slot, (frequency.get(slot) ?? 0) + 1);
  return byKey(patterns, ({ slots }) =>
    slots.reduce((a, b) => ((frequency.get(b) ?? 0) < (frequency.get(a) ?? 0) ? b : a)),
  );
}
