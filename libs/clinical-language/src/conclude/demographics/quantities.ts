import { type Patient } from '@openrounds/contracts';
import {
  classOf,
  DECADES,
  FRACTIONS,
  NUMBERS,
  ORDINALS,
  phraseAt,
  type Phrases,
  type Piece,
  type UnitRow,
  UNITS,
} from '../../recognise/person-lexicon';

export type Age = NonNullable<Patient['age']>;

/** What is read at a place, and where it ends. */
export interface Read<T> {
  readonly value: T;
  readonly to: number;
}

/** What a pattern may ask for in angle brackets. */
export const CAPTURES = [
  'age',
  'sure',
  'small',
  'years',
  'grown',
  'decade',
  'nth',
  'weeks',
  'late',
  'dated',
  'n',
  'big',
] as const;
export type Capture = (typeof CAPTURES)[number];

type Words = Phrases<string>;
const OLDEST = 125;
/** Number alone that hardly counts anything but years. */
const YOUNGEST_GROWN = 16;
const DIGITS = /^\d+(?:\.\d+)?$/;
const CLOCK = /^\d{1,2}:\d{2}$/;
const text = (pieces: readonly Piece[], at: number): string => pieces[at]?.text ?? '';
const isHan = (word: string): boolean => /^\p{Script=Han}$/u.test(word);
const [HYPHEN, ROUGH, EXACTLY, OF_A, JOINS, PLUS, WEEKS, SINCE_BIRTH, OLD] = [
  'hyphen',
  'rough-within',
  'exactly',
  'of-a',
  'joins',
  'plus',
  'weeks',
  'since-birth',
  'old',
].map(classOf) as [Words, Words, Words, Words, Words, Words, Words, Words, Words];
const skip = (pieces: readonly Piece[], at: number, words: Words): number =>
  phraseAt(words, pieces, at)?.to ?? at;

/** 一百二十有三. */
const LONGEST_NUMBER = 7;

/** 八十有三, 廿七; of a span (三四, 十五六) the lower end, of 一五旬 the five. */
function hanNumber(pieces: readonly Piece[], from: number): Read<number> | undefined {
  let [total, at] = [0, from];
  let digit: number | undefined;
  for (; at < from + LONGEST_NUMBER; at += 1) {
    const value = NUMBERS.get(text(pieces, at));
    // 三十九 五天前: a space ends a number
    if (at > from && pieces[at]?.glued !== true) break;
    if (value === undefined || !isHan(text(pieces, at))) {
      const joins = total > 0 && digit === undefined && /^[有零又]$/.test(text(pieces, at));
      if (joins && (NUMBERS.get(text(pieces, at + 1)) ?? 10) < 10) continue;
      break;
    }
    if (value < 1) return at === from ? { value, to: at + 1 } : undefined;
    if (value < 10) digit = digit !== undefined && value === digit + 1 ? digit : value;
    else {
      total += value > 10 && value < 100 ? value : (digit ?? 1) * value;
      digit = undefined;
    }
  }
  return at === from ? undefined : { value: total + (digit ?? 0), to: at };
}

/** "Sixty-seven", "a hundred and two", "one oh two". */
function wordNumber(pieces: readonly Piece[], from: number): Read<number> | undefined {
  const first = NUMBERS.get(text(pieces, from));
  if (first === undefined) return undefined;
  const small = (at: number): number => NUMBERS.get(text(pieces, at)) ?? 0;
  const after = text(pieces, from + 1);
  if (after === 'hundred') {
    const at = text(pieces, from + 2) === 'and' ? from + 3 : from + 2;
    const rest = small(at) > 0 && text(pieces, at).length > 1 ? wordNumber(pieces, at) : undefined;
    return { value: first * 100 + (rest?.value ?? 0), to: rest?.to ?? from + 2 };
  }
  if (after === 'oh') return { value: first * 100 + small(from + 2), to: from + 3 };
  const at = after === '-' ? from + 2 : from + 1;
  const joins = first >= 20 && small(at) >= 1 && small(at) < 10 && text(pieces, at).length > 1;
  return joins ? { value: first + small(at), to: at + 1 } : { value: first, to: from + 1 };
}

/** "And a half", "-and-a-half", "½" behind a number. */
function fractionBehind(pieces: readonly Piece[], from: number): Read<number> | undefined {
  let at = from;
  while (at < from + 5 && /^(?:-|and|an?|one|three)$/.test(text(pieces, at))) at += 1;
  const value = at === from ? undefined : FRACTIONS.get(text(pieces, at));
  return value === undefined || !pieces.slice(from, at).some((piece) => piece.text === 'and')
    ? undefined
    : { value, to: at + 1 };
}

