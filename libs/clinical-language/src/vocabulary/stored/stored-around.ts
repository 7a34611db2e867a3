import { probabilitiesOf, scaleOf } from '@openrounds/classifier';
import { AROUND, type LearntAround } from '../../frame/words-around';
import { type Archive, type Parts } from './archive';

const CLASSES = AROUND.length;
/** Weights are kept in a byte, 0 in its middle; what is less than a step of it tells nothing. */
const MIDDLE = 128;
const MOST = 127;
/** Steps and what is told without any word are kept in millionths. */
const MILLION = 1e6;
/** The bias may be below 0. */
const OFFSET = 1_000;
/** Of places so many are taken at most, so that a word that is not there is missed soon. */
const FULL = 0.6;

/** How likely each of {@link AROUND} is, by the words around a finding; they sum to 1. */
export interface WordsTell {
  probabilities(words: readonly number[]): readonly number[];
}

/** What is learnt of words, as parts of an archive: a table in which a word stands at or behind the place that it names. */
export function aroundParts({ bias, words }: LearntAround): Parts {
  let most = 0;
  for (const weights of words.values()) for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const step = most / MOST || 1;
  const telling = [...words].filter(([, weights]) => weights.some((weight) => Math.abs(weight) >= step / 2));
  let size = 1;
  while (size * FULL < telling.length + 1) size *= 2;
  const keys = new Uint32Array(size);
  const table = new Uint8Array(size * CLASSES).fill(MIDDLE);
  for (const [word, weights] of telling) {
    let place = word & (size - 1);
    while (keys[place] !== 0) place = (place + 1) & (size - 1);
    keys[place] = word;
    weights.forEach((weight, label) => (table[place * CLASSES + label] = MIDDLE + Math.round(weight / step)));
  }
  return {
    'around.words': keys,
    'around.weights': table,
    'around.scale': Uint32Array.from([step, ...bias.map((one) => one + OFFSET)], (one) =>
      Math.round(one * MILLION),
    ),
  };
}

/** What is learnt of words, as it stands in an archive. */
export function storedAround(archive: Archive): WordsTell {
  const keys = archive.u32('around.words');
  const table = archive.u8('around.weights');
  const [step = 0, ...raised] = Array.from(archive.u32('around.scale'), (one) => one / MILLION);
  const bias = raised.map((one) => one - OFFSET);
  const placeOf = (word: number): number | undefined => {
    const last = keys.length - 1;
    let place = word & last;
    while (keys[place] !== 0) {
      if (keys[place] === word) return place;
      place = (place + 1) & last;
    }
    return undefined;
  };
  return {
    probabilities(words) {
      const sums = new Array<number>(CLASSES).fill(0);
      let known = 0;
      for (const word of words) {
        const place = placeOf(word);
        if (place === undefined) continue;
        known += 1;
        for (let label = 0; label < CLASSES; label += 1)
          sums[label] = (sums[label] ?? 0) + ((table[place * CLASSES + label] ?? MIDDLE) - MIDDLE);
      }
      const scale = step * scaleOf(known);
      return probabilitiesOf(sums.map((sum, label) => (bias[label] ?? 0) + scale * sum));
    },
  };
}
