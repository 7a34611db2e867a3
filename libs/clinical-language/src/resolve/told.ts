import { type AmountLimits, type FindingRules } from '../vocabulary/finding-rules';
import { type Lookup } from '../vocabulary/stored/lookup';
import { type Mention, mentionApart } from './mention';
import { type VocabularyFinding } from '../model/vocabulary';
import { type Duration } from '../recognise/time-expressions';
import { type PatternMatch, WordPatterns } from '../recognise/word-patterns';
import { type Sentence } from '../segment/sentences';
import { positionsBetween, textAt } from '../normalise/at-position';
import { type Stretch, type Token } from '../model/token';
import { findingsOfMedicine } from './medicines';
import { TOLD_ROWS, type ToldRow } from './told-rows';
import { type Slots, slotsOf } from './told-slots';

/** What findings are told by beside their wordings may look at. */
export interface ToldInput {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  /** Every length of time in the sentence. */
  readonly durations: readonly Duration[];
  /** What the vocabulary found in the sentence. */
  readonly mentions: readonly Mention[];
  /** The words by which the sentence tells of delusions. */
  readonly delusions: readonly Stretch[];
}

/** An amount or a finding that a pattern tells. Token positions, end exclusive. */
export interface Told {
  readonly row: ToldRow;
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** The patterns of one amount, so that what one tells does not hide another. */
const PATTERNS: readonly WordPatterns<ToldRow>[] = [
  ...TOLD_ROWS.reduce((byName, row) => {
    const name = row.amount ?? row.finding ?? '';
    const patterns = byName.get(name) ?? new WordPatterns<ToldRow>();
    row.words.forEach((pattern) => patterns.add(pattern, row));
    return byName.set(name, patterns);
  }, new Map<string, WordPatterns<ToldRow>>()).values(),
];

/** The value of a match: the first number of its slot, or the step from it to the second. */
function valueOf(
  { of, value, times, change }: ToldRow,
  { from, to }: PatternMatch<ToldRow>,
  slots: Slots,
): number | undefined {
  if (of === undefined) return value ?? 0;
  const values: number[] = [];
  for (let at = from; at < to;) {
    const amount = slots.amountAt(of, at);
    if (amount !== undefined) values.push(amount.value);
    at = amount?.to ?? at + 1;
  }
  const [first, second] = values;
  if (first === undefined) return undefined;
  if (change !== true) return first * times;
  return second === undefined ? undefined : second - first;
}

function toldBy(match: PatternMatch<ToldRow>, slots: Slots): Told | undefined {
  const { from, to } = match;
  for (const row of match.values) {
    const value = valueOf(row, match, slots);
    const [low, high] = row.within ?? [-Infinity, Infinity];
    const isMeant = value !== undefined && value >= low && value <= high;
    if (!isMeant || (row.with !== undefined && !slots.has(row.with))) continue;
    if (row.unless === undefined || !slots.has(row.unless)) return { row, value, from, to };
  }
  return undefined;
}

/** Everything that the patterns of the lexicon tell in a sentence. */
export function toldIn({ tokens, sentence }: ToldInput, slots: Slots): Told[] {
  return PATTERNS.flatMap((patterns) =>
    patterns
      .matchAll(tokens, sentence.from, sentence.to, (slot, at) => slots.endOf(slot, at))
      .flatMap((match) => toldBy(match, slots) ?? []),
  );
}

/** The class of words by which a medicine is not taken: it cannot be tolerated. */
const NOT_TAKEN = 'not-taken';

const isWithin = ({ from = -Infinity, below = Infinity }: AmountLimits, value: number): boolean =>
  from <= value && value < below;

function mentionOf(from: number, to: number, findingIds: readonly string[]): Mention {
  const senses = findingIds.map((findingId) => ({ kind: 'finding' as const, findingId }));
  return { ...mentionApart(positionsBetween(from, to), { kind: 'finding', findingId: '' }), senses };
}

/** "No history of trauma or surgery": what a phrase for several findings holds is said by that phrase. */
function isSaidByPanel({ used }: Mention, mentions: readonly Mention[]): boolean {
  const panels = mentions.filter(({ senses }) => senses.some(({ kind }) => kind === 'panel'));
  return panels.length > 0 && used.every((position) => panels.some((panel) => panel.used.includes(position)));
}

/** What a phrase of its own says in full ("bowel frequency") is not told again by one of its words. */
const isSaidInFull = (from: number, to: number, mentions: readonly Mention[]): boolean =>
  mentions.some(({ used }) => positionsBetween(from, to).every((position) => used.includes(position)));

/** Findings that a sentence tells by an amount, a pattern, the name of a medicine or a delusion. Asserted like any other mention. */
export function toldMentions(
  input: ToldInput,
  { rules, findings }: { readonly rules: FindingRules; readonly findings: Lookup<VocabularyFinding> },
): Mention[] {
  const { tokens, sentence, durations, mentions, delusions } = input;
  const medicines = new Map(
    positionsBetween(sentence.from, sentence.to).flatMap((at) => {
      const ids = tokens[at]?.kind === 'word' ? findingsOfMedicine(textAt(tokens, at), rules) : [];
      return ids.length === 0 ? [] : [[at, ids] as const];
    }),
  );
  const slots = slotsOf(tokens, sentence, durations, (at) => medicines.has(at));
  const told = toldIn(input, slots).flatMap(({ row: { amount = '', finding }, value, from, to }) => {
    if (finding !== undefined) return isSaidInFull(from, to, mentions) ? [] : mentionOf(from, to, [finding]);
    const decided = (rules.amounts[amount] ?? []).filter((limits) => isWithin(limits, value));
    return mentionOf(
      from,
      to,
      decided.map(({ findingId }) => findingId),
    );
  });
  const taken = medicines.size === 0 || slots.has(NOT_TAKEN) ? [] : [...medicines];
  const believed = delusions.flatMap(({ from, to }) =>
    rules.roles.delusion === undefined ? [] : [mentionOf(from, to, [rules.roles.delusion])],
  );
  return [...told, ...taken.map(([at, ids]) => mentionOf(at, at + 1, ids)), ...believed].flatMap(
    (mention) => {
      const senses = mention.senses.filter((sense) => 'findingId' in sense && findings.has(sense.findingId));
      return senses.length === 0 || isSaidByPanel(mention, mentions) ? [] : [{ ...mention, senses }];
    },
  );
}