const VULGAR: Readonly<Record<string, number>> = { '1/2': 0.5, '1/4': 0.25, '3/4': 0.75 };

/** 4 1/2, and 41/2 as a fraction is normalised when its digit stands close before it. */
function digitNumber(pieces: readonly Piece[], from: number): Read<number> {
  const isFraction = text(pieces, from + 1) === '/';
  const glued = isFraction ? VULGAR[`${text(pieces, from).slice(-1)}/${text(pieces, from + 2)}`] : undefined;
  if (glued !== undefined) return { value: Number(text(pieces, from).slice(0, -1)) + glued, to: from + 3 };
  const apart = VULGAR[[1, 2, 3].map((step) => text(pieces, from + step)).join('')] ?? 0;
  return { value: Number(text(pieces, from)) + apart, to: apart > 0 ? from + 4 : from + 1 };
}

function numberAt(pieces: readonly Piece[], at: number): Read<number> | undefined {
  const word = text(pieces, at);
  const whole = DIGITS.test(word)
    ? digitNumber(pieces, at)
    : isHan(word)
      ? hanNumber(pieces, at)
      : wordNumber(pieces, at);
  const fraction = whole && fractionBehind(pieces, whole.to);
  return whole === undefined || fraction === undefined
    ? whole
    : { value: whole.value + fraction.value, to: fraction.to };
}

interface Part {
  readonly value: number;
  readonly row: UnitRow;
  readonly to: number;
}

/** "Half an", "three-quarters of an": the fraction of one unit. */
function partOfUnit(pieces: readonly Piece[], at: number): Read<number> | undefined {
  const fractionAt = text(pieces, at) === 'three' ? skip(pieces, at + 1, HYPHEN) : at;
  const value = FRACTIONS.get(text(pieces, fractionAt));
  return value === undefined ? undefined : { value, to: skip(pieces, fractionAt + 1, OF_A) };
}

/** Behind what stands between a number and its unit: "forty-odd", 四十多, "4 completed". */
const behindFuzz = (pieces: readonly Piece[], at: number): number =>
  (phraseAt(ROUGH, pieces, at) ?? phraseAt(EXACTLY, pieces, at))?.to ?? at;

function partAt(pieces: readonly Piece[], at: number): Part | undefined {
  const number = partOfUnit(pieces, at) ?? numberAt(pieces, at);
  if (number === undefined) return undefined;
  const unitAt = skip(pieces, behindFuzz(pieces, skip(pieces, number.to, HYPHEN)), HYPHEN);
  const unit = phraseAt(UNITS, pieces, unitAt);
  if (unit === undefined) return undefined;
  const half = fractionBehind(pieces, unit.to);
  return {
    value: number.value + (half?.value ?? unit.row.plus ?? 0),
    row: unit.row,
    to: half?.to ?? unit.to,
  };
}

const DAYS = { a: 365.25, mo: 365.25 / 12, wk: 7, d: 1, h: 1 / 24, min: 1 / 1440 } as const;
const MONTHS = 12;

function ageOf(first: Part, second: Part | undefined): Age {
  const { value, row } = first;
  const rest = second === undefined ? 0 : second.value * DAYS[second.row.unit];
  if (row.unit === 'a') {
    if (second === undefined && Number.isInteger(value)) return { value, unit: 'a' };
    const months = value * MONTHS + rest / DAYS.mo;
    return { value: Math.round(months * 100) / 100, unit: 'mo' };
  }
  if (second === undefined && row.unit !== 'h' && row.unit !== 'min') return { value, unit: row.unit };
  return { value: value * DAYS[row.unit] + rest, unit: 'd' };
}

interface Quantity {
  readonly age: Age;
  readonly isSure: boolean;
  readonly isSmall: boolean;
}

/** Whose age is told in years alone. */
const GROWN = 18;

/** 生后5分钟, "ten minutes old": minutes count from birth; those of Apgar评分1分钟2分 do not. */
const isOfBirth = (pieces: readonly Piece[], at: number, to: number): boolean =>
  phraseAt(SINCE_BIRTH, pieces, at - 1) !== undefined ||
  phraseAt(OLD, pieces, skip(pieces, to, HYPHEN)) !== undefined;

