import { z } from 'zod';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { bySurface } from '../lexicon/phrase-dictionary';
import { type Sense } from '../model/sense';
import { type Mention } from '../resolve/mention';
import { type Sentence } from '../segment/sentences';
import { type Reading } from '../segment/reading';
import { textAt } from '../normalise/at-position';
import { type Token } from '../model/token';
import { levelAt } from './levels';
import { areJoined } from './numeric';
import { dictionaryOf, spanOf } from './words';
import { gather } from '../normalise/lists-by-key';

const rowSchema = z.strictObject({
  finding: z.string(),
  second: z.string().optional(),
  next: z.literal(true).optional(),
  exact: z.literal(true).optional(),
  tenths: z.literal(true).optional(),
  units: z.array(z.string()).optional(),
  words: z.array(z.string()),
  example: z.strictObject({ text: z.string(), value: z.number() }),
});
type Row = z.output<typeof rowSchema>;

/** A test that no finding stands for: its value is listed and says no more. */
export const OTHER_TEST = '';
const otherSchema = rowSchema.pick({ next: true, exact: true, words: true, example: true });

/** Both files of the tests that no finding stands for. */
export const OTHER_TEST_ROWS = ['en/other-tests', 'zh/other-tests'].flatMap((file) =>
  lexiconRows(file, z.array(otherSchema)).map((row): Row => ({ ...row, finding: OTHER_TEST })),
);

/** The rows of both files; each example is a test of the reader. */
export const SHORT_NAME_ROWS = ['en/vital-signs', 'zh/vital-signs'].flatMap((file) =>
  lexiconRows(file, z.array(rowSchema)),
);
const SHORT_NAMES = dictionaryOf(
  [...SHORT_NAME_ROWS, ...OTHER_TEST_ROWS].flatMap((row) =>
    row.words.map((word) => [word, { row, word }] as const),
  ),
);

/** The name of a quantity where it stands. */
export interface QuantityName {
  readonly findingId: string;
  readonly from: number;
  readonly to: number;
  /** How a vital sign or a salt is named in short. */
  readonly short?: Row;
  /** What else the same letters are short for: the pulse, or phosphate. */
  readonly orShort?: readonly Row[];
  readonly molecularWeight?: number;
  /** As in {@link QuantityRead}. */
  readonly tests?: readonly number[];
  /** Other findings that the same name stands for: the index of body mass tells who is too heavy, and who is too light. */
  readonly further?: readonly Pick<QuantityName, 'findingId' | 'tests'>[];
  /** It says a level itself: only a number behind it says more. */
  readonly isStated?: true;
}

/** "Ana", "dat": in small letters the short name of a yes-or-no test is a name or a word; "qtc" has no vowel and is neither. */
const LOOKS_LIKE_A_WORD = /^(?=.*[aeiouy])[A-Z]?[a-z]{1,3}$/;

const writtenAt = ({ tokens, source }: Reading, from: number, to: number): string =>
  source.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);

/** The findings that a name may stand for, quantities before those that a number decides. */
function namedBy(senses: readonly Sense[]): Omit<QuantityName, 'from' | 'to'>[] {
  const named = new Map<string, { molecularWeight?: number; tests?: number[] }>();
  for (const sense of senses) {
    if (sense.kind !== 'quantity') continue;
    const { findingId, molecularWeight, test } = sense;
    const tests = [...(named.get(findingId)?.tests ?? []), ...(test === undefined ? [] : [test])];
    named.set(findingId, {
      ...(molecularWeight === undefined ? {} : { molecularWeight }),
      ...(tests.length === 0 ? {} : { tests }),
    });
  }
  return [...named]
    .map(([findingId, one]) => ({ findingId, ...one }))
    .sort((a, b) => Number(a.tests !== undefined) - Number(b.tests !== undefined));
}

function namesOfVocabulary(
  reading: Reading,
  mentions: readonly Mention[],
  { findings }: CompiledVocabulary,
): QuantityName[] {
  return gather(mentions, ({ senses, form, from, to }) => {
    const named = form === 'phrase' ? namedBy(senses) : [];
    const [first, ...further] = named.filter(
      ({ findingId }) =>
        findings.get(findingId)?.domain !== 'binary' || !LOOKS_LIKE_A_WORD.test(writtenAt(reading, from, to)),
    );
    return first === undefined ? [] : [{ ...first, from, to, ...(further.length === 0 ? {} : { further }) }];
  });
}

