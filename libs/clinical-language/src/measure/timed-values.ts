import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { bySurface } from '../lexicon/phrase-dictionary';
import { type Stretch } from '../model/token';
import { type VocabularyFinding } from '../model/vocabulary';
import { positionsBetween } from '../normalise/at-position';
import { gather, given } from '../normalise/lists-by-key';
import { type Duration } from '../recognise/time-expressions';
import { type Reading } from '../segment/reading';
import { type Sentence } from '../segment/sentences';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type NumericRead, numericAt } from './numeric';
import { type QuantityRead } from './quantity-read';
import { isPlain } from './read-series';
import { convert } from './units';
import { dictionaryOf, spanOf } from './words';

const fileSchema = z.strictObject({
  fasting: z.array(z.string()),
  at: z.array(z.string()),
  tests: z.array(
    z.strictObject({
      names: z.array(z.string()),
      values: z.array(
        z.strictObject({ minutes: z.number(), finding: z.string(), name: z.string().optional() }),
      ),
      examples: z.array(z.strictObject({ text: z.string(), values: z.array(z.number()) })),
    }),
  ),
});

/** The tests that are told by time; their examples are tests of the reader. */
export const TIMED_TESTS = lexiconRows('timed-tests', fileSchema);
type TimedTest = (typeof TIMED_TESTS.tests)[number];
type TimedValue = TimedTest['values'][number];

const NAMES = dictionaryOf(
  TIMED_TESTS.tests.flatMap((test) => test.names.map((name) => [name, test] as const)),
);
const FASTING = dictionaryOf(TIMED_TESTS.fasting.map((word) => [word, true] as const));
const AT = dictionaryOf(TIMED_TESTS.at.map((word) => [word, true] as const));

const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;
/** So many words may stand between the name and what is told first, and between a time and its value. */
const [MOST_BEHIND_NAME, MOST_BETWEEN] = [12, 3];

const minutesOf = ({ days }: Duration): number => Math.round(days * MINUTES_PER_DAY);

/** Minutes behind the start of the test. */
interface Label extends Stretch {
  readonly minutes: number;
}
interface Value extends Stretch {
  readonly numeric: NumericRead;
}

/** Times or values that stand together behind the name of a test. */
type Run = readonly Label[] | readonly Value[];

const isLabels = (run: Run): run is readonly Label[] => run[0] !== undefined && 'minutes' in run[0];

/** The times of a sentence by where they begin, and the tokens that they take. */
interface TimesTold {
  readonly beginning: ReadonlyMap<number, Duration>;
  readonly ending: ReadonlyMap<number, Duration>;
  readonly taken: ReadonlySet<number>;
}

const timesTold = (durations: readonly Duration[]): TimesTold => ({
  beginning: new Map(durations.map((time) => [time.from, time])),
  ending: new Map(durations.map((time) => [time.to, time])),
  taken: new Set(gather(durations, ({ from, to }) => positionsBetween(from, to))),
});

/** Reads the times and values behind the name of one test. */
class TimedReader {
  private lastUnit = 1;

  constructor(
    private readonly reading: Reading,
    private readonly times: TimesTold,
    private readonly test: TimedTest,
    private readonly isValue: (numeric: NumericRead) => boolean,
  ) {}

  /** Reads around a name: "*1 min* Apgar *3, 5 min 6*". */
  around({ from, to }: Stretch, end: number): readonly Run[] {
    const before = this.times.ending.get(from);
    const isBefore = before !== undefined && this.isTimeOfTest(minutesOf(before));
    const runs: (Label[] | Value[])[] = isBefore ? [this.timed(before.from, [], before)] : [];
    let between = 0;
    for (let at = to; at < end && between <= (runs.length === 0 ? MOST_BEHIND_NAME : MOST_BETWEEN);) {
      const labels = this.labelsAt(at, end);
      const value = labels.length === 0 ? this.valueAt(at) : undefined;
      const read = labels.length > 0 ? labels : value === undefined ? [] : [value];
      const last = runs.at(-1);
      if (read.length === 0) between += this.reading.tokens[at]?.kind === 'mark' ? 0 : 1;
      else if (last === undefined || isLabels(last) !== labels.length > 0)
        runs.push(read as Label[] | Value[]);
      else (last as Stretch[]).push(...read);
      if (read.length > 0) between = 0;
      at = read.at(-1)?.to ?? at + 1;
    }
    return runs;
  }

  private valueAt(at: number): Value | undefined {
    const { tokens } = this.reading;
    // 5.4-10.6-8.9: no signs
    const isBetween = tokens[at]?.text === '-' && tokens[at - 1]?.kind === 'number';
    const numeric = isBetween || this.times.taken.has(at) ? undefined : numericAt(this.reading, at);
    return numeric !== undefined && isPlain(numeric) && this.isValue(numeric)
      ? { numeric, from: at, to: numeric.to }
      : undefined;
  }

  /** "Fasting", "2-hour", "at 5", "1, 5 and 10 min". */
  private labelsAt(at: number, end: number): Label[] {
    const { tokens } = this.reading;
    const fasting = FASTING.longestAt(tokens, at, bySurface)?.to;
    if (fasting !== undefined) return [{ minutes: 0, from: at, to: fasting }];
    const lead = AT.longestAt(tokens, at, bySurface)?.to ?? at;
    const numbers: Stretch[] = [];
    let next = lead;
    while (next < end) {
      const time = this.times.beginning.get(next);
      if (time !== undefined) return this.isTimeOfTest(minutesOf(time)) ? this.timed(at, numbers, time) : [];
      const told = Number(tokens[next]?.text);
      if (!this.isTimeOfTest(told) && !this.isTimeOfTest(told * MINUTES_PER_HOUR)) break;
      numbers.push({ from: next, to: next + 1 });
      next += 1;
      const joint = spanOf('and', tokens, next);
      if (joint === 0) break;
      next += joint;
    }
    const [only] = numbers;
    return lead > at && only !== undefined
      ? [{ minutes: Number(tokens[only.from]?.text) * this.lastUnit, from: at, to: only.to }]
      : [];
  }

