import { numericAt, type ValueSource } from './numeric';
import { spanOf } from './words';

/** A reference range that a report prints beside a value. */
export interface RangeRead {
  readonly to: number;
  readonly low?: number;
  readonly high?: number;
  /** UCUM; that of the value if it is not repeated. */
  readonly unit?: string;
}

const OPENING = /^[([]$/;
const CLOSING = /^[)\]]$/;
const MAX_WORDS = 8;

/** Words such as "normal", "ref" or 参考值 before the numbers: where they end. */
function introduction({ tokens }: ValueSource, position: number): number {
  let at = position;
  while (at - position < MAX_WORDS) {
    const span = spanOf('range', tokens, at);
    if (span === 0) break;
    at += span;
  }
  return at;
}

/** Two limits, or one: "3.5-5.0", "<5". */
export function limitsAt(text: ValueSource, position: number): RangeRead | undefined {
  const first = numericAt(text, position);
  if (first === undefined || first.titre !== undefined || first.second !== undefined) return undefined;
  const unit = first.unit === undefined ? {} : { unit: first.unit };
  if (first.comparator !== undefined) {
    const side = first.comparator.startsWith('<') ? { high: first.number } : { low: first.number };
    return { to: first.to, ...side, ...unit };
  }
  const between = spanOf('to', text.tokens, first.to);
  const second = between === 0 ? undefined : numericAt(text, first.to + between);
  if (second === undefined || second.number <= first.number) return undefined;
  const stated = second.unit ?? first.unit;
  return {
    to: second.to,
    low: first.number,
    high: second.number,
    ...(stated === undefined ? {} : { unit: stated }),
  };
}

/**
 * Reads the reference range behind a value: "(3.5-5.0)", "(normal <5)", "ref 135-145", （参考值0-5）. A bare pair of
 * numbers is one in brackets, behind a flag ("6.4 H 3.5-5.3") and before a unit that the value lacks ("42 150-400 10^9/L").
 */
export function rangeAt(text: ValueSource, position: number, isFlagged = false): RangeRead | undefined {
  const { tokens } = text;
  const start = tokens[position]?.text === ',' ? position + 1 : position;
  const isBracketed = OPENING.test(tokens[start]?.text ?? '');
  const inside = isBracketed ? start + 1 : start;
  const at = introduction(text, inside);
  const limits = limitsAt(text, at);
  const isBare = !isBracketed && at === inside;
  const isPair = limits?.low !== undefined && limits.high !== undefined;
  if (isBare && !(isPair && (isFlagged || limits.unit !== undefined))) return undefined;
  if (limits === undefined || !isBracketed) return limits;
  return CLOSING.test(tokens[limits.to]?.text ?? '') ? { ...limits, to: limits.to + 1 } : undefined;
}
