/** Which features an example has, each once, and the class that it is of, from 0. */
export interface Example<F = string> {
  readonly features: readonly F[];
  readonly label: number;
}

/** How often all examples are gone through, where nothing else is asked for. */
const EPOCHS = 8;
const STEP = 0.5;
const DAMPING = 1e-2;
const RIDGE = 1e-3;

/**
 * Multinomial logistic regression on features that are there or not, learnt by stochastic gradients with a step of its own for
 * each weight (AdaGrad: Duchi, Hazan and Singer 2011) and a ridge. A feature counts 1/√n of n, so that long texts are not surer
 * than short ones. The same examples give the same weights.
 */
export class Softmax<F = string> {
  private readonly places = new Map<F, number>();
  private readonly weights: Float64Array;

  /**
   * @param costs how much a mistake on an example of each class counts; there are as many classes
   * @param epochs how often all examples are gone through
   */
  constructor(
    examples: readonly Example<F>[],
    private readonly costs: readonly number[],
    epochs = EPOCHS,
  ) {
    const rows = examples.map(({ features, label }) => ({ label, at: this.learn(features) }));
    this.weights = new Float64Array((this.places.size + 1) * costs.length);
    const squares = new Float64Array(this.weights.length);
    const order = rows.map((_, place) => place);
    const random = lehmer(1);
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      shuffle(order, random);
      for (const place of order) {
        const row = rows[place];
        if (row !== undefined) this.descend(row.at, row.label, squares);
      }
    }
  }

  /** How likely each class is, by the features that are known; they sum to 1. */
  probabilities(features: readonly F[]): number[] {
    const known = Uint32Array.from(features.flatMap((feature) => this.places.get(feature) ?? []));
    return this.at(known);
  }

  /** What is said of each class where no feature is known, before they are made probabilities. */
  get bias(): readonly number[] {
    return [...this.weights.subarray(0, this.costs.length)];
  }

  /** What each feature says of each class. */
  *byFeature(): Generator<readonly [feature: F, weights: Float64Array]> {
    const classes = this.costs.length;
    for (const [feature, place] of this.places)
      yield [feature, this.weights.subarray(place * classes, (place + 1) * classes)];
  }

  /** The places of features; 0 is what no feature says. */
  private learn(features: readonly F[]): Uint32Array {
    return Uint32Array.from(features, (feature) => {
      const place = this.places.get(feature) ?? this.places.size + 1;
      this.places.set(feature, place);
      return place;
    });
  }

  private at(places: Uint32Array): number[] {
    const scale = scaleOf(places.length);
    const classes = this.costs.length;
    const all = new Array<number>(classes);
    for (let label = 0; label < classes; label += 1) {
      let sum = 0;
      for (const place of places) sum += this.weights[place * classes + label] ?? 0;
      all[label] = (this.weights[label] ?? 0) + scale * sum;
    }
    return probabilitiesOf(all);
  }

  private descend(places: Uint32Array, label: number, squares: Float64Array): void {
    const scale = scaleOf(places.length);
    const cost = this.costs[label] ?? 1;
    const classes = this.costs.length;
    const all = this.at(places);
    for (let each = 0; each < classes; each += 1) {
      const error = cost * ((all[each] ?? 0) - (each === label ? 1 : 0));
      this.step(each, error, squares);
      for (const place of places) {
        const at = place * classes + each;
        this.step(at, error * scale + RIDGE * (this.weights[at] ?? 0), squares);
      }
    }
  }

  private step(at: number, gradient: number, squares: Float64Array): void {
    const square = (squares[at] ?? 0) + gradient * gradient;
    squares[at] = square;
    this.weights[at] = (this.weights[at] ?? 0) - (STEP * gradient) / Math.sqrt(square + DAMPING);
  }
}

/** A feature of `known` ones counts 1/√n. */
export const scaleOf = (known: number): number => 1 / Math.sqrt(Math.max(1, known));

/** How likely each class is by what is said of it; they sum to 1. */
export function probabilitiesOf(logits: readonly number[]): number[] {
  const most = Math.max(...logits);
  const parts = logits.map((logit) => Math.exp(logit - most));
  const all = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / all);
}

/** Lehmer's generator with the multiplier of Park and Miller 1988: above 0 and below 1. */
function lehmer(seed: number): () => number {
  const modulus = 2_147_483_647;
  let state = seed;
  return () => {
    state = (state * 16_807) % modulus;
    return state / modulus;
  };
}

function shuffle(list: number[], random: () => number): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other] ?? 0, list[last] ?? 0];
  }
}
