import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { type Token } from '../model/token';
import { positionsBetween, textAt } from '../normalise/at-position';
import { DETERMINERS, STOP_WORDS } from '../normalise/function-words';
import { gather } from '../normalise/lists-by-key';
import { grammar } from '../recognise/grammar';
import { type Reading } from '../segment/reading';
import { type Sentence } from '../segment/sentences';
import { OTHER_TEST } from './names';
import { areJoined, numericAt } from './numeric';
import { type QuantityRead } from './quantity-read';
import { type Times } from './times';
import { spanOf } from './words';

const rowSchema = z.strictObject({ units: z.array(z.string()) });
const MEASURED = new Set(lexiconRows('measured-units', z.array(rowSchema)).flatMap(({ units }) => units));

/** A name has no more words, or Chinese characters. */
const LONGEST_NAME = { word: 4, han: 10 } as const;
/** A single Chinese character names nothing. */
const SHORTEST_NAME = { word: 1, han: 2 } as const;
const LONGEST_ASIDE = 6;

const isOfName = ({ kind, text }: Token, of: Token['kind']): boolean =>
  kind === of && !STOP_WORDS.has(text) && !DETERMINERS.has(text);

/** "Access flow (Transonic) 380": where an aside begins that ends at a place, or the place. */
function beforeAside(tokens: readonly Token[], first: number, end: number): number {
  if (textAt(tokens, end - 1) !== ')') return end;
  for (let at = end - 2; at > Math.max(first, end - LONGEST_ASIDE); at -= 1)
    if (textAt(tokens, at) === '(') return at;
  return end;
}

/** Where the words begin that lead to a value: "was", ":". */
function beforeLeads(tokens: readonly Token[], first: number, end: number): number {
  let at = end;
  while (at > first && spanOf('lead', tokens, at - 1) === 1) at -= 1;
  return at;
}

/** The marks inside "β2-MG" and "TLC/VA". */
const isGlued = (tokens: readonly Token[], at: number): boolean =>
  /^[-/]$/.test(textAt(tokens, at)) &&
  areJoined(tokens[at - 1], tokens[at]) &&
  areJoined(tokens[at], tokens[at + 1]);

/** Where the name of a value begins that ends at a place: the words right before it, without those that say nothing. */
function nameBefore(tokens: readonly Token[], first: number, end: number): number | undefined {
  const kind = tokens[end - 1]?.kind;
  if (kind !== 'word' && kind !== 'han') return undefined;
  let from = end;
  while (from > first && end - from < LONGEST_NAME[kind]) {
    const before = tokens[from - 1];
    if (before === undefined || !(isOfName(before, kind) || isGlued(tokens, from - 1))) break;
    from -= 1;
  }
  while (from < end && (tokens[from]?.kind === 'mark' || grammar().coordinating.has(textAt(tokens, from))))
    from += 1;
  return end - from < SHORTEST_NAME[kind] ? undefined : from;
}

/**
 * "Forearm CV 51 m/s", 肺动脉平均压 48mmHg: a number in a unit that only what is measured has is a value, named by the words before it, where it is nothing
 * else's.
 */
export function measuredByUnit(
  reading: Reading,
  { from, to }: Sentence,
  reads: readonly QuantityRead[],
  times: Times,
): QuantityRead[] {
  const { tokens } = reading;
  const taken = new Set(gather(reads, (read) => positionsBetween(read.from, read.to)));
  const found: QuantityRead[] = [];
  let first = from;
  for (let at = from; at < to; at += 1) {
    if (taken.has(at)) {
      first = at + 1;
      continue;
    }
    const numeric = tokens[at]?.kind === 'number' && !times.isNumber(at) ? numericAt(reading, at) : undefined;
    if (numeric?.unit === undefined || !MEASURED.has(numeric.unit) || numeric.second !== undefined) continue;
    // 心指数1.8: a Chinese word that leads to a value may be the end of its name
    const [name] = gather([at, beforeLeads(tokens, first, at)], (end) => {
      const nameTo = beforeAside(tokens, first, end);
      const start = nameBefore(tokens, first, nameTo);
      return start === undefined ? [] : [{ start, nameTo }];
    });
    first = numeric.to;
    if (name === undefined) continue;
    const { unit } = numeric;
    found.push({
      findingId: OTHER_TEST,
      from: name.start,
      to: numeric.to,
      nameTo: name.nameTo,
      read: { from: at, ...numeric },
      unit,
    });
  }
  return found;
}
