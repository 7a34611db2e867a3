import { type Token } from '../text/tokens';
import { type NumericRead, numericAt, type ValueSource } from './numeric';

/** A value that the text gives for an earlier time. Token position of its end, exclusive. */
export interface EarlierRead {
  readonly to: number;
  readonly number: number;
  readonly unit?: string;
}

const MAX_SERIES = 12;

const matches = (tokens: readonly Token[], position: number, words: readonly string[]): boolean =>
  words.every((word, index) => tokens[position + index]?.text === word);

/** What stands between a value and the next: longer forms first. */
const THEN: readonly (readonly string[])[] = [
  ['-', '>'], ['→'], ['➔'], ['⇒'], ['=', '>'],
  ['rising', 'to'], ['falling', 'to'], ['increasing', 'to'], ['decreasing', 'to'], ['dropping', 'to'], ['down', 'to'],
  ['up', 'to'], ['then'], ['and', 'then'],
  ['上', '升', '至'], ['上', '升', '到'], ['下', '降', '至'], ['下', '降', '到'], ['升', '高', '至'], ['升', '高', '到'],
  ['降', '低', '至'], ['降', '低', '到'], ['升', '至'], ['升', '到'], ['降', '至'], ['降', '到'], ['增', '至'],
  ['涨', '到'], ['增', '加', '到'], ['减', '少', '到'],
]; // prettier-ignore
/** Only after "from": elsewhere they make a range. */
const THEN_ANNOUNCED: readonly (readonly string[])[] = [['to'], ['至'], ['到'], ['-'], ['~']];

function nextAt(tokens: readonly Token[], position: number, announced: boolean): number | undefined {
  const start = tokens[position]?.text === ',' ? position + 1 : position;
  const ways = announced ? [...THEN, ...THEN_ANNOUNCED] : THEN;
  const way = ways.find((words) => matches(tokens, start, words));
  return way === undefined ? undefined : start + way.length;
}

const isPlain = ({ titre, second, comparator }: NumericRead): boolean =>
  titre === undefined && second === undefined && comparator === undefined;

const withUnit = ({ to, number }: NumericRead, unit: string | undefined): EarlierRead => ({
  to,
  number,
  ...(unit === undefined ? {} : { unit }),
});

/**
 * Follows a value to those that come after it: "90 → 180 → 480 umol/L", "from 90 to 480", 由90升至480. A unit that is
 * written once holds for all.
 * @param announced whether "from" stood before the first
 */
export function seriesFrom(
  text: ValueSource,
  first: NumericRead,
  announced: boolean,
): { readonly last: NumericRead; readonly earlier: readonly EarlierRead[] } {
  const reads = [first];
  for (let last = first; isPlain(last) && reads.length < MAX_SERIES;) {
    const at = nextAt(text.tokens, last.to, announced);
    const next = at === undefined ? undefined : numericAt(text, at);
    if (next === undefined || !isPlain(next)) break;
    reads.push(next);
    last = next;
  }
  const unit = reads.findLast((read) => read.unit !== undefined)?.unit;
  const last = reads[reads.length - 1] ?? first;
  return {
    last: last.unit === undefined && unit !== undefined ? { ...last, unit } : last,
    earlier: reads.slice(0, -1).map((read) => withUnit(read, read.unit ?? unit)),
  };
}

/** Words that tell an earlier value behind the present one. */
const BEFORE: readonly (readonly string[])[] = [
  ['up', 'from'], ['down', 'from'], ['rising', 'from'], ['falling', 'from'], ['increased', 'from'],
  ['decreased', 'from'], ['risen', 'from'], ['fallen', 'from'], ['from'], ['baseline'], ['baseline', 'of'],
  ['previously'], ['previous'], ['prior'], ['was'], ['vs'], ['versus'],
  ['基', '线'], ['此', '前'], ['前', '次'], ['上', '次'], ['之', '前'], ['原', '为'], ['既', '往'],
]; // prettier-ignore
/** "From 3 days ago" is a time. */
const TIME_WORD =
  /^(?:h|hrs?|hours?|d|days?|weeks?|wks?|months?|years?|yrs?|min|mins|minutes?|时|天|日|周|月|年|岁|个|小|分)$/;
const FILLERS = /^(?:of|at|value|was|:|为|值|是|约)$/;

/** "480 umol/L (baseline 90)", "up from 90", （此前为90）: a value told after the present one. */
export function earlierAt(text: ValueSource, position: number): EarlierRead | undefined {
  const { tokens } = text;
  let at = position;
  while (/^[,([]$/.test(tokens[at]?.text ?? '') && at < position + 2) at += 1;
  const cue = BEFORE.findLast((words) => matches(tokens, at, words));
  if (cue === undefined) return undefined;
  at += cue.length;
  while (FILLERS.test(tokens[at]?.text ?? '') && at < position + 8) at += 1;
  const read = numericAt(text, at);
  if (read === undefined || !isPlain(read) || TIME_WORD.test(tokens[read.to]?.text ?? '')) return undefined;
  return withUnit(read, read.unit);
}
