import { z } from 'zod';
import { type Example, scaleOf, Softmax } from './softmax';

const BITS = 17;
/** So many places have the weights of clues; what falls on the same place shares them. */
const PLACES = 1 << BITS;
const placeOf = (clue: number): number => clue & (PLACES - 1);

/** What one example has tells of this example alone. */
const LEAST_SEEN = 2;
/** A weight is kept as a number of eight bits. */
const LARGEST = 127;

const keptWeights = z.strictObject({
  /** What is told of each class where nothing is known. */
  bias: z.array(z.number()),
  /** What one unit of a weight tells. */
  step: z.number(),
  /** For each place what it tells, class by class, in eight bits, as base64. */
  weights: z.string(),
});
/** What was learnt, as it is kept in a file. */
export type KeptWeights = z.output<typeof keptWeights>;

/**
 * Learns which class things are of by their clues: the same examples give the same weights.
 *
 * @param classes how many classes there are
 * @param epochs how often all examples are gone through
 */
export function learnKept(
  examples: readonly Example<number>[],
  classes: number,
  epochs: number,
): KeptWeights {
  const seen = new Map<number, number>();
  for (const { features } of examples) for (const clue of features) seen.set(clue, (seen.get(clue) ?? 0) + 1);
  const placesOf = (features: readonly number[]): number[] => [
    ...new Set(features.filter((clue) => (seen.get(clue) ?? 0) >= LEAST_SEEN).map(placeOf)),
  ];
  const known = examples.map(({ features, label }) => ({ features: placesOf(features), label }));
  return inEightBits(
    new Softmax(
      known,
      Array.from({ length: classes }, () => 1),
      epochs,
    ),
  );
}

function inEightBits(learnt: Softmax<number>): KeptWeights {
  const classes = learnt.bias.length;
  const weights = new Int8Array(PLACES * classes);
  let largest = 0;
  for (const [, each] of learnt.byFeature())
    for (const weight of each) largest = Math.max(largest, Math.abs(weight));
  const step = largest / LARGEST;
  for (const [place, each] of learnt.byFeature())
    each.forEach((weight, label) => (weights[place * classes + label] = Math.round(weight / step)));
  return { bias: [...learnt.bias], step, weights: Buffer.from(weights.buffer).toString('base64') };
}

/** What was learnt, as it is asked. */
export class KeptSoftmax {
  private readonly bias: readonly number[];
  private readonly step: number;
  private readonly weights: Int8Array;
  private readonly sums: Int32Array;

  /** @throws ZodError where it is nothing that was learnt */
  constructor(kept: unknown) {
    const { bias, step, weights } = keptWeights.parse(kept);
    const bytes = Buffer.from(weights, 'base64');
    this.bias = bias;
    this.step = step;
    this.weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    this.sums = new Int32Array(bias.length);
  }

  /**
   * How likely a thing is of each class; they sum to 1.
   *
   * @param parts where that is written, from `at` on, class by class
   */
  tell(clues: Uint32Array, parts: Float64Array, at = 0): void {
    const { bias, step, sums } = this;
    const classes = bias.length;
    const scale = step * scaleOf(this.sum(clues));
    let whole = 0;
    for (let label = 0; label < classes; label += 1) {
      const part = Math.exp((bias[label] ?? 0) + scale * (sums[label] ?? 0));
      parts[at + label] = part;
      whole += part;
    }
    for (let label = 0; label < classes; label += 1) parts[at + label] = (parts[at + label] ?? 0) / whole;
  }

  /** Adds up what clues tell of each class, and counts those that tell anything. */
  private sum(clues: Uint32Array): number {
    const { weights, sums } = this;
    const classes = sums.length;
    sums.fill(0);
    let known = 0;
    for (const clue of clues) {
      const place = placeOf(clue) * classes;
      let some = 0;
      for (let label = 0; label < classes; label += 1) {
        const weight = weights[place + label] ?? 0;
        sums[label] = (sums[label] ?? 0) + weight;
        some |= weight;
      }
      if (some !== 0) known += 1;
    }
    return known;
  }
}

/**
 * What was learnt under several names, each read and opened when it is first asked for.
 *
 * @param texts {@link KeptWeights} as JSON, by name
 * @returns what was learnt under a name; nothing where there is none
 */
export function openedWhenAsked(
  texts: Readonly<Record<string, string>>,
): (name: string) => KeptSoftmax | undefined {
  const opened = new Map<string, KeptSoftmax | undefined>();
  return (name) => {
    if (!opened.has(name)) {
      const kept = texts[name];
      opened.set(name, kept === undefined ? undefined : new KeptSoftmax(JSON.parse(kept)));
    }
    return opened.get(name);
  };
}
