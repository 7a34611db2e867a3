import { type Stretch, type Token } from '../model/token';

/** The stretches between what ends them, empty ones as well. */
export function partsOf(
  tokens: readonly Token[],
  { from, to }: Stretch,
  ends: (token: Token) => boolean,
): Stretch[] {
  const parts: Stretch[] = [];
  let start = from;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined || !ends(token)) continue;
    parts.push({ from: start, to: at });
    start = at + 1;
  }
  return [...parts, { from: start, to }];
}

/** The same without empty ones. */
export const fullPartsOf = (
  tokens: readonly Token[],
  stretch: Stretch,
  ends: (token: Token) => boolean,
): Stretch[] => partsOf(tokens, stretch, ends).filter(({ from, to }) => to > from);
