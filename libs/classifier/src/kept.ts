import { z } from 'zod';
import { ClueTable } from './clue-table';
import { type Example, scaleOf, Softmax } from './softmax';

/** What one or two examples have tells of these alone. */
const LEAST_SEEN = 3;
/** A weight is kept as a number of eight bits. */
const LARGEST = 127;
/** A clue that tells less than this of every class is not kept, where nothing else is asked for: many that tell little make what is told unsure. */
const LEAST_TELLING = 6;

const keptWeights = z.strictObject({
  /** What is told of each class where nothing is known. */
  bias: z.array(z.number()),
  /** What one unit of a weight tells. */
  step: z.number(),
  /** The clues that tell something, 32 bits each, as base64. */
  clues: z.string(),
  /** For each of them what it tells, class by class, in eight bits, as base64. */
  weights: z.string(),
});
/** What was learnt, as it is kept in a file. */
export type KeptWeights = z.output<typeof keptWeights>;

/**
 * Learns which class things are of by their clues: the same examples give the same weights.
 *
 * @param classes how many classes there are
 * @param epochs how often all examples are gone through
 * @param leastTelling what a clue tells of a class at least, of 127, to be kept
 */
export function learnKept(
  examples: readonly Example<number>[],
  classes: number,
  epochs: number,
  leastTelling = LEAST_TELLING,
): KeptWeights {
  const seen = new Map<number, number>();
  for (const { features } of examples) for (const clue of features) seen.set(clue, (seen.get(clue) ?? 0) + 1);
  const isSeenAgain = (clue: number): boolean => (seen.get(clue) ?? 0) >= LEAST_SEEN;
  const known = examples.map(({ features, label }) => ({ features: features.filter(isSeenAgain), label }));
  const costs = Array.from({ length: classes }, () => 1);
  return inEightBits(new Softmax(known, costs, epochs), leastTelling);
}

function inEightBits(learnt: Softmax<number>, leastTelling: number): KeptWeights {
  let largest = 0;
  for (const [, each] of learnt.byFeature())
    for (const weight of each) largest = Math.max(largest, Math.abs(weight));
  const step = largest / LARGEST || 1;
  const clues: number[] = [];
  const weights: number[] = [];
  for (const [clue, each] of learnt.byFeature()) {
    const rounded = Array.from(each, (weight) => Math.round(weight / step));
    if (!rounded.some((weight) => Math.abs(weight) >= leastTelling)) continue;
    clues.push(clue);
    weights.push(...rounded);
  }
  return {
    bias: [...learnt.bias],
    step,
    clues: Buffer.from(Uint32Array.from(clues).buffer).toString('base64'),
    weights: Buffer.from(Int8Array.from(weights).buffer).toString('base64'),
  };
}

const bytesOf = (base64: string): ArrayBuffer => Uint8Array.from(Buffer.from(base64, 'base64')).buffer;

/** What was learnt, as it is asked. */
export class KeptSoftmax {
  private readonly bias: readonly number[];
  private readonly step: number;
  private readonly table: ClueTable;
  private readonly sums: Int32Array;

  /** @throws ZodError where it is nothing that was learnt */
  constructor(kept: unknown) {
    const { bias, step, clues, weights } = keptWeights.parse(kept);
    this.bias = bias;
    this.step = step;
    this.table = new ClueTable(new Uint32Array(bytesOf(clues)), new Int8Array(bytesOf(weights)), bias.length);
    this.sums = new Int32Array(bias.length);
  }

  /**
   * How likely a thing is of each class; they sum to 1.
   *
   * @param parts where that is written, from `at` on, class by class
   */
  tell(clues: ArrayLike<number>, parts: Float64Array, at = 0): void {
    const { bias, step, sums } = this;
    const classes = bias.length;
    const scale = step * scaleOf(this.table.sum(clues, sums));
    let whole = 0;
    for (let label = 0; label < classes; label += 1) {
      const part = Math.exp((bias[label] ?? 0) + scale * (sums[label] ?? 0));
      parts[at + label] = part;
      whole += part;
    }
    for (let label = 0; label < classes; label += 1) parts[at + label] = (parts[at + label] ?? 0) / whole;
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
