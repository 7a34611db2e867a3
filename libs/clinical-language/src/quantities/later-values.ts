import { type Duration, findDurations } from '../recognise/time-expressions';
import { type CompiledVocabulary } from '../lexicon/compile';
import { type Sentence } from '../segmentation/sentences';
import { type Reading } from '../text/reading';
import { type Token } from '../text/tokens';
import { numericAt, type NumericRead } from './numeric';
import { type QuantityRead } from './quantity-read';
import { convert } from './units';

const HOURS_PER_DAY = 24;

/** Words that announce another value of the same test. */
const AGAIN: ReadonlySet<string> = new Set([
  'repeat', 'repeated', 'recheck', 'rechecked', 'later', 'after', 'then', 'now', 'subsequently', 'subsequent', 'today',
  '复', '后', '再', '今', '现', '次',
]); // prettier-ignore
const AND: ReadonlySet<string> = new Set(['and', '和', '及']);
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

/** The next value of the same test behind a first one: it has its own unit and something says that it came later. */
function nextValue(
  reading: Reading,
  quantity: QuantityRead,
  end: number,
  vocabulary: CompiledVocabulary,
): Later | undefined {
  const { tokens } = reading;
  const finding = vocabulary.findings.get(quantity.findingId);
  if (finding?.unit === undefined || finding.kind !== 'lab') return undefined;
  let announced = false;
  for (let at = quantity.to; at < Math.min(end, quantity.to + FARTHEST); at += 1) {
    const token = tokens[at];
    announced ||=
      AGAIN.has(token?.text ?? '') || (AND.has(token?.text ?? '') && tokens[at + 1]?.kind === 'number');
    const numeric = token?.kind === 'number' ? numericAt(reading, at) : undefined;
    if (numeric?.unit === undefined || numeric.second !== undefined) continue;
    if (!announced && hoursLater(tokens, numeric.to, numeric.to + BEHIND_VALUE) === undefined) continue;
    const isOfThisTest = convert(1, numeric.unit, finding.unit, finding) !== undefined;
    if (isOfThisTest && finding.unit !== '%') return { at, numeric };
  }
  return undefined;
}

const LATER: ReadonlySet<string> = new Set(['later', 'after', '后', '以后']);
const NEXT_DAY: readonly (readonly string[])[] = [['next', 'day'], ['following', 'day'], ['next', 'morning'], ['following', 'morning'], ['次', '日'], ['次', '晨'], ['第', '二', '天'], ['第', '2', '天']]; // prettier-ignore

const isAt = (tokens: readonly Token[], position: number, words: readonly string[]): boolean =>
  words.every((word, index) => tokens[position + index]?.text === word);

/** "3 hours later", "after 3 hours", 6小时后, "the next day" between two tokens, in hours. */
function hoursLater(tokens: readonly Token[], from: number, to: number): number | undefined {
  const told = findDurations(tokens, from, to).find(
    ({ from: start, to: end, ago }) =>
      !ago && (LATER.has(tokens[end]?.text ?? '') || LATER.has(tokens[start - 1]?.text ?? '')),
  );
  if (told !== undefined) return told.days * HOURS_PER_DAY;
  for (let at = from; at < to; at += 1)
    if (NEXT_DAY.some((words) => isAt(tokens, at, words))) return HOURS_PER_DAY;
  return undefined;
}

/** "At 3 hours" behind a value. */
function hourOfValue(tokens: readonly Token[], position: number): number | undefined {
  if (tokens[position]?.text !== 'at') return undefined;
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
    /^(?:in|within|over|during|after)$/.test(tokens[start - 1]?.text ?? '') ||
    (tokens[end]?.text === '内' && tokens[end + 1]?.text !== '科');
  const spans = [
    ...findDurations(tokens, to, Math.min(sentence.to, to + 7)),
    ...findDurations(tokens, Math.max(sentence.from, from - 8), from),
  ];
  const span = spans.find((duration) => !duration.ago && isSpan(duration));
  return span === undefined ? undefined : span.days * HOURS_PER_DAY;
}

function joined({ tokens }: Reading, quantity: QuantityRead, { at, numeric }: Later): QuantityRead {
  const { read, unit } = quantity;
  const before = { to: quantity.to, number: read.number ?? NaN, ...(unit === undefined ? {} : { unit }) };
  const clock = hourOfValue(tokens, numeric.to);
  const hours =
    clock === undefined
      ? (hoursLater(tokens, quantity.to, Math.min(at + 1, tokens.length)) ??
        hoursLater(tokens, numeric.to, numeric.to + BEHIND_VALUE))
      : clock - (hourOfValue(tokens, quantity.to) ?? 0);
  const { titre: _titre, ...value } = numeric;
  return {
    ...quantity,
    to: numeric.to,
    read: { ...value, from: read.from, earlier: [...(read.earlier ?? []), before] },
    isLater: true,
    ...(numeric.unit === undefined ? {} : { unit: numeric.unit }),
    ...(hours === undefined || hours <= 0 ? {} : { hoursAfter: hours }),
  };
}

/**
 * Follows a laboratory value to later ones that stand behind it without the name: "Hb 89 g/L, repeat 71 g/L",
 * "troponin 12 ng/L and 480 ng/L at 3 hours". The last becomes the value, the others its earlier ones.
 * @param end where the next quantity or the sentence begins or ends
 */
export function withLaterValues(
  reading: Reading,
  quantity: QuantityRead,
  end: number,
  vocabulary: CompiledVocabulary,
): QuantityRead {
  const { number, earlier = [] } = quantity.read;
  if (number === undefined || quantity.unit === undefined || earlier.length >= MOST_VALUES) return quantity;
  const later = nextValue(reading, quantity, end, vocabulary);
  return later === undefined
    ? quantity
    : withLaterValues(reading, joined(reading, quantity, later), end, vocabulary);
}

const TELLS_HOURS = /^(?:later|after|in|within|over|during|next|following|后|内|次|第)$/;

/** Whether a sentence has a word by which it could tell the time between two values; most have none. */
export const mayTellHours = ({ tokens }: Reading, { from, to }: Sentence): boolean =>
  tokens.slice(from, to).some(({ text }) => TELLS_HOURS.test(text));

/** The hours between a value and the one before it, as far as the sentence tells them. */
export function withHours({ tokens }: Reading, quantity: QuantityRead, sentence: Sentence): QuantityRead {
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
