import { type Token } from '../model/token';

/** What is read at a position of a text. */
export type ReadAt<T> = (tokens: readonly Token[], position: number) => T | undefined;

/** Reads at a position once: a number or a unit of time is asked for by a dozen readers. Kept as long as the tokens are. */
export function remembered<T>(read: ReadAt<T>): ReadAt<T> {
  const known = new WeakMap<readonly Token[], (T | null | undefined)[]>();
  return (tokens, position) => {
    if (tokens[position] === undefined) return undefined;
    let own = known.get(tokens);
    if (own === undefined) known.set(tokens, (own = []));
    const there = own[position];
    if (there !== undefined) return there ?? undefined;
    const value = read(tokens, position);
    own[position] = value ?? null;
    return value;
  };
}
