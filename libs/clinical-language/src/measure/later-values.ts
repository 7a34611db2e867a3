import { type Duration, findDurations } from '../recognise/time-expressions';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type Sentence } from '../segment/sentences';
import { type Reading } from '../segment/reading';
import { textAt } from '../normalise/at-position';
import { type Token } from '../model/token';
import { credibleUnits } from './credible-units';
import { type NumericRead, numericAt } from './numeric';
import { type QuantityRead } from './quantity-read';
import { isOfSomethingElse, isPlain } from './read-series';
import { type Times } from './times';
import { convert } from './units';
import { spanOf } from './words';

const HOURS_PER_DAY = 24;
/** A second value stands no further behind the first. */
const FARTHEST = 14;
/** "480 ng/L three hours later": the words stand right behind the value. */
const BEHIND_VALUE = 5;
/** Nobody measures more often within a sentence. */
const MOST_VALUES = 20;

interface Later {
  readonly at: number;
  readonly numeric: NumericRead;
}

/** What a sentence offers to those who follow its values. */
export interface LaterText {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly times: Times;
  readonly vocabulary: CompiledVocabulary;
  /** Whether the sentence has a word that tells the time between two values. */
  readonly hasHours: boolean;
}

/** Whether a number may be another value of the same test: in a unit of its own, or as plain as the first. */
function isOfThisTest(quantity: QuantityRead, numeric: NumericRead, { vocabulary }: LaterText): boolean {
  const finding = vocabulary.findings.get(quantity.findingId);
  if (finding?.unit === undefined || !isPlain(numeric)) return false;
  if (numeric.unit !== undefined)
    return finding.unit === '%'
      ? numeric.unit === '%'
      : convert(1, numeric.unit, finding.unit, finding) !== undefined;
  return credibleUnits(finding, numeric.number).length > 0;
}

/** The next value of the same test behind a first one: something says that it was measured at another time. */
function nextValue(quantity: QuantityRead, end: number, text: LaterText): Later | undefined {
  const { reading, times } = text;
  const { tokens } = reading;
  let [isOtherTime, isJoined, isKnown] = [false, false, true];
  for (let at = quantity.to; at < Math.min(end, quantity.to + FARTHEST);) {
    const numeric = times.isNumber(at) ? undefined : numericAt(reading, at);
    if (numeric !== undefined) {
      const behind = times.endAt(numeric.to) ?? numeric.to;
      const isTimed =
        isOtherTime ||
        (isJoined && isKnown && numeric.unit !== undefined) ||
        behind > numeric.to ||
        (text.hasHours && hoursLater(tokens, numeric.to, numeric.to + BEHIND_VALUE) !== undefined);
      // "after 2 units", "after 10 units of insulin": what was done meanwhile
      const isCount = textAt(tokens, at - 1) === 'after' && behind === numeric.to;
      const isValue =
        isOfThisTest(quantity, numeric, text) &&
        (numeric.unit !== undefined || (isKnown && !isCount)) &&
        !isOfSomethingElse(reading, at, numeric);
      return isTimed && isValue ? { at, numeric } : undefined;
    }
    const time = times.endAt(at);
    const again = Math.max(spanOf('again', tokens, at), spanOf('then', tokens, at));
    isOtherTime ||= again > 0 || (time !== undefined && at > quantity.to);
    isJoined ||= spanOf('and', tokens, at) > 0 && textAt(tokens, at) !== ',';
    const span = Math.max(
      again,
      spanOf('lead', tokens, at),
      spanOf('and', tokens, at),
      spanOf('end', tokens, at),
    );
    // "D1 812 > D2 640"
    const isStep = textAt(tokens, at) === '>' && times.endAt(at + 1) !== undefined;
    isKnown &&= span > 0 || time !== undefined || isStep;
    at = Math.max(at + Math.max(span, 1), time ?? 0);
  }
  return undefined;
}

