export interface LogOddsRow {
  readonly key: string;
  readonly name: string;
  /** Natural log-odds against everything else. */
  readonly logOdds: number;
}

interface Listed {
  readonly diseaseId: string;
  readonly name: string;
  readonly probability: number;
}

/** From here on a linear scale shows one bar and nothing else. */
const CROWDED_OUT = 0.99;

/** Whether the first stands so high that the others cannot be told apart on a linear scale. */
export const isCrowdedOut = ([first]: readonly Listed[]): boolean =>
  first !== undefined && first.probability > CROWDED_OUT;

/** The nearest to certainty that a probability of the answer can be told from it. */
const LEAST = 1e-15;

const logit = (probability: number): number => {
  const p = Math.min(Math.max(probability, LEAST), 1 - LEAST);
  return Math.log(p / (1 - p));
};

/** The diseases by log-odds, and the marks of the scale: whole powers of ten that hold them all. */
export function logOddsRows(differential: readonly Listed[]): {
  readonly rows: readonly LogOddsRow[];
  readonly ticks: readonly number[];
} {
  const rows = differential.map(({ diseaseId, name, probability }) => ({
    key: diseaseId,
    name,
    logOdds: logit(probability),
  }));
  const tens = rows.map(({ logOdds }) => logOdds / Math.LN10);
  const low = Math.floor(Math.min(0, ...tens));
  const high = Math.ceil(Math.max(0, ...tens));
  const ticks = Array.from({ length: high - low + 1 }, (_, step) => (low + step) * Math.LN10);
  return { rows, ticks };
}