/** "Two and a half years", "4 yrs 3 months", 1岁半, 5个月零3天. */
function quantityAt(pieces: readonly Piece[], at: number): Read<Quantity> | undefined {
  const first = partAt(pieces, at);
  if (first === undefined || (first.row.unit === 'min' && !isOfBirth(pieces, at, first.to))) return undefined;
  // "28M 2/7 cough" is a man; 4岁，8月就诊, "4y, 3/12 of cough": a comma joins no Chinese parts, and none to a letter
  const unit = text(pieces, first.to - 1);
  const isLetter = /^[a-z]$/u.test(unit);
  const isApart = unit === 'm' || (text(pieces, first.to) === ',' && (isHan(unit) || isLetter));
  const more = isApart ? undefined : partAt(pieces, skip(pieces, first.to, JOINS));
  // beside years days do not count: 两岁零三天
  const least = first.row.unit === 'a' ? DAYS.wk : 0;
  const isFiner =
    more !== undefined && DAYS[more.row.unit] < DAYS[first.row.unit] && DAYS[more.row.unit] >= least;
  const second = isFiner && (first.row.unit !== 'a' || first.value < GROWN) ? more : undefined;
  const isSure = first.row.sure === true || second?.row.sure === true;
  const age = ageOf(first, second);
  if (age.value * DAYS[age.unit] > OLDEST * DAYS.a) return undefined;
  return { value: { age, isSure, isSmall: first.row.unit !== 'a' }, to: second?.to ?? first.to };
}

const years = (value: number, to: number): Read<Age> => ({ value: { value, unit: 'a' }, to });

const QUARTERS = 4;

function bareYears(word: string, { value, to }: Read<number>): Read<Age> | undefined {
  if (/^an?$/.test(word) || value < 1 || value > OLDEST) return undefined;
  if (Number.isInteger(value)) return years(value, to);
  // 7.21 is a result and 38.5 a temperature, and nobody's age
  if (!Number.isInteger(value * QUARTERS) || value >= GROWN) return undefined;
  return { value: { value: value * MONTHS, unit: 'mo' }, to };
}

function decadeAt(pieces: readonly Piece[], at: number): Read<Age> | undefined {
  const word = DECADES.get(text(pieces, at));
  if (word !== undefined) return years(word, at + 1);
  // "90 s" are seconds
  const isPlural =
    pieces[at + 1]?.glued === true && /^'?s$/.test(text(pieces, at + 1)) && /^[1-9]0$/.test(text(pieces, at));
  return isPlural ? years(Number(text(pieces, at)), at + 2) : undefined;
}

function nthAt(
  pieces: readonly Piece[],
  at: number,
  number: Read<number> | undefined,
): Read<Age> | undefined {
  const word = ORDINALS.get(text(pieces, at));
  if (word !== undefined) return years(word, at + 1);
  if (number === undefined) return undefined;
  const restAt = text(pieces, number.to) === '-' ? number.to + 1 : number.to;
  const rest = ORDINALS.get(text(pieces, restAt));
  if (rest !== undefined && rest < 10) return years(number.value + rest, restAt + 1);
  return /^(?:st|nd|rd|th)$/.test(text(pieces, number.to)) ? years(number.value, number.to + 1) : undefined;
}

const LONGEST_PREGNANCY = 43;
/** Below it "3+4" is a score, a dose or a count. */
const EARLIEST_DATED = 10;
const WEEKS_IN_MONTH = DAYS.mo / DAYS.wk;

/** "29+4", "29/40", "29 weeks and 4 days", 36+2周, 20+周, 五个月: weeks of a pregnancy, days left out. */
function weeksAt(pieces: readonly Piece[], number: Read<number>): Read<Age> | undefined {
  if (number.value > LONGEST_PREGNANCY) return undefined;
  const plus = phraseAt(PLUS, pieces, number.to);
  const days = plus && numberAt(pieces, plus.to);
  const withDays = days !== undefined && days.value < 7 ? days.to : number.to;
  const unit = phraseAt(WEEKS, pieces, withDays) ?? (plus && phraseAt(WEEKS, pieces, plus.to));
  if (unit === undefined && withDays === number.to) return undefined;
  const isInMonths = phraseAt(UNITS, pieces, withDays)?.row.unit === 'mo';
  const value = { value: number.value * (isInMonths ? WEEKS_IN_MONTH : 1), unit: 'wk' } as const;
  const to = unit?.to ?? withDays;
  const rest = partAt(pieces, phraseAt(PLUS, pieces, to)?.to ?? skip(pieces, to, JOINS));
  return { value, to: rest?.row.unit === 'd' && rest.value < 7 ? rest.to : to };
}

/** What stands alone is read as the weeks of a pregnancy from here on: of most complaints fewer weeks are told. */
const LATE = 20;