  private isTimeOfTest(minutes: number): boolean {
    return this.test.values.some((value) => value.minutes === minutes);
  }

  /** Times of which the last has the unit of all. */
  private timed(from: number, numbers: readonly Stretch[], time: Duration): Label[] {
    const { from: last, to } = time;
    const minutes = minutesOf(time);
    this.lastUnit = minutes / (Number(this.reading.tokens[last]?.text) || minutes || 1);
    const before = numbers.map((number): Label => {
      const told = Number(this.reading.tokens[number.from]?.text);
      return { minutes: told * this.lastUnit, from: number.from, to: number.to };
    });
    return [...before, { minutes, from: numbers.length === 0 ? from : last, to }];
  }
}

/** A value with its time, and where both end. */
interface Timed {
  readonly value: Value;
  readonly minutes: number;
  readonly end: number;
}

/** Values without a time of their own, in the order of the test. */
const inOrder = (told: readonly Value[], values: readonly TimedValue[], end?: number): Timed[] =>
  told.map((value, at) => ({
    value,
    minutes: values[at]?.minutes ?? 0,
    end: at === told.length - 1 ? (end ?? value.to) : value.to,
  }));

/** Each value with its time: a run of the ones beside a run of the others, as many of each; without any time in the order of the test. */
function pairsOf(runs: readonly Run[], { values }: TimedTest): Timed[] {
  const [first, second] = runs;
  // 5.4-10.6-8.9, and 5.4-10.6-8.9（空腹-1h-2h）
  if (
    first !== undefined &&
    !isLabels(first) &&
    first.length === values.length &&
    second?.length !== first.length
  )
    return inOrder(first, values, second?.at(-1)?.to);
  return gather(runs, (run, at) => {
    const other = runs[at + 1];
    if (at % 2 === 1 || other === undefined || run.length !== other.length) return [];
    const [labels, told] = isLabels(run) ? [run, other as Value[]] : [other as Label[], run];
    return told.map((value, place): Timed => {
      const end = place === told.length - 1 ? (other.at(-1)?.to ?? value.to) : value.to;
      return { value, minutes: labels[place]?.minutes ?? 0, end };
    });
  });
}

/** Whether a finding can be told in a unit: 75 g are what was drunk. */
const isToldIn = (unit: string, finding: VocabularyFinding): boolean =>
  [finding.unit, ...(finding.decidedBy ?? []).map((test) => test.unit)].some(
    (own) => own !== undefined && convert(1, unit, own, finding) !== undefined,
  );

/** Which of the tests that decide a finding goes by a name. */
function testsOf(
  { finding, name }: TimedValue,
  { findings }: CompiledVocabulary,
): readonly number[] | undefined {
  if (name === undefined) return undefined;
  const { decidedBy = [] } = findings.get(finding) ?? {};
  return gather(decidedBy, ({ names }, at) => (names.en?.includes(name) === true ? [at] : []));
}

/** Values of tests that a sentence tells by the time at which they were taken. */
export function timedValues(
  reading: Reading,
  sentence: Sentence,
  durations: readonly Duration[],
  vocabulary: CompiledVocabulary,
): QuantityRead[] {
  const { tokens } = reading;
  const named = NAMES.matchAll(tokens, bySurface, undefined, sentence.from, sentence.to);
  if (named.length === 0) return [];
  const times = timesTold(durations);
  return gather(named, ({ from, to, values: [test] }, index) => {
    if (test === undefined) return [];
    const findings = given(test.values, ({ finding }) => vocabulary.findings.get(finding));
    const isValue = ({ unit }: NumericRead): boolean =>
      unit === undefined || findings.some((finding) => isToldIn(unit, finding));
    const reader = new TimedReader(reading, times, test, isValue);
    const runs = reader.around({ from, to }, named[index + 1]?.from ?? sentence.to);
    const pairs = pairsOf(runs, test);
    const begin = Math.min(from, runs[0]?.[0]?.from ?? from);
    // each from where the one before ends, with its time
    const beginOf = (place: number): number => {
      let at = pairs[place - 1]?.end ?? begin;
      while (place > 0 && tokens[at]?.kind === 'mark') at += 1;
      return at;
    };
    const unit = pairs.find(({ value }) => value.numeric.unit !== undefined)?.value.numeric.unit;
    return gather(pairs, ({ value, minutes, end }, place): QuantityRead[] => {
      const row = test.values.find((each) => each.minutes === minutes);
      if (row === undefined || !vocabulary.findings.has(row.finding)) return [];
      const tests = testsOf(row, vocabulary);
      const own = value.numeric.unit ?? unit;
      return [
        {
          findingId: row.finding,
          from: beginOf(place),
          to: end,
          nameTo: place === 0 ? to : value.from + 1,
          namedAt: { from, to },
          read: { ...value.numeric, from: value.from },
          ...(own === undefined ? {} : { unit: own }),
          ...(tests === undefined ? {} : { tests }),
        },
      ];
    });
  });
}