/** "CRP raised", 血糖低: a phrase with a level in it; a number may stand behind it ("CRP raised at 120"). */
function statedNames(
  { tokens }: Reading,
  mentions: readonly Mention[],
  { findings }: CompiledVocabulary,
): QuantityName[] {
  return gather(mentions, ({ senses, form, from, to }) => {
    const state = senses.find(({ kind }) => kind === 'state');
    const hasLevel = [from, to - 1, to - 2].some(
      (at) => at >= from && levelAt(tokens, at, 'behind') !== undefined,
    );
    if (state?.kind !== 'state' || form !== 'phrase' || !hasLevel) return [];
    const isQuantity = findings.get(state.findingId)?.unit !== undefined;
    return isQuantity ? [{ findingId: state.findingId, from, to, isStated: true }] : [];
  });
}

/** "H&P: 44 yo F" is a history, and no pulse. */
const isPartOfWord = (tokens: readonly Token[], at: number): boolean =>
  textAt(tokens, at - 1) === '&' && areJoined(tokens[at - 1], tokens[at]) && tokens[at - 2]?.kind === 'word';

function shortNames(reading: Reading, sentence: Sentence, { findings }: CompiledVocabulary): QuantityName[] {
  const matches = SHORT_NAMES.matchAll(reading.tokens, bySurface, undefined, sentence.from, sentence.to);
  return gather(matches, ({ from, to, values }) => {
    const written = writtenAt(reading, from, to);
    const [short, ...orShort] = values
      .filter(({ row, word }) => row.exact !== true || word === written)
      .map(({ row }) => row)
      .filter(({ finding }) => finding === OTHER_TEST || findings.has(finding));
    return short === undefined || isPartOfWord(reading.tokens, from)
      ? []
      : [{ findingId: short.finding, from, to, short, ...(orShort.length > 0 && { orShort }) }];
  });
}

/** "Rectal temp" is a vital sign, and says as well whether the core is too hot. */
function withFurther(name: QuantityName, ofVocabulary: readonly QuantityName[]): QuantityName {
  const same = ofVocabulary.find(({ from, to }) => from === name.from && to === name.to);
  const others = same === undefined ? [] : [same, ...(same.further ?? [])];
  const further = others.filter(
    ({ findingId, tests }) => findingId !== name.findingId && tests !== undefined,
  );
  return further.length === 0 ? name : { ...name, further };
}

/** The names of quantities in a sentence, the longest where they overlap; in the order of the text. */
export function quantityNames(
  reading: Reading,
  sentence: Sentence,
  mentions: readonly Mention[],
  vocabulary: CompiledVocabulary,
): QuantityName[] {
  const short = shortNames(reading, sentence, vocabulary);
  const ofVocabulary = namesOfVocabulary(reading, mentions, vocabulary);
  const names = [
    ...short
      .filter(({ findingId }) => findingId !== OTHER_TEST)
      .map((name) => withFurther(name, ofVocabulary)),
    ...ofVocabulary,
    ...statedNames(reading, mentions, vocabulary),
    ...short.filter(({ findingId }) => findingId === OTHER_TEST),
  ].sort((a, b) => b.to - b.from - (a.to - a.from));
  const taken = new Set<number>();
  const ends = new Set(names.filter((name) => name.short === undefined).map(({ to }) => to));
  const kept = names.filter(({ from, to, short: row }) => {
    // "IOP R 38": the letter tells the side.
    const isBehindName = ends.has(from) || (textAt(reading.tokens, from - 1) === ':' && ends.has(from - 1));
    if (row?.next === true && to - from === 1 && isBehindName) return false;
    // "Urine sodium", 尿钠: not the blood's.
    if (spanOf('elsewhere', reading.tokens, from - 1) === 1) return false;
    for (let at = from; at < to; at += 1) if (taken.has(at)) return false;
    for (let at = from; at < to; at += 1) taken.add(at);
    return true;
  });
  return kept.sort((a, b) => a.from - b.from);
}