/** "*36 weeks*, contractions": not "cough, 3 weeks". */
function lateAt(pieces: readonly Piece[], number: Read<number>): Read<Age> | undefined {
  const weeks = number.value < LATE ? undefined : weeksAt(pieces, number);
  const isInMonths = weeks !== undefined && weeks.value.value !== number.value;
  return isInMonths ? undefined : weeks;
}

/** "34+2", "34+2/40", "34w2d", 34+2周, "34 weeks + 2 days": what only the weeks of a pregnancy look like. */
function datedAt(pieces: readonly Piece[], number: Read<number>): Read<Age> | undefined {
  const weeks = weeksAt(pieces, number);
  const inFortieths = text(pieces, (weeks?.to ?? 0) - 1).endsWith('40');
  const read = number.value < EARLIEST_DATED && !inFortieths ? undefined : weeks;
  if (read !== undefined && text(pieces, number.to) === 'w' && text(pieces, read.to - 1) === 'd') return read;
  for (let at = number.to; at < (read?.to ?? 0); at += 1) {
    const plus = phraseAt(PLUS, pieces, at);
    if (plus !== undefined && numberAt(pieces, plus.to) !== undefined) return read;
  }
  return undefined;
}

/** From three digits on a number is `big`: an hCG of 1560 is that of a pregnancy. */
const BIG = 100;

const OPENS_NUMBER = new Set([NUMBERS, FRACTIONS, ORDINALS, DECADES].flatMap((words) => [...words.keys()]));

/** What is read at a place; that nothing stands there is remembered too. */
function readOnce<Value>(
  known: (Value | null)[],
  at: number,
  read: () => Value | undefined,
): Value | undefined {
  let value = known[at];
  if (value === undefined) known[at] = value = read() ?? null;
  return value ?? undefined;
}

/** What stands behind years, and never behind minutes. */
const BEHIND_AGE = /^(?:周?岁|yo|y|yrs?|years?|[男女♀♂])$/;

/** What the captures read in a sentence, each place once. */
export class Captures {
  private readonly reads: Partial<Record<Capture, (Read<Age> | null)[]>> = {};
  private readonly quantities: (Read<Quantity> | null)[] = [];
  private readonly numbers: (Read<number> | null)[] = [];
  constructor(readonly pieces: readonly Piece[]) {}

  opensNumber(at: number): boolean {
    const word = text(this.pieces, at);
    return OPENS_NUMBER.has(word) || DIGITS.test(word);
  }

  /** 02:15: neither hours nor minutes are an age. */
  private isOfClock(at: number): boolean {
    return this.isClock(at - 1) || this.isClock(at + 1);
  }

  private isClock(colon: number): boolean {
    const [mark, minute] = [this.pieces[colon], this.pieces[colon + 1]];
    const isGlued = mark?.text === ':' && mark.glued && minute?.glued === true;
    // 病例4：34岁女患者
    if (!isGlued || BEHIND_AGE.test(text(this.pieces, colon + 2))) return false;
    return CLOCK.test(text(this.pieces, colon - 1) + mark.text + minute.text);
  }

  at(capture: Capture, at: number): Read<Age> | undefined {
    const own = (this.reads[capture] ??= []);
    return readOnce(own, at, () => this.readAt(capture, at));
  }

  private readAt(capture: Capture, at: number): Read<Age> | undefined {
    if (this.isOfClock(at)) return undefined;
    const number = readOnce(this.numbers, at, () => numberAt(this.pieces, at));
    if (capture === 'decade') return decadeAt(this.pieces, at);
    if (capture === 'nth') return nthAt(this.pieces, at, number);
    if (capture === 'weeks') return number === undefined ? undefined : weeksAt(this.pieces, number);
    if (capture === 'late') return number === undefined ? undefined : lateAt(this.pieces, number);
    if (capture === 'dated') return number === undefined ? undefined : datedAt(this.pieces, number);
    if (capture === 'years')
      return number === undefined ? undefined : bareYears(text(this.pieces, at), number);
    if (capture === 'grown') {
      const age = number === undefined ? undefined : bareYears(text(this.pieces, at), number);
      return age !== undefined && age.value.value >= YOUNGEST_GROWN && age.value.unit === 'a'
        ? age
        : undefined;
    }
    if (capture === 'n') return number === undefined ? undefined : years(number.value, number.to);
    if (capture === 'big')
      return number === undefined || number.value < BIG ? undefined : years(number.value, number.to);
    const quantity = readOnce(this.quantities, at, () => quantityAt(this.pieces, at));
    if (quantity === undefined) return undefined;
    const { age, isSure, isSmall } = quantity.value;
    const fits = capture === 'age' || (capture === 'sure' ? isSure : isSmall);
    return fits ? { value: age, to: quantity.to } : undefined;
  }
}
