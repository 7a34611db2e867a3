import { type Lab } from '@openrounds/contracts';
import { type Duration, findDurations } from '../recognise/time-expressions';
import { type Token } from '../model/token';
import { type QuantityRead } from './quantity-read';

const HOURS_PER_DAY = 24;
/** A time further away than this many tokens belongs to something else. */
const BEFORE_VALUE = 12;
const BEHIND_VALUE = 3;

const NOW: ReadonlySet<string> = new Set(['now', 'today', 'currently', 'current', '今', '现', '目']);

const isNow = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) if (NOW.has(tokens[at]?.text ?? '')) return true;
  return false;
};

/** Another clause or sentence begins between the two. */
const isDivided = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ kind, text }) => kind === 'line-end' || /^[.,;。;、]$/.test(text));

/** "Yesterday", "last year", 昨日, 上周: points in the past that need no number. */
const POINT = /^(?:yesterday|last|昨|上)$/;

const pointsBefore = (tokens: readonly Token[], from: number): Duration[] =>
  findDurations(tokens, Math.max(0, from - BEFORE_VALUE), from).filter((time) =>
    POINT.test(tokens[time.from]?.text ?? ''),
  );

/**
 * Days before now at which a value was measured, where the sentence tells: "three days ago" before it and nothing
 * later in between, or right behind it. 0 where it says "now".
 */
export function daysAgoOf(
  tokens: readonly Token[],
  past: readonly Duration[],
  { from, to }: QuantityRead,
): number | undefined {
  const behind = past.find(
    (time) => time.from >= to && time.from - to <= BEHIND_VALUE && !isDivided(tokens, to, time.from),
  );
  const before = [...past, ...pointsBefore(tokens, from)]
    .filter((time) => time.to <= from && from - time.to < BEFORE_VALUE)
    .reduce<Duration | undefined>(
      (last, time) => (last === undefined || time.to > last.to ? time : last),
      undefined,
    );
  const start = Math.max(before?.to ?? 0, from - BEFORE_VALUE, 0);
  if (isNow(tokens, start, from)) return 0;
  return (behind ?? before)?.days;
}

/** A laboratory value with the hours since the value before it. */
export interface TimedLab {
  readonly lab: Lab;
  readonly hoursAfter?: number;
}

/** Values as they are told, those of one place in their order. */
export const inOrderOfText = (timed: readonly TimedLab[]): TimedLab[] =>
  [...timed].sort((a, b) => (a.lab.source?.start ?? 0) - (b.lab.source?.start ?? 0));

/** Puts values that are told by their distance from the next ("480 three hours later") on the clock of the text. */
export function onClock(timed: readonly TimedLab[]): Lab[] {
  const days = timed.map(({ lab }) => lab.daysAgo);
  for (let at = timed.length - 1; at >= 0; at -= 1) {
    const hours = timed[at]?.hoursAfter;
    if (hours === undefined) continue;
    const test = timed[at]?.lab.findingId;
    const before = timed.findLastIndex(({ lab }, index) => index < at && lab.findingId === test);
    days[at] ??= 0;
    if (before !== -1) days[before] ??= (days[at] ?? 0) + hours / HOURS_PER_DAY;
  }
  return timed.map(({ lab }, index) => {
    const daysAgo = days[index];
    return daysAgo === undefined ? lab : { ...lab, daysAgo: Number(daysAgo.toFixed(3)) };
  });
}
