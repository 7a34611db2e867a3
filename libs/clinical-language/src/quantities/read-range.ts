import { numericAt, type ValueSource } from './numeric';

/** A reference range that a report prints beside a value. */
export interface RangeRead {
  readonly to: number;
  readonly low?: number;
  readonly high?: number;
  /** UCUM; that of the value if it is not repeated. */
  readonly unit?: string;
}

const WORDS: ReadonlySet<string> = new Set(
  'normal reference ref range nr rr interval limits upper lower limit of uln is 参 考 值 范 围 正 常 区 间 :'.split(
    ' ',
  ),
);
const OPENING = /^[([]$/;
const CLOSING = /^[)\]]$/;
const BETWEEN = /^(?:-|~|to|至|到)$/;
const MAX_WORDS = 8;

interface Introduced {
  readonly at: number;
  readonly isNamed: boolean;
}

/** Words such as "normal", "ref" or 参考值 before the numbers. */
function introduction({ tokens }: ValueSource, position: number): Introduced {
  let at = position;
  while (at - position < MAX_WORDS && WORDS.has(tokens[at]?.text ?? '')) at += 1;
  return { at, isNamed: at > position };
}

function limitsAt(text: ValueSource, position: number): RangeRead | undefined {
  const first = numericAt(text, position);
  if (first === undefined || first.titre !== undefined || first.second !== undefined) return undefined;
  const unit = first.unit === undefined ? {} : { unit: first.unit };
  if (first.comparator !== undefined) {
    const side = first.comparator.startsWith('<') ? { high: first.number } : { low: first.number };
    return { to: first.to, ...side, ...unit };
  }
  if (!BETWEEN.test(text.tokens[first.to]?.text ?? '')) return undefined;
  const second = numericAt(text, first.to + 1);
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
 * numbers is one only in brackets.
 */
export function rangeAt(text: ValueSource, position: number): RangeRead | undefined {
  const { tokens } = text;
  const start = tokens[position]?.text === ',' ? position + 1 : position;
  const isBracketed = OPENING.test(tokens[start]?.text ?? '');
  const { at, isNamed } = introduction(text, isBracketed ? start + 1 : start);
  if (!isBracketed && !isNamed) return undefined;
  const limits = limitsAt(text, at);
  if (limits === undefined || !isBracketed) return limits;
  return CLOSING.test(tokens[limits.to]?.text ?? '') ? { ...limits, to: limits.to + 1 } : undefined;
}
