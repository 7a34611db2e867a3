import { type Token } from '../model/token';
import { positionsBetween } from '../normalise/at-position';
import { type Mention } from '../resolve/mention';
import { isPassedOver } from './cue-words';
import { asks, isClauseEnd, isItemDivider, isParticle } from './statements';

/** No scope is longer, whatever the text. */
export const LONGEST = 60;

/** Whether an item ends at a position; one particle (了 in 可以排除了) still belongs to it. */
export function endsItem(tokens: readonly Token[], position: number, to: number): boolean {
  const next = tokens[position];
  const end = next !== undefined && isParticle(next) ? position + 1 : position;
  const token = tokens[end];
  if (token === undefined || end >= to) return true;
  return isClauseEnd(token) || isItemDivider(token) || /^[.)]$/.test(token.text);
}

/** Items of a list are short. */
export const LONGEST_ITEM = 7;

/** "Never nausea/vomiting": a mark without spaces joins two words. */
export const isGlued = (tokens: readonly Token[], mark: number): boolean =>
  tokens[mark - 1]?.end === tokens[mark]?.start && tokens[mark]?.end === tokens[mark + 1]?.start;

/** "Flat-topped", "glove-and-stocking": a mark between two words that it makes one of. */
export const isGluedMark = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '-' &&
  tokens[at - 1]?.kind === 'word' &&
  tokens[at + 1]?.kind === 'word' &&
  isGlued(tokens, at);

export const isJoined = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '/' && isGlued(tokens, at);

/** Whether between two positions stands nothing but concepts, what parts the items of a list and what else may stand in it. */
export const isListed = (
  tokens: readonly Token[],
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
  from: number,
  to: number,
  isElse: (token: Token) => boolean = ({ text }) => text === ':',
): boolean =>
  positionsBetween(from, to).every((at) => {
    const token = tokens[at];
    if (token === undefined || isClauseEnd(token)) return false;
    return mentionsAt.has(at) || isItemDivider(token) || isPassedOver(token) || isElse(token);
  });

/** Whether what asks stands before a position: "murmur: [none]", 出血呢，[没有]. */
export function isAsked(tokens: readonly Token[], at: number): boolean {
  const [before, last] = [tokens[at - 2], tokens[at - 1]];
  if (last === undefined) return false;
  return asks(last) || (last.text === ',' && before !== undefined && isParticle(before) && asks(before));
}

/** 发热 已退: among characters, which stand close, a space parts what is said. */
export const isSpaced = (tokens: readonly Token[], at: number): boolean => {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return token?.kind === 'han' && next?.kind === 'han' && token.end < next.start;
};

/** The first of the positions before `end` up to one that stops it, not further back than a scope is long. */
export function startBehind(end: number, from: number, isStop: (at: number) => boolean): number {
  const limit = Math.max(from, end - LONGEST);
  for (let at = end - 1; at >= limit; at -= 1) if (isStop(at)) return at + 1;
  return limit;
}
