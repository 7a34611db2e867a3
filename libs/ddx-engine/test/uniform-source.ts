import { uniformOf, wordSource } from '../src/numeric/random';

/** What fills a list with the next numbers of the stream of a seed, each in (0, 1). */
export function uniformSource(seed: number): (into: Float64Array) => void {
  const fill = wordSource(seed);
  return (into) => {
    const words = new Uint32Array(into.length);
    fill(words);
    into.set(Float64Array.from(words, uniformOf));
  };
}
