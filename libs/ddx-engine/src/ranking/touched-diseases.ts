/** Diseases that know something of a family of findings, in ascending order; only the first `count` are meant. */
export interface TouchedDiseases {
  readonly diseases: Int32Array;
  /** For each the log likelihood ratio of the family, all rows weighed. */
  readonly logRatios: Float64Array;
  count: number;
}

export function roomFor(count: number): TouchedDiseases {
  return { diseases: new Int32Array(count), logRatios: new Float64Array(count), count: 0 };
}