/** "3 hours later", "after 3 hours", 6小时后, "the next day" between two tokens, in hours. */
function hoursLater(tokens: readonly Token[], from: number, to: number): number | undefined {
  const told = findDurations(tokens, from, to).find(
    ({ from: start, to: end, ago }) =>
      !ago && (spanOf('later', tokens, end) > 0 || spanOf('later', tokens, start - 1) > 0),
  );
  if (told !== undefined) return told.days * HOURS_PER_DAY;
  for (let at = from; at < to; at += 1) if (spanOf('next-day', tokens, at) > 0) return HOURS_PER_DAY;
  return undefined;
}

/** "At 3 hours" behind a value. */
function hourOfValue(tokens: readonly Token[], position: number): number | undefined {
  if (textAt(tokens, position) !== 'at') return undefined;
  const [told] = findDurations(tokens, position + 1, position + 5);
  return told?.from === position + 1 ? told.days * HOURS_PER_DAY : undefined;
}

/** "Over 48 hours", "within 2 days", 48小时内: the time that a rise or fall took. */
function hoursTaken(
  tokens: readonly Token[],
  { from, to }: QuantityRead,
  sentence: Sentence,
): number | undefined {
  const isSpan = ({ from: start, to: end }: Duration): boolean =>
    spanOf('span', tokens, start - 1) > 0 ||
    (textAt(tokens, end) === '内' && textAt(tokens, end + 1) !== '科');
  const spans = [
    ...findDurations(tokens, to, Math.min(sentence.to, to + 7)),
    ...findDurations(tokens, Math.max(sentence.from, from - 8), from),
  ];
  const span = spans.find((duration) => !duration.ago && isSpan(duration));
  return span === undefined ? undefined : span.days * HOURS_PER_DAY;
}

function joined(tokens: readonly Token[], quantity: QuantityRead, { at, numeric }: Later): QuantityRead {
  const { read, unit } = quantity;
  const before = { to: quantity.to, number: read.number ?? NaN, ...(unit === undefined ? {} : { unit }) };
  const clock = hourOfValue(tokens, numeric.to);
  const hours =
    clock === undefined
      ? (hoursLater(tokens, quantity.to, Math.min(at + 1, tokens.length)) ??
        hoursLater(tokens, numeric.to, numeric.to + BEHIND_VALUE))
      : clock - (hourOfValue(tokens, quantity.to) ?? 0);
  const { titre: _titre, ...value } = numeric;
  const own = numeric.unit ?? unit;
  return {
    ...quantity,
    to: numeric.to,
    read: { ...value, from: read.from, earlier: [...(read.earlier ?? []), before] },
    isLater: true,
    ...(own === undefined ? {} : { unit: own }),
    ...(hours === undefined || hours <= 0 ? {} : { hoursAfter: hours }),
  };
}

/**
 * Follows a laboratory value to later ones that stand behind it without the name: "Hb 89 g/L, repeat 71 g/L",
 * "INR 6.8 on Monday, 3.1 yesterday". The last becomes the value, the others its earlier ones.
 * @param end where the next quantity or the sentence begins or ends
 */
export function withLaterValues(quantity: QuantityRead, end: number, text: LaterText): QuantityRead {
  const { number, earlier = [], upTo } = quantity.read;
  const isLab = text.vocabulary.findings.get(quantity.findingId)?.kind === 'lab';
  if (!isLab || number === undefined || upTo !== undefined || earlier.length >= MOST_VALUES) return quantity;
  const later = nextValue(quantity, end, text);
  return later === undefined
    ? quantity
    : withLaterValues(joined(text.reading.tokens, quantity, later), end, text);
}

/** The hours between a value and the one before it, as far as the sentence tells them. */
export function withHours(
  tokens: readonly Token[],
  quantity: QuantityRead,
  sentence: Sentence,
): QuantityRead {
  if (quantity.hoursAfter !== undefined || quantity.read.number === undefined) return quantity;
  const earlier = quantity.read.earlier?.length ?? 0;
  const hours =
    earlier === 1
      ? hoursTaken(tokens, quantity, sentence)
      : earlier === 0
        ? (hoursLater(tokens, Math.max(sentence.from, quantity.from - 10), quantity.from) ??
          hoursLater(tokens, quantity.to, Math.min(sentence.to, quantity.to + BEHIND_VALUE)))
        : undefined;
  return hours === undefined ? quantity : { ...quantity, hoursAfter: hours };
}
