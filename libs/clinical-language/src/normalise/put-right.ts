import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { type Token } from '../model/token';
import { standsAt, textAt } from './at-position';
import { byKey } from './lists-by-key';
import { readNumber } from './numbers';
import { surfaceKeys } from './phrases';

/** `lexicon/put-right.yaml`: what one says before a number that puts another right, longest first. */
const CORRECTIONS = byKey(
  lexiconRows('put-right', z.array(z.string()))
    .map(surfaceKeys)
    .sort((a, b) => b.length - a.length),
  ([first = '']) => first,
);

/** "Three fifths, no, four fifths": so many tokens may stand between a number and what puts it right, if they stand behind both. */
const MOST_COUNTED = 3;

const behindComma = (tokens: readonly Token[], at: number): number =>
  textAt(tokens, at) === ',' ? at + 1 : at;

/** A number that puts another right, in tokens; end exclusive. */
interface RightNumber {
  readonly from: number;
  readonly to: number;
}

/** The number behind words that put right; nothing where there are no such words, or no number. */
function rightNumberBehind(tokens: readonly Token[], at: number): RightNumber | undefined {
  const words = CORRECTIONS.get(textAt(tokens, at))?.find((each) => standsAt(tokens, at, each));
  if (words === undefined) return undefined;
  const from = behindComma(tokens, at + words.length);
  const right = readNumber(tokens, from);
  const isNobody = right?.length === 1 && textAt(tokens, from) === 'one';
  return right === undefined || isNobody ? undefined : { from, to: from + right.length };
}

/** Leaves out a number that whoever dictates puts right at once, and the words for it: "pulse *ninety no* ninety six". */
export function withoutPutRight(tokens: readonly Token[]): readonly Token[] {
  const rights = new Map<number, RightNumber>();
  tokens.forEach((_, at) => {
    const right = rightNumberBehind(tokens, at);
    if (right !== undefined) rights.set(at, right);
  });
  if (rights.size === 0) return tokens;
  /** What puts right the number that ends at a place. */
  const rightBehind = (end: number): RightNumber | undefined => {
    for (let counted = 0; counted <= MOST_COUNTED; counted += 1) {
      const right = rights.get(behindComma(tokens, end + counted));
      if (right === undefined) continue;
      const between = tokens.slice(end, end + counted).map(({ text }) => text);
      return standsAt(tokens, right.to, between) ? right : undefined;
    }
    return undefined;
  };
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const end = at + (readNumber(tokens, at)?.length ?? 0);
    const right = end === at ? undefined : rightBehind(end);
    const next = right?.from ?? Math.max(end, at + 1);
    if (right === undefined) kept.push(...tokens.slice(at, next));
    at = next;
  }
  return kept;
}
