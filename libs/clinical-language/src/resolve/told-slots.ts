import { type Duration } from '../recognise/time-expressions';
import { WordPatterns } from '../recognise/word-patterns';
import { textAt } from '../normalise/at-position';
import { readNumber } from '../normalise/numbers';
import { type Token } from '../model/token';
import { CLASS_ROWS, UNIT_ROWS } from './told-rows';

/** A value that stands at a position, and where it ends. */
export interface Amount {
  readonly value: number;
  readonly to: number;
}

/** Fills the slots of patterns in one sentence. */
export interface Slots {
  /** Where the words of a class, or an amount, end. */
  endOf(slot: string, at: number): number | undefined;
  amountAt(slot: string, at: number): Amount | undefined;
  /** Whether a word of a class stands anywhere. */
  has(name: string): boolean;
}

const NO_SLOTS = (): undefined => undefined;

function patternsBy<T extends { readonly words: readonly string[] }>(
  rows: readonly T[],
  nameOf: (row: T) => string,
): ReadonlyMap<string, WordPatterns<T>> {
  const byName = new Map<string, WordPatterns<T>>();
  for (const row of rows) {
    const patterns = byName.get(nameOf(row)) ?? new WordPatterns<T>();
    row.words.forEach((word) => patterns.add(word, row));
    byName.set(nameOf(row), patterns);
  }
  return byName;
}

const CLASSES = patternsBy(CLASS_ROWS, (row) => row.class);
const RUNS: ReadonlySet<string> = new Set(CLASS_ROWS.filter(({ run }) => run).map((row) => row.class));
const ENDINGS = new Map(CLASS_ROWS.filter(({ endings }) => endings).map((row) => [row.class, row]));
const UNITS = patternsBy(UNIT_ROWS, (row) => row.unit);

function hasEnding(name: string, word: string): boolean {
  const { endings = [], except = [] } = ENDINGS.get(name) ?? {};
  return endings.some((ending) => word.endsWith(ending)) && !except.includes(word);
}

/** What sharpens or blurs a number before its unit: 4-级, 2+级, "10-lb". */
const BESIDE_NUMBER = /^[-+~]$/;

function numberAt(tokens: readonly Token[], at: number): Amount | undefined {
  const number = readNumber(tokens, at);
  return number && { value: number.value, to: at + number.length };
}

/**
 * Slots in a sentence.
 * @param isMedicine whether a word is the name of a medicine
 */
export function slotsOf(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
  durations: readonly Duration[],
  isMedicine: (at: number) => boolean,
): Slots {
  const timeAt = (slot: string, at: number): Amount | undefined => {
    const time = durations.find(
      (duration) => duration.from === at && (slot === 'length' || duration.ago || duration.isPoint),
    );
    return time && { value: time.days, to: time.to };
  };
  const unitAt = (slot: string, at: number, isCounted: boolean): Amount | undefined => {
    const match = UNITS.get(slot)?.longestAt(tokens, at, to, NO_SLOTS);
    const row = match?.values.find(({ times }) => (times !== undefined) === isCounted);
    return match && row && { value: row.times ?? row.value ?? 0, to: match.to };
  };
  const amountAt = (slot: string, at: number): Amount | undefined => {
    if (slot === 'length' || slot === 'ago') return timeAt(slot, at);
    const number = numberAt(tokens, at);
    if (slot === 'n') return number;
    if (number === undefined) return unitAt(slot, at, false);
    const isBlurred = BESIDE_NUMBER.test(textAt(tokens, number.to));
    const unit = unitAt(slot, number.to, true) ?? (isBlurred ? unitAt(slot, number.to + 1, true) : undefined);
    return unit && { value: number.value * unit.value, to: unit.to };
  };
  const classAt = (name: string, at: number): number | undefined => {
    const patterns = CLASSES.get(name);
    let end = patterns?.longestAt(tokens, at, to, NO_SLOTS)?.to;
    if (end === undefined && hasEnding(name, textAt(tokens, at))) return at + 1;
    if (!RUNS.has(name)) return end;
    let reached = at;
    while (end !== undefined) {
      reached = end;
      end = patterns?.longestAt(tokens, reached, to, NO_SLOTS)?.to;
    }
    return reached;
  };
  return {
    amountAt,
    endOf: (slot, at) => {
      if (slot === 'medicine') return isMedicine(at) ? at + 1 : undefined;
      return CLASSES.has(slot) ? classAt(slot, at) : amountAt(slot, at)?.to;
    },
    has: (name) => {
      for (let at = from; at < to; at += 1) if (classAt(name, at) !== undefined) return true;
      return false;
    },
  };
}
