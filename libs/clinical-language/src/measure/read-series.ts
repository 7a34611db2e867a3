import { textAt } from '../normalise/at-position';
import { areJoined, flagAt, type NumericRead, numericAt, type ValueSource } from './numeric';
import { columnsBehind } from './read-cells';
import { type Times } from './times';
import { spanOf } from './words';

/** A value that the text gives for an earlier time. Token position of its end, exclusive. */
export interface EarlierRead {
  readonly to: number;
  readonly number: number;
  readonly unit?: string;
  readonly comparator?: NumericRead['comparator'];
}

const MAX_SERIES = 12;
const MAX_FILLERS = 4;
/** Two numbers beside one another may be of two tests. */
const LEAST_BEHIND_FIRST = 2;

function nextAt({ tokens }: ValueSource, position: number, announced: boolean): number | undefined {
  const start = tokens[position]?.text === ',' ? position + 1 : position;
  const span = spanOf('then', tokens, start) || (announced ? spanOf('to', tokens, start) : 0);
  return span === 0 ? undefined : start + span;
}

export const isPlain = ({ titre, second, comparator }: NumericRead): boolean =>
  titre === undefined && second === undefined && comparator === undefined;

const withUnit = ({ to, number, comparator }: NumericRead, unit: string | undefined): EarlierRead => ({
  to,
  number,
  ...(unit === undefined ? {} : { unit }),
  ...(comparator === undefined ? {} : { comparator }),
});

/** "Hb 71 → 2u red cells", "CRP 102 → 2/7 later": letters or a stroke close behind make it a number of something else. */
export function isOfSomethingElse(text: ValueSource, at: number, { unit }: NumericRead): boolean {
  const [number, behind] = [text.tokens[at], text.tokens[at + 1]];
  if (behind === undefined || unit !== undefined || !areJoined(number, behind)) return false;
  return behind.text === '/' || (behind.kind === 'word' && flagAt(text, at + 1) === undefined);
}

const isShare = ({ unit }: NumericRead): boolean => unit === '%';

/**
 * Follows a value to those that come after it: "90 → 180 → 480 umol/L", "from 90 to 480", 由90升至480. A unit that is
 * written once holds for all.
 * @param announced whether "from" stood before the first
 */
export function seriesFrom(text: ValueSource, times: Times, first: NumericRead, announced: boolean): Series {
  const reads: [NumericRead, ...NumericRead[]] = [
    first,
    ...columnsBehind(text, first),
    ...rowBehind(text, times, first),
  ];
  if (reads.length > 1) return seriesOf(reads);
  for (let last = first; isPlain(last) && reads.length < MAX_SERIES;) {
    const at = nextAt(text, last.to, announced);
    const next = at === undefined || times.isNumber(at) ? undefined : numericAt(text, at);
    if (at === undefined || next === undefined || isOfSomethingElse(text, at, next)) break;
    // "8.4 → >20": the last may be a limit; "1.7 mmol/L → 10% dextrose" is another thing
    const isNumber = next.titre === undefined && next.second === undefined;
    const isOther = first.unit !== undefined && next.unit !== undefined && isShare(first) !== isShare(next);
    if (!isNumber || isOther) break;
    reads.push(next);
    last = next;
  }
  return seriesOf(reads);
}

/** 144、149、153、158mmol/L: three or more numbers in a row are one test's, the last of them the present one. */
function rowBehind(text: ValueSource, times: Times, first: NumericRead): NumericRead[] {
  const row: NumericRead[] = [];
  for (let last = first; isPlain(last) && last.unit === undefined && textAt(text.tokens, last.to) === '、';) {
    const at = last.to + 1;
    const next = times.isNumber(at) ? undefined : numericAt(text, at);
    if (next === undefined || !isPlain(next) || isOfSomethingElse(text, at, next)) break;
    row.push(next);
    last = next;
  }
  return row.length >= LEAST_BEHIND_FIRST ? row : [];
}

interface Series {
  readonly last: NumericRead;
  readonly earlier: readonly EarlierRead[];
}

function seriesOf(reads: readonly [NumericRead, ...NumericRead[]]): Series {
  const unit = reads.findLast((read) => read.unit !== undefined)?.unit;
  const last = reads.at(-1) ?? reads[0];
  return {
    last: last.unit === undefined && unit !== undefined ? { ...last, unit } : last,
    earlier: reads.slice(0, -1).map((read) => withUnit(read, read.unit ?? unit)),
  };
}

/** "480 umol/L (baseline 90)", "up from 90", （此前为90）: a value told after the present one. */
export function earlierAt(text: ValueSource, times: Times, position: number): EarlierRead | undefined {
  const { tokens } = text;
  let at = position;
  while (/^[,([]$/.test(tokens[at]?.text ?? '') && at < position + 2) at += 1;
  const cue = spanOf('before', tokens, at);
  if (cue === 0) return undefined;
  at += cue;
  for (let left = MAX_FILLERS; left > 0; left -= 1) at += spanOf('before-lead', tokens, at);
  const read = times.isNumber(at) ? undefined : numericAt(text, at);
  return read === undefined || !isPlain(read) ? undefined : withUnit(read, read.unit);
}
