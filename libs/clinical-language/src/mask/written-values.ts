import { type MaskedKind } from '@openrounds/contracts';
import { type Span } from '../model/understanding';
import { type Passage } from './passage';

const HAN = /\p{Script=Han}/u;

/** Numbers of fewer figures are values, days and scores, unless so many stand in a row. */
const [LEAST_FIGURES, MOST_NUMBERS] = [5, 3];

/** 2.35: a value, however many stand in a row. */
const DECIMAL = /(?<![\d.])\d{1,4}\.\d{1,3}(?![\d.])/gu;
const IS_DECIMAL = /^\d{1,4}\.\d{1,3}$/u;
export const isWrittenDecimal = (text: string): boolean => IS_DECIMAL.test(text);

/** No number that may be a value: somebody's are long, or long rows. */
export function isNumberOfSomebody(text: string): boolean {
  const numbers = text.replace(DECIMAL, ' ').match(/[\p{Script=Latin}\d]+/gu) ?? [];
  return numbers.length > MOST_NUMBERS || numbers.some(({ length }) => length >= LEAST_FIGURES);
}

/** T36.8, BP112/72, CK20-, E4V4M6: letters with a value right behind them. */
const MEASURED =
  /(?<![\p{L}\d])(?:\p{Script=Latin}{1,6}\d{1,3}(?:\.\d{1,2})?(?:\/\d{1,3})?){1,4}[+-]?(?![\p{L}\d])/gu;
/** One alone may as well be a bed: B12. */
const IS_VALUE_ALONE = /\d[./]\d/u;
const HOLDS_LETTER = /\p{L}/u;

/** Values beside one another. */
function isMeasured(text: string): boolean {
  const measured = text.match(MEASURED) ?? [];
  const rest = text.replace(MEASURED, ' ');
  const isSure = measured.length > 1 || measured.some((one) => IS_VALUE_ALONE.test(one));
  return isSure && !HOLDS_LETTER.test(rest) && !isNumberOfSomebody(rest);
}

/** (5000-12000), [4,000 - 11,000]: what is normal stands in brackets, the higher end not much higher. */
const IS_RANGE = /^(\d[\d,]*(?:\.\d+)?) ?[-–—~] ?(\d[\d,]*(?:\.\d+)?)$/u;
const MOST_BETWEEN_ENDS = 20;

function isNormalRange({ text }: Passage, { start, end }: Span): boolean {
  const ends = IS_RANGE.exec(text.slice(start, end));
  const isInBrackets = /[([（]/u.test(text.charAt(start - 1)) && /[)\]）]/u.test(text.charAt(end));
  if (ends === null || !isInBrackets) return false;
  const [low = 0, high = 0] = ends.slice(1).map((number) => Number(number.replaceAll(',', '')));
  return low < high && high < low * MOST_BETWEEN_ENDS;
}

/** 零点零五, 九十二: how values are spoken. */
const IS_SPOKEN_VALUE = /[零〇一二三四五六七八九]点[零〇一二三四五六七八九]|[一二三四五六七八九]十|[百千万]/u;
const FIGURES = /[\dA-Z零〇一二三四五六七八九幺]/gu;
/** A number of somebody with words in it has so many figures at least; 桥边小鱼88 and 4号 are called so. */
const FEWEST_FIGURES = 4;
const IS_CALLED_SO = /\p{Script=Han}\d{2,4}$|\d[号日]/u;

/** 首份hs-cTnI 12: in Chinese small letters are a test's. */
const HAS_SMALL_LETTER = /\p{Ll}/u;
const MOST_FIGURES_OF_A_TEST = 2;

/** What was taken for a number of somebody and has too few figures for one, or is told as values are. */
function isNoNumber(text: string, kind: MaskedKind, isChinese: boolean): boolean {
  if (kind !== 'mrn' || !isChinese) return false;
  if (!HAN.test(text))
    return HAS_SMALL_LETTER.test(text) && (text.match(/\d/gu)?.length ?? 0) <= MOST_FIGURES_OF_A_TEST;
  if (IS_CALLED_SO.test(text)) return false;
  return IS_SPOKEN_VALUE.test(text) || (text.match(FIGURES)?.length ?? 0) < FEWEST_FIGURES;
}

/** Whether a stretch that was learnt to be somebody's is how values are written, spoken or limited. */
export function isWrittenValue(passage: Passage, span: Span, kind: MaskedKind): boolean {
  const text = passage.text.slice(span.start, span.end);
  return isMeasured(text) || isNoNumber(text, kind, HAN.test(passage.text)) || isNormalRange(passage, span);
}
