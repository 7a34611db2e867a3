import { isEnglishWord } from './english-words';
import { classesOf } from './mask-lexicon';

const digitsOf = (text: string): string => text.replace(/\D/gu, '');

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Chinese resident identity number: ISO 7064 MOD 11-2 (GB 11643-1999). */
function isResidentId(id: string): boolean {
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return '10X98765432'[sum % 11] === id[17]?.toUpperCase();
}

/** Bank card number: the Luhn algorithm (ISO/IEC 7812-1). */
function isCardNumber(text: string): boolean {
  const digits = digitsOf(text);
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** NHS number of England and Wales: ten digits, the last a modulus 11 check digit (NHS Data Dictionary). */
function isNhsNumber(text: string): boolean {
  const digits = digitsOf(text);
  let sum = 0;
  for (let index = 0; index < 9; index += 1) sum += Number(digits[index]) * (10 - index);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/** International bank account number: ISO 7064 MOD 97-10 (ISO 13616). */
function isIban(text: string): boolean {
  const compact = text.replace(/ /gu, '');
  let rest = 0;
  for (const char of compact.slice(4) + compact.slice(0, 4)) {
    const value = parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** A day and a month in either order. */
export const isMonthAndDay = (a: number, b: number): boolean =>
  a >= 1 && b >= 1 && ((a <= 31 && b <= 12) || (a <= 12 && b <= 31));

/** The same as written, before a year if there is one. */
function isDayAndMonth(text: string): boolean {
  const parts = text.split(/[-/.]/u);
  const [a = 0, b = 0] = parts.map(Number);
  return isMonthAndDay(a, b) && !isThreeScores(parts);
}

/** 9-10-10, 8-8-10: scores at three times, or units at three meals. */
const isThreeScores = (parts: readonly string[]): boolean =>
  parts.length === 3 && parts.every((part) => Number(part) <= 10 && !part.startsWith('0'));

/** Nine to twelve digits that are no times of a day (0800 1200 1600). */
function isPhone(text: string): boolean {
  const { length } = digitsOf(text);
  return length >= 9 && length <= 12 && !/^\d{4}(?:[ -]+[01]\d[0-5]\d)+$/u.test(text);
}

/** Eleven digits, however they are grouped: 138 0013 80 00, 15148-090-336, or one by one; not 150 120 130 14. */
function isMobile(text: string): boolean {
  const groups = text.replace(/^\+?86[- ]?/u, '').split(/[-. ]/u);
  const [first = 0, second = 4] = groups.map(({ length }) => length);
  return groups.every(({ length }) => length === 1) || first > 3 || (first === 3 && second > 3);
}

/** A bed or room has a number, or one capital (Bay B); "ward a", "bed in" are words, and "ward: 29F" is a woman of 29. */
const isSpot = (text: string): boolean => /\d|(?<![a-z])[A-Z]$/u.test(text) && !/: ?\d{2}[MF]$/u.test(text);

/** 3单元502, 6号楼, 88栋; not 一座 or 三层. */
const isRoom = (text: string): boolean => /\d/u.test(text);

const MEASURED = classesOf('en/proper-nouns').get('measured') ?? [];

/** "pH 6.0 (4.5-8.0)": no number of somebody begins so. */
const BEGINS_WITH_DECIMAL = /^\d{1,3}\.\d{1,3}(?![\d.])/u;

/** "Ref 135-145": two limits, the lower first. */
function isRange(text: string): boolean {
  const [low = '', high = ''] = /^([1-9]\d{0,2})-([1-9]\d{1,2})$/u.exec(text)?.slice(1) ?? [];
  return high !== '' && Number(low) < Number(high);
}

/** BP 158/82, G3P2012, 2/52, T11-12: behind "reg." or "OPD" as well no code. */
const CLINICAL = [
  new RegExp(`^(?:${MEASURED.join('|')})(?![A-Za-z])`, 'u'),
  /^G\d{1,2}P\d/u,
  /^\d{1,2}\/(?:7|12|24|40|52)(?![\d/-])/u,
  /^[CTLS]\d{1,2}[-–][CTLS]?\d{1,2}(?![\d-])/u,
];
export const isClinical = (text: string): boolean =>
  CLINICAL.some((pattern) => pattern.test(text)) || BEGINS_WITH_DECIMAL.test(text) || isRange(text);

const REGISTERS = classesOf('en/proper-nouns').get('register') ?? [];

/** G20210A, registers and standards, amounts, years. */
const NO_CODES = [
  /^[ACGT]\d{3,5}[ACGT]$/u,
  new RegExp(`^(?:${REGISTERS.join('|')})-?\\d`, 'u'),
  /^\d+(?:I?U|M?L|DL|[MKNPU]?G|MCG|[MC]M|HZ|K|X)?(?:\/[A-Z\d]{1,5})?$/u,
  /^[A-Z]+-?(?:19|20)\d{2}$/u,
];

/** Digits with letters, the more if nothing parts them; 410-380-395 are blows into a peak flow meter. */
function isCode(text: string): boolean {
  const { length } = digitsOf(text);
  const hasLetter = /[A-Z]/u.test(text);
  if ([...CLINICAL, ...NO_CODES].some((pattern) => pattern.test(text))) return false;
  const isParted = /[-/(]/u.test(text);
  return hasLetter ? length > (isParted ? 3 : 4) : length > 5 && isParted && text.startsWith('0');
}

/** So many digits that are no amount: 562019884, not 12000000. */
const isLongNumber = (text: string): boolean => !text.endsWith('000');

/** "chest_pain" is the name of a field, "kaz_jazz09" nobody else's. */
const isHandle = (text: string): boolean =>
  !text
    .toLowerCase()
    .split('_')
    .every((part) => isEnglishWord(part));

/** What a shape alone does not tell; named in `lexicon/{en,zh}/identifiers.yaml`. */
export const CHECKS: Readonly<Record<string, (text: string) => boolean>> = {
  resident: isResidentId,
  card: isCardNumber,
  nhs: isNhsNumber,
  iban: isIban,
  'day-and-month': isDayAndMonth,
  phone: isPhone,
  mobile: isMobile,
  spot: isSpot,
  room: isRoom,
  code: isCode,
  'long-number': isLongNumber,
  handle: isHandle,
};
