/**
 * The age bands of `prior.age` and of `population.yaml`, in years, `lo ≤ age < hi`.
 * A neonate is younger than 28 days; 150 years stands for "no upper limit".
 */
export const AGE_BANDS = {
  neonate: [0, 28 / 365.25],
  infant: [28 / 365.25, 1],
  child: [1, 12],
  adolescent: [12, 18],
  'adult18-39': [18, 40],
  'adult40-64': [40, 65],
  'adult65-79': [65, 80],
  'adult80+': [80, 150],
} as const satisfies Record<string, readonly [number, number]>;

export type AgeBand = keyof typeof AGE_BANDS;

/** The band names from young to old. */
export const AGE_BAND_NAMES = Object.keys(AGE_BANDS) as AgeBand[];
