import { type AmountLimits, type FindingRules } from '../vocabulary/finding-rules';
import { type Lookup } from '../vocabulary/stored/lookup';
import { type Mention, mentionApart } from './mention';
import { type VocabularyFinding } from '../model/vocabulary';
import { type PersonalAmount } from '../recognise/personal-amount';
import { type Duration } from '../recognise/time-expressions';
import { type PatternMatch, WordPatterns } from '../recognise/word-patterns';
import { type Sentence } from '../segment/sentences';
import { positionsBetween, textAt } from '../normalise/at-position';
import { addTo, given, gather } from '../normalise/lists-by-key';
import { type Token } from '../model/token';
import { findingsOfMedicine } from './medicines';
import { TOLD_ROWS, type ToldRow } from './told-rows';
import { type Slots, slotsOf } from './told-slots';

/** What findings are told by beside their wordings may look at. */
export interface ToldInput {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  /** Every length of time in the sentence. */
  readonly durations: readonly Duration[];
}

/** The same with what the text tells of the person. */
export interface ToldOfPerson extends ToldInput {
  readonly personalAmounts: readonly PersonalAmount[];
}

/** An amount or a finding that a pattern tells. Token positions, end exclusive. */
export interface Told {
  readonly row: ToldRow;
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

const nameOf = ({ amount, finding = '' }: ToldRow): string => amount ?? finding;
const NAMES: readonly string[] = [...new Set(TOLD_ROWS.map(nameOf))];
const OPENED_BY_WORD = new WordPatterns<ToldRow>();
const OPENED_BY_SLOT = new WordPatterns<ToldRow>();
for (const row of TOLD_ROWS)
  for (const pattern of row.words)
    (pattern.startsWith('<') ? OPENED_BY_SLOT : OPENED_BY_WORD).add(pattern, row);

/** The longest matches of each amount and finding: what one tells does not hide another. */
function matchesByName({ tokens, sentence }: ToldInput, slots: Slots): Map<string, PatternMatch<ToldRow>[]> {
  const byName = new Map<string, PatternMatch<ToldRow>[]>();
  let from = sentence.from;
  const found = (values: readonly ToldRow[], to: number): void => {
    for (const name of to > from ? values.map(nameOf) : []) {
      const last = byName.get(name)?.at(-1);
      if (last?.from === from && last.to < to) byName.get(name)?.pop();
      else if (last !== undefined && from < last.to) continue;
      addTo(byName, name, { from, to, values });
    }
  };
  for (; from < sentence.to; from += 1) {
    OPENED_BY_WORD.eachAt(tokens, from, sentence.to, slots.endOf, found);
    if (slots.fillsAny(from)) OPENED_BY_SLOT.eachAt(tokens, from, sentence.to, slots.endOf, found);
  }
  return byName;
}

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

function toldBy(name: string, match: PatternMatch<ToldRow>, slots: Slots): Told | undefined {
  const { from, to } = match;
  for (const row of match.values) {
    if (nameOf(row) !== name) continue;
    const value = valueOf(row, match, slots);
    const [low, high] = row.within ?? [-Infinity, Infinity];
    const isMeant = value !== undefined && value >= low && value <= high;
    if (!isMeant || (row.with !== undefined && !slots.has(row.with))) continue;
    if (row.unless === undefined || !slots.has(row.unless)) return { row, value, from, to };
  }
  return undefined;
}

/** Everything that the patterns of the lexicon tell in a sentence. */
export function toldIn(input: ToldInput, slots: Slots): Told[] {
  const byName = matchesByName(input, slots);
  if (byName.size === 0) return [];
  return gather(NAMES, (name) => given(byName.get(name) ?? [], (match) => toldBy(name, match, slots)));
}

/** The class of words by which a medicine is not taken: it cannot be tolerated. */
const NOT_TAKEN = 'not-taken';

const isWithin = ({ from = -Infinity, below = Infinity }: AmountLimits, value: number): boolean =>
  from <= value && value < below;

function mentionOf(from: number, to: number, findingIds: readonly string[]): Mention {
  const senses = findingIds.map((findingId) => ({ kind: 'finding' as const, findingId }));
  return { ...mentionApart(positionsBetween(from, to), { kind: 'finding', findingId: '' }), senses };
}

/**
 * A pattern with its denial in one of its words is one thing: "made no difference". What is denied in a gap is denied: "others do
 * *not* have the same".
 */
function wholeOf(findingIds: readonly string[], from: number, to: number, slots: Slots): Mention {
  const used: number[] = [];
  for (let at = from; at < to;) {
    const end = Math.min(slots.wordsEndAt(at) ?? at, to);
    used.push(...positionsBetween(at, end));
    at = Math.max(end, at + 1);
  }
  const whole = mentionOf(from, to, findingIds);
  return used.length === 0 ? whole : { ...whole, used, form: 'phrase' };
}

/** Findings that a sentence tells by an amount, a pattern or the name of a medicine. Asserted like any other mention. */
export function toldMentions(
  input: ToldOfPerson,
  { rules, findings }: { readonly rules: FindingRules; readonly findings: Lookup<VocabularyFinding> },
): Mention[] {
  const { tokens, sentence, durations } = input;
  const medicines = new Map(
    gather(positionsBetween(sentence.from, sentence.to), (at) => {
      const ids = tokens[at]?.kind === 'word' ? findingsOfMedicine(textAt(tokens, at), rules) : [];
      return ids.length === 0 ? [] : [[at, ids] as const];
    }),
  );
  const slots = slotsOf(tokens, sentence, durations, (at) => medicines.has(at));
  const decidedBy = (amount: string, value: number): string[] =>
    (rules.amounts[amount] ?? [])
      .filter((limits) => isWithin(limits, value))
      .map(({ findingId }) => findingId);
  const told = toldIn(input, slots).map(({ row: { amount = '', finding }, value, from, to }) =>
    wholeOf(finding === undefined ? decidedBy(amount, value) : [finding], from, to, slots),
  );
  const ofPerson = input.personalAmounts
    .filter(({ holds, from, to }) => holds && from >= sentence.from && to <= sentence.to)
    .map(({ amount, value, from, to }) => mentionOf(from, to, decidedBy(amount, value)));
  const taken = medicines.size === 0 || slots.has(NOT_TAKEN) ? [] : [...medicines];
  return gather(
    [...told, ...ofPerson, ...taken.map(([at, ids]) => mentionOf(at, at + 1, ids))],
    (mention) => {
      const senses = mention.senses.filter((sense) => 'findingId' in sense && findings.has(sense.findingId));
      return senses.length === 0 ? [] : [{ ...mention, senses }];
    },
  );
}
