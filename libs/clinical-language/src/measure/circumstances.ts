import { type Measurement } from '@openrounds/contracts';
import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { bySurface } from '../lexicon/phrase-dictionary';
import { type Token } from '../model/token';
import { positionsBetween, textAt } from '../normalise/at-position';
import { dictionaryOf } from './words';

/** How a vital sign was measured. */
export type Circumstances = Pick<Measurement, 'posture' | 'effort' | 'support' | 'side' | 'extreme'>;

const words = z.array(z.string());
const fileSchema = z.strictObject({
  posture: z.strictObject({ lying: words, sitting: words, standing: words }),
  effort: z.strictObject({ rest: words, exertion: words }),
  support: z.strictObject({ air: words, oxygen: words }),
  side: z.strictObject({ right: words, left: words }),
  extreme: z.strictObject({ lowest: words, mean: words, highest: words }),
  apart: words,
  beside: words,
});

const { apart, beside, ...kinds } = lexiconRows('circumstances-of-values', fileSchema);

const MARKS = dictionaryOf<Circumstances>([
  ...apart.map((word) => [word, {}] as const),
  ...Object.entries(kinds).flatMap(([kind, values]) =>
    Object.entries(values).flatMap(([value, list]) => list.map((word) => [word, { [kind]: value }] as const)),
  ),
]);

/** A word that tells how a value was measured. */
interface Mark {
  readonly to: number;
  readonly tells: Circumstances;
}

/** What words tell of how a value was measured, and the tokens that they take. */
export interface ToldWay {
  readonly tells: Circumstances;
  readonly tokens: readonly number[];
}

/** What a position tells of how a value was measured. */
export function markAt(tokens: readonly Token[], at: number): Mark | undefined {
  const match = MARKS.longestAt(tokens, at, bySurface);
  const tells = match?.values[0];
  return match === undefined || tells === undefined ? undefined : { to: match.to, tells };
}

const BESIDE: ReadonlySet<string> = new Set(beside);

/** What stands between a value and a mark: "146/82 *(on* standing)". */
export const isBesideMark = (text: string): boolean => BESIDE.has(text);

/** What is told first, and then. */
export const merged = (first: ToldWay | undefined, second: ToldWay | undefined): ToldWay | undefined =>
  first && second
    ? { tells: { ...first.tells, ...second.tells }, tokens: [...first.tokens, ...second.tokens] }
    : (first ?? second);

/** All that a stretch tells of how a value was measured; the later of one kind counts. */
export function marksBetween(tokens: readonly Token[], from: number, to: number): ToldWay | undefined {
  let told: ToldWay | undefined;
  for (let at = from; at < to;) {
    const mark = markAt(tokens, at);
    if (mark !== undefined && mark.to <= to)
      told = merged(told, { tells: mark.tells, tokens: positionsBetween(at, mark.to) });
    at = mark?.to ?? at + 1;
  }
  return told;
}

/** What stands right behind a value: "132/84 *lying*", "98/60 *(standing)*", "86 % *on walking*". */
export function markBehind(tokens: readonly Token[], to: number, end: number): ToldWay | undefined {
  let at = to;
  while (at < end && isBesideMark(textAt(tokens, at))) at += 1;
  const mark = markAt(tokens, at);
  return mark === undefined || mark.to > end
    ? undefined
    : { tells: mark.tells, tokens: positionsBetween(to, mark.to) };
}

/** Whether a value says how the patient is under strain or helped, and not how he comes: what is so at rest counts before it. */
export const isProvoked = ({ posture, effort, support, extreme }: Circumstances): boolean =>
  posture === 'standing' || effort === 'exertion' || support === 'oxygen' || extreme !== undefined;
