import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';

/** In order, without a mark between them. */
const PAIRS = lexiconRows('zh/familiar-pairs', z.string());
const COUNT = PAIRS.length / 2;

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/**
 * Whether two characters that stand in a row do so often in what people say of findings: 潮红, 床边, 流涕. Nobody is named
 * there, so hardly any name has them.
 */
export function isFamiliarPair(text: string, at: number): boolean {
  const pair = pairAt(text, at);
  let low = 0;
  let high = COUNT;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = pairAt(PAIRS, middle * 2);
    if (found === pair) return true;
    if (found < pair) low = middle + 1;
    else high = middle;
  }
  return false;
}

/** Whether more than half of the pairs of a stretch are such: 随体位|移动 is no firm. */
export function isMostlyFamiliar(text: string, from: number, to: number): boolean {
  let seen = 0;
  for (let at = from; at + 2 <= to; at += 1) if (isFamiliarPair(text, at)) seen += 1;
  return seen * 2 > to - from - 1;
}
