import { type Duration, findDurations, isHeartRate } from '../recognise/time-expressions';
import { textAt } from '../normalise/at-position';
import { spokenNumber } from '../normalise/numbers';
import { type Token } from '../model/token';
import { areJoined, flagAt, type ValueSource } from './numeric';
import { spanOf } from './words';

/** Seconds are measured: a clotting time is a value and no time of the illness. */
const SECONDS = /^(?:s|secs?|seconds?|秒)$/;

/** Where a stretch of text tells times and doses: their numbers are no values, and a value may stand behind a time. */
export class Times {
  private readonly ends = new Map<number, number>();
  private readonly numbers = new Set<number>();

  constructor(
    private readonly text: ValueSource,
    from: number,
    to: number,
    durations: readonly Duration[] = findDurations(text.tokens, from, to),
  ) {
    const { tokens } = text;
    const lengths = durations.filter((time) => isLength(text, time));
    for (const { from: start, to: end } of lengths) this.add(start, end);
    for (let at = from; at < to; at += 1) {
      const clock = isHourOfSeries(text, at)
        ? at + 2
        : (dayOfValueEnd(tokens, at) ??
          dayOfStayEnd(tokens, at) ??
          yearEnd(tokens, at) ??
          clockEnd(tokens, at));
      if (clock !== undefined && !this.numbers.has(at)) this.add(at, clock);
      if (isDose(tokens, at)) this.numbers.add(at);
    }
  }

  private add(from: number, to: number): void {
    this.ends.set(from, to);
    for (let at = from; at < to; at += 1) this.numbers.add(at);
  }

  /** Whether the number at a position tells a time or a dose. */
  isNumber(position: number): boolean {
    return this.numbers.has(position);
  }

  /** Where a time ends that begins at a position: "on Monday", "at three hours", 三天前, 昨天. */
  endAt(position: number): number | undefined {
    const { tokens } = this.text;
    const word = spanOf('when', tokens, position);
    if (word > 0) return position + word;
    const isAt = /^(?:at|after|in|on|by|for)$/.test(textAt(tokens, position));
    const end = this.ends.get(isAt ? position + 1 : position);
    if (end === undefined) return undefined;
    return end + (spanOf('later', tokens, end) || spanOf('again', tokens, end));
  }
}

/** "2 mL/kg", but not "0.4 mL/kg/h", which is an output of urine. */
function isDose(tokens: readonly Token[], at: number): boolean {
  const span = tokens[at]?.kind === 'number' ? spanOf('dose', tokens, at + 1) : 0;
  return span > 0 && textAt(tokens, at + 1 + span) !== '/';
}

/** "85 H" is a flag. */
const isLength = (text: ValueSource, { isShorthand, to }: Duration): boolean =>
  !SECONDS.test(textAt(text.tokens, to - 1)) && isShorthand !== true && flagAt(text, to - 1)?.to !== to;

/** "0h 12, 3h 410": hours by which the values that follow them are told; the letter of "6.4 H 3.5-5.3" is a flag. */
const isHourOfSeries = (text: ValueSource, at: number): boolean => {
  const { tokens } = text;
  if (tokens[at]?.kind !== 'number' || spanOf('hour', tokens, at + 1) !== 1) return false;
  const isFollowed =
    tokens[at + 2]?.kind === 'number' ||
    (textAt(tokens, at + 2) === ':' && tokens[at + 3]?.kind === 'number');
  if (!isFollowed || isHeartRate(tokens, at + 1)) return false;
  return areJoined(tokens[at], tokens[at + 1]) || flagAt(text, at + 1) === undefined;
};

const DAY_OR_MONTH = /^(?:0?[1-9]|[12]\d|3[01])$/;

/** "02/06: 1240", "10-12：28.4", 7月2日1860: the day of the value behind it. */
function dayOfValueEnd(tokens: readonly Token[], at: number): number | undefined {
  const isDayAt = (place: number): boolean =>
    tokens[place]?.kind === 'number' && DAY_OR_MONTH.test(textAt(tokens, place));
  if (!isDayAt(at) || !isDayAt(at + 2)) return undefined;
  const isNamed = textAt(tokens, at + 1) === '月' && /^[日号]$/.test(textAt(tokens, at + 3));
  if (isNamed) return at + 4;
  const isLabel =
    /^[/-]$/.test(textAt(tokens, at + 1)) &&
    textAt(tokens, at + 3) === ':' &&
    tokens[at + 4]?.kind === 'number' &&
    areJoined(tokens[at], tokens[at + 1]);
  return isLabel ? at + 4 : undefined;
}

/** "D3 176", "POD2 88": the day of a stay before its value. */
const dayOfStayEnd = (tokens: readonly Token[], at: number): number | undefined =>
  /^(?:d|pod)\d{1,2}$/.test(textAt(tokens, at)) && tokens[at + 1]?.kind === 'number' ? at + 1 : undefined;

/** "2021 – 4.1; 2022: 5.6": the year of the value behind it. */
const yearEnd = (tokens: readonly Token[], at: number): number | undefined =>
  /^(?:19|20)\d\d$/.test(textAt(tokens, at)) &&
  /^[-–—:]$/.test(textAt(tokens, at + 1)) &&
  tokens[at + 2]?.kind === 'number' &&
  !/^(?:19|20)\d\d$/.test(textAt(tokens, at + 2))
    ? at + 2
    : undefined;

/** "0930": no value is written so. */
const BARE_CLOCK = /^0\d[0-5]\d$/;

/** "8 am", 8点, 8:00, 0930: the time of day. */
function clockEnd(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number' && token?.kind !== 'word' && token?.kind !== 'han') return undefined;
  if (textAt(tokens, at + 1) === ':' && /^\d\d$/.test(textAt(tokens, at + 2)) && /^\d{1,2}$/.test(token.text))
    return textAt(tokens, at) === '1' ? undefined : at + 3;
  if (BARE_CLOCK.test(token.text)) return at + 1 + spanOf('hour', tokens, at + 1);
  const length = token.kind === 'number' ? 1 : (spokenNumber(tokens, at)?.length ?? 0);
  if (length === 0) return undefined;
  const clock = spanOf('clock', tokens, at + length);
  const next = tokens[at + length + clock];
  const isPoint =
    textAt(tokens, at + length) === '点' &&
    spokenNumber(tokens, at)?.length !== length &&
    areJoined(tokens[at + length], next);
  return clock === 0 || (isPoint && next?.kind === 'number') ? undefined : at + length + clock;
}
