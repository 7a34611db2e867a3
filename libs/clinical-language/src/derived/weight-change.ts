import { readNumber } from '../text/numbers';
import { type Mention } from '../matching/mention';
import { joinedText, standsAt } from '../text/at-position';
import { type Token } from '../text/tokens';
import { type DerivationInput, derivedMention } from './derived-mention';

/** A change of body weight told by its amount. Token positions, end exclusive. */
interface WeightChange {
  readonly findingId: 'weight-loss' | 'weight-gain';
  readonly from: number;
  readonly to: number;
}

const UNITS = /^(?:kg|kgs|kilo|kilos|kilogram|kilograms|lb|lbs|pound|pounds|stone|stones)$/;
const UNITS_ZH: readonly string[] = ['公斤', '千克', '斤', '磅'];
const LOSS = /^(?:lost|lose|loses|losing|loss|dropped|down|shed)$/;
const GAIN = /^(?:gained|gain|gains|gaining|up)$/;
const LOSS_ZH = /(?:下降|减轻|减少|降低|瘦|掉|减)(?:了|约|近|大约)?$/;
const GAIN_ZH = /(?:增加|上升|增长|胖|(?<!体)重)(?:了|约|近|大约)?$/;
/** Between the verb and the amount: "lost [about] 8 kg", "lost [more than] 5 kg". */
const BETWEEN =
  /^(?:about|around|approximately|nearly|almost|over|more|than|at|least|some|up|to|a|total|of|another|weight|by|from|his|her)$/;
const MAX_BETWEEN = 4;

function unitEnd(tokens: readonly Token[], position: number): number | undefined {
  const at = tokens[position]?.text === '-' ? position + 1 : position;
  if (UNITS.test(tokens[at]?.text ?? '')) return at + 1;
  const unit = UNITS_ZH.find((word) => standsAt(tokens, at, word));
  return unit === undefined ? undefined : at + unit.length;
}

/** "Lost about 8 kg", 体重下降约5公斤: the verb stands before the amount. */
function fromVerbBefore(tokens: readonly Token[], amount: number, to: number): WeightChange | undefined {
  for (let at = amount - 1; at >= Math.max(0, amount - 1 - MAX_BETWEEN); at -= 1) {
    const text = tokens[at]?.text ?? '';
    if (LOSS.test(text)) return { findingId: 'weight-loss', from: at, to };
    if (GAIN.test(text)) return { findingId: 'weight-gain', from: at, to };
    if (!BETWEEN.test(text)) break;
  }
  const before = joinedText(tokens, amount - 6, amount);
  if (LOSS_ZH.test(before)) return { findingId: 'weight-loss', from: Math.max(0, amount - 3), to };
  return GAIN_ZH.test(before) ? { findingId: 'weight-gain', from: Math.max(0, amount - 3), to } : undefined;
}

/** "From 80 kg to 75 kg", 由80公斤降至75公斤. */
function fromTwoWeights(tokens: readonly Token[], amount: number): WeightChange | undefined {
  if (!/^(?:from|从|由)$/.test(tokens[amount - 1]?.text ?? '')) return undefined;
  const first = readNumber(tokens, amount);
  const firstEnd = first === undefined ? undefined : unitEnd(tokens, amount + first.length);
  for (let at = firstEnd ?? Number.POSITIVE_INFINITY; at < (firstEnd ?? 0) + 4; at += 1) {
    const second = readNumber(tokens, at);
    const to = second === undefined ? undefined : unitEnd(tokens, at + second.length);
    if (first === undefined || second === undefined || to === undefined || first.value === second.value)
      continue;
    const findingId = second.value < first.value ? 'weight-loss' : 'weight-gain';
    return { findingId, from: amount - 1, to };
  }
  return undefined;
}

/** "A 10 kg weight loss" is read as words; this reads changes that name no weight: "lost 8 kg in two months". */
export function readWeightChanges({ tokens, sentence }: DerivationInput): Mention[] {
  const found: Mention[] = [];
  for (let position = sentence.from; position < sentence.to; position += 1) {
    const amount = readNumber(tokens, position);
    const to = amount === undefined ? undefined : unitEnd(tokens, position + amount.length);
    if (to === undefined || to > sentence.to) continue;
    const change = fromTwoWeights(tokens, position) ?? fromVerbBefore(tokens, position, to);
    if (change === undefined) continue;
    found.push(derivedMention(change.from, change.to, [change.findingId]));
    position = change.to - 1;
  }
  return found;
}
