import { type Token } from '../model/token';
import { type Sentence } from '../segment/sentences';
import { markBehind, marksBetween, merged, type ToldWay } from './circumstances';
import { type QuantityRead, type VitalSign } from './quantity-read';

/** How a value was measured is told no further before it. */
const FARTHEST = 14;

/**
 * Vital signs with how each was measured. Words stand before their values ("*lying* 146/82, P 68") unless the first value has none
 * before it and one has some behind it ("BP 118/70, HR 72 *lying*"). A posture is that of all signs up to the next.
 *
 * @param signs of one sentence, in its order
 */
export function withCircumstances(
  signs: readonly VitalSign[],
  tokens: readonly Token[],
  sentence: Sentence,
): QuantityRead[] {
  const startOf = (index: number): number =>
    Math.max(signs[index - 1]?.[0].to ?? 0, sentence.from, (signs[index]?.[0].from ?? 0) - FARTHEST);
  const endOf = (index: number): number => signs[index + 1]?.[0].from ?? sentence.to;
  const before = signs.map(([{ to }], index) => marksBetween(tokens, startOf(index), to));
  const inside = signs.map(([{ to, read }]) => marksBetween(tokens, read.from, to));
  const behind = signs.map(([{ to }], index) => markBehind(tokens, to, endOf(index)));
  const isBehind = before[0] === undefined && behind.some((tells) => tells !== undefined);
  const told = isBehind
    ? inOneGo(behind.map((tells, index) => merged(inside[index], tells)).reverse()).reverse()
    : inOneGo(before.map((tells, index) => tells ?? behind[index]));
  return signs.flatMap((sign, index) =>
    sign.map((one): QuantityRead => withTold(one, told[index], sign.length > 1)),
  );
}

/** The posture that is told of one value is that of those behind it that tell none. */
function inOneGo(told: readonly (ToldWay | undefined)[]): (ToldWay | undefined)[] {
  let last: ToldWay | undefined;
  return told.map((way) => {
    const posture = way?.tells.posture ?? last?.tells.posture;
    const held = last;
    last = posture && { tells: { posture }, tokens: [] };
    return merged(held, way);
  });
}

/** A side is told of pressures and of signs that are known to be of one side: the R of others may be a name. */
function withTold(quantity: QuantityRead, told: ToldWay | undefined, isPair: boolean): QuantityRead {
  if (told === undefined) return quantity;
  const { side, ...others } = told.tells;
  const isOfOneSide = side !== undefined && (isPair || quantity.isOfOneSide === true);
  const circumstances = { ...others, ...(isOfOneSide && { side }) };
  return Object.keys(circumstances).length === 0
    ? quantity
    : { ...quantity, circumstances, toldBy: told.tokens, ...(isOfOneSide && { isOfOneSide }) };
}
