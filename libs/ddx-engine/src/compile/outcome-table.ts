import { type OutcomeModel } from './outcome-model';

/**
 * The models of all findings one behind the other. What is reckoned for every finding reads memory in its order: to
 * follow a pointer to each list would cost several times as much as the sums.
 */
export interface OutcomeTable {
  /** By finding the first of its links; the end of the last one closes the list. */
  readonly linksFrom: Int32Array;
  /** By finding the first of its probabilities. */
  readonly chancesFrom: Int32Array;
  /** By link. */
  readonly diseases: Int32Array;
  /** By link, in bits. */
  readonly entropies: Float64Array;
  /** P(outcome | disease): by finding, by outcome, by link. */
  readonly given: Float64Array;
  /** By finding: P(outcome) elsewhere, and its entropy in bits. */
  readonly elsewhere: readonly Float64Array[];
  readonly entropiesElsewhere: Float64Array;
}

/** Lays the models of all findings into one table; the models returned are views of it. */
export function layOut(models: readonly OutcomeModel[]): {
  readonly table: OutcomeTable;
  readonly models: readonly OutcomeModel[];
} {
  const linksFrom = startsOf(models.map(({ diseases }) => diseases.length));
  const chancesFrom = startsOf(models.map(({ diseases, outcomes }) => diseases.length * outcomes.length));
  const table: OutcomeTable = {
    linksFrom,
    chancesFrom,
    diseases: new Int32Array(linksFrom.at(-1) ?? 0),
    entropies: new Float64Array(linksFrom.at(-1) ?? 0),
    given: new Float64Array(chancesFrom.at(-1) ?? 0),
    elsewhere: models.map(({ elsewhere }) => elsewhere),
    entropiesElsewhere: Float64Array.from(models, ({ entropyElsewhere }) => entropyElsewhere),
  };
  return {
    table,
    models: models.map((model, finding) => ({
      ...model,
      diseases: moved(model.diseases, table.diseases, linksFrom[finding] ?? 0),
      entropies: moved(model.entropies, table.entropies, linksFrom[finding] ?? 0),
      given: model.given.map((column, outcome) =>
        moved(column, table.given, (chancesFrom[finding] ?? 0) + outcome * column.length),
      ),
    })),
  };
}

function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, at) => (starts[at + 1] = (starts[at] ?? 0) + length));
  return starts;
}

function moved<T extends Int32Array | Float64Array>(values: T, into: T, from: number): T {
  into.set(values, from);
  return into.subarray(from, from + values.length) as T;
}
