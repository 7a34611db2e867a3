import { type Duration } from '../recognise/time-expressions';
import { type SlotReader, WordPatterns } from '../recognise/word-patterns';
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
  readonly endOf: SlotReader;
  /** Whether any slot can be filled at a place; at most words none can. */
  fillsAny(at: number): boolean;
  amountAt(slot: string, at: number): Amount | undefined;
  /** Where the longest words of any class end that begin at a place. */
  wordsEndAt(at: number): number | undefined;
  /** Whether a word of a class stands anywhere. */
  has(name: string): boolean;
}

const NO_SLOTS = (): undefined => undefined;

function patternsOf<T extends { readonly words: readonly string[] }>(rows: readonly T[]): WordPatterns<T> {
  const patterns = new WordPatterns<T>();
  for (const row of rows) for (const word of row.words) patterns.add(word, row);
  return patterns;
}

const CLASSES = patternsOf(CLASS_ROWS);
const CLASS_NAMES: ReadonlySet<string> = new Set(CLASS_ROWS.map((row) => row.class));
const NO_CLASSES: ReadonlyMap<string, number> = new Map();

/** Where the longest words of each class end that begin at a position. */
function classesAt(tokens: readonly Token[], at: number, end: number): ReadonlyMap<string, number> {
  let ends: Map<string, number> | undefined;
  CLASSES.eachAt(tokens, at, end, NO_SLOTS, (rows, to) => {
    ends ??= new Map();
    for (const row of rows) ends.set(row.class, Math.max(to, ends.get(row.class) ?? 0));
  });
  return ends ?? NO_CLASSES;
}

const RUNS: ReadonlySet<string> = new Set(CLASS_ROWS.filter(({ run }) => run).map((row) => row.class));
const ENDINGS = new Map(CLASS_ROWS.filter(({ endings }) => endings).map((row) => [row.class, row]));
const ENDING_NAMES = [...ENDINGS.keys()];
const UNITS = patternsOf(UNIT_ROWS);

function hasEnding(name: string, word: string): boolean {
  const row = ENDINGS.get(name);
  const ends = row?.endings?.some((ending) => word.endsWith(ending)) === true;
  return ends && row.except?.includes(word) !== true;
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
  const times = new Map(durations.map((duration) => [duration.from, duration]));
  const timeAt = (slot: string, at: number): Amount | undefined => {
    const time = times.get(at);
    const isTold = time !== undefined && (slot === 'length' || time.ago || time.isPoint === true);
    return isTold ? { value: time.days, to: time.to } : undefined;
  };
  const unitAt = (slot: string, at: number, isCounted: boolean): Amount | undefined => {
    let longest: Amount | undefined;
    let reached = at;
    UNITS.eachAt(tokens, at, to, NO_SLOTS, (rows, end) => {
      const own = rows.filter(({ unit }) => unit === slot);
      if (own.length === 0 || end <= reached) return;
      reached = end;
      const row = own.find(({ times }) => (times !== undefined) === isCounted);
      longest = row && { value: row.times ?? row.value ?? 0, to: end };
    });
    return longest;
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
  const known: ReadonlyMap<string, number>[] = [];
  const wordsAt = (at: number): ReadonlyMap<string, number> =>
    (known[at - from] ??= classesAt(tokens, at, to));
  const classAt = (name: string, at: number): number | undefined => {
    let end = wordsAt(at).get(name);
    if (end === undefined && hasEnding(name, textAt(tokens, at))) return at + 1;
    if (!RUNS.has(name)) return end;
    let reached = at;
    while (end !== undefined) {
      reached = end;
      end = wordsAt(reached).get(name);
    }
    return reached;
  };
  return {
    amountAt,
    endOf: (slot, at) => {
      if (slot === 'medicine') return isMedicine(at) ? at + 1 : undefined;
      return CLASS_NAMES.has(slot) ? classAt(slot, at) : amountAt(slot, at)?.to;
    },
    fillsAny: (at) =>
      wordsAt(at).size > 0 ||
      isMedicine(at) ||
      times.has(at) ||
      numberAt(tokens, at) !== undefined ||
      UNITS.longestAt(tokens, at, to, NO_SLOTS) !== undefined ||
      ENDING_NAMES.some((name) => hasEnding(name, textAt(tokens, at))),
    wordsEndAt: (at) => {
      const ends = [...wordsAt(at).values()];
      return ends.length === 0 ? undefined : Math.max(...ends);
    },
    has: (name) => {
      for (let at = from; at < to; at += 1) if (classAt(name, at) !== undefined) return true;
      return false;
    },
  };
}
