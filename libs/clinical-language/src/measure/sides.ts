import { textAt } from '../normalise/at-position';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type Sentence } from '../segment/sentences';
import { type NumericRead, numericAt, type ValueSource } from './numeric';
import { type QuantityRead } from './quantity-read';
import { isPlain } from './read-series';
import { spanOf } from './words';

/** "R arm 98", 右足背18: so many words may stand between a side and its value. */
const WITHIN_SIDE = 3;

/** Whether a side is named before a value: "IOP *R* 54", *右*ABI 0.52. */
function isLedBySide({ tokens }: ValueSource, { from, nameTo, read }: QuantityRead): boolean {
  if (spanOf('side', tokens, from - 1) > 0) return true;
  for (let at = nameTo; at < Math.min(read.to, nameTo + WITHIN_SIDE); at += 1)
    if (spanOf('side', tokens, at) > 0) return true;
  return false;
}

/** "14 R / 16 *L*": a letter that was taken for a flag may be the side. */
const endsWithSide = ({ tokens }: ValueSource, { to, flag }: Pick<NumericRead, 'to' | 'flag'>): boolean =>
  flag === 'lowered' || spanOf('side', tokens, to) > 0;

/** The other side behind a value: "ABPI: R 1.04 *L 0.58*", 右42mmHg *左16mmHg*, "14 R / *16 L*". */
function otherSide(
  text: ValueSource,
  quantity: QuantityRead,
  isLed: boolean,
  end: number,
): QuantityRead | undefined {
  const { tokens } = text;
  const { flag } = quantity.read;
  const isNoFlag = isLed && flag === 'lowered' && numericAt(text, quantity.to) !== undefined;
  let at = isNoFlag ? quantity.to - 1 : quantity.to + (isLed ? 0 : spanOf('side', tokens, quantity.to));
  while (/^[,;/()]$/.test(textAt(tokens, at))) at += 1;
  const side = spanOf('side', tokens, at);
  if (isLed === (side === 0)) return undefined;
  for (let value = at + side; value <= at + side + WITHIN_SIDE && value < end; value += 1) {
    const numeric = numericAt(text, value);
    if (numeric === undefined) {
      if (isLed) continue;
      return undefined;
    }
    const isSided = isPlain(numeric) && (isLed || endsWithSide(text, numeric));
    return isSided ? sided(quantity, at, numeric) : undefined;
  }
  return undefined;
}

function sided(
  { read: first, unit: firstUnit, namedAt, from: nameFrom, nameTo, ...name }: QuantityRead,
  from: number,
  { to, number, unit = firstUnit }: NumericRead,
): QuantityRead {
  return {
    ...name,
    from,
    to,
    nameTo: from + 1,
    namedAt: namedAt ?? { from: nameFrom, to: nameTo },
    read: { from, to, number, ...(first.range === undefined ? {} : { range: first.range }) },
    ...(unit === undefined ? {} : { unit }),
    isOfOneSide: true,
  };
}

/** Values of single sides are known as such, and the other side's stands beside them with no name of its own. */
export function withSides(
  text: ValueSource,
  { to: end }: Sentence,
  reads: readonly QuantityRead[],
  { findings }: CompiledVocabulary,
): QuantityRead[] {
  return reads.flatMap((quantity) => {
    const isNumber = quantity.read.number !== undefined && quantity.read.second === undefined;
    if (!isNumber || !findings.has(quantity.findingId)) return [quantity];
    const isLed = isLedBySide(text, quantity);
    if (!isLed && !endsWithSide(text, { to: quantity.to })) return [quantity];
    const one = { ...quantity, isOfOneSide: true as const };
    const other = otherSide(text, one, isLed, end);
    const isTaken = reads.some(
      (each) => each !== quantity && other !== undefined && each.from < other.to && other.from < each.to,
    );
    return other === undefined || isTaken ? [one] : [one, other];
  });
}
