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

/** Where the words end that put right; nothing where there are none. */
function behindCorrection(tokens: readonly Token[], from: number): number | undefined {
  const at = behindComma(tokens, from);
  const words = CORRECTIONS.get(textAt(tokens, at) ?? '')?.find((each) => standsAt(tokens, at, each));
  return words === undefined ? undefined : behindComma(tokens, at + words.length);
}

/** Where the number begins that puts right the one that ends at a place. */
function rightNumberAt(tokens: readonly Token[], from: number): number | undefined {
  for (let counted = 0; counted <= MOST_COUNTED; counted += 1) {
    const at = behindCorrection(tokens, from + counted);
    if (at === undefined) continue;
    const right = readNumber(tokens, at);
    // "No one"
    if (right === undefined || (right.length === 1 && textAt(tokens, at) === 'one')) return undefined;
    const isSame = counted === 0 || textAt(tokens, at + right.length) === textAt(tokens, from);
    return isSame ? at : undefined;
  }
  return undefined;
}

/** Leaves out a number that whoever dictates puts right at once, and the words for it: "pulse *ninety no* ninety six". */
export function withoutPutRight(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ text }) => CORRECTIONS.has(text))) return tokens;
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const number = readNumber(tokens, at);
    const right = number && rightNumberAt(tokens, at + number.length);
    const end = right ?? at + (number?.length ?? 1);
    if (right === undefined) kept.push(...tokens.slice(at, end));
    at = end;
  }
  return kept;
}
