import { uniformOf, wordSource } from '../src/numeric/random';

/** What fills a list with the next numbers of the stream of a seed, each in (0, 1). */
export function uniformSource(seed: number): (into: Float64Array) => void {
  const fill = wordSource(seed);
  return (into) => {
    fill(into);
    for (let at = 0; at < into.length; at += 1) into[at] = uniformOf(into[at] ?? 0);
  };
}
