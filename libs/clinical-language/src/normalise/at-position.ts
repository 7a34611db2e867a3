import { type Token } from '../model/token';

/** The text of the token at a position; empty before the first and behind the last. */
export const textAt = (tokens: readonly Token[], position: number): string => tokens[position]?.text ?? '';

/** The texts of the tokens between two positions, end exclusive, without anything between them. */
export const joinedText = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(Math.max(0, from), to)
    .map(({ text }) => text)
    .join('');

/** Whether the characters of a Chinese word, or some words, stand at a position, one token each. */
export function standsAt(tokens: readonly Token[], position: number, parts: ArrayLike<string>): boolean {
  for (let index = 0; index < parts.length; index += 1) {
    if (tokens[position + index]?.text !== parts[index]) return false;
  }
  return true;
}

/** The positions between two, end exclusive. */
export function positionsBetween(from: number, to: number): number[] {
  const positions: number[] = [];
  for (let at = from; at < to; at += 1) positions.push(at);
  return positions;
}
