/** The long form (`npm run test:full`) is run: everything, in both languages and in every size. */
export const FULL = process.env['OPENROUNDS_FULL'] === '1';

// Each test file has a `describe` and an `it` of its own, and a module is kept for the next file: so they are looked up when called.

/** A test of the long form alone: it costs much, and what it shows is seldom broken without something else that fails. */
export const itInFull = (...test: Parameters<typeof it>): void => {
  if (FULL) it(...test);
};

/** {@link itInFull} for each row of a table. */
export const eachInFull: <T>(rows: readonly T[]) => (name: string, test: (row: T) => Promise<void>) => void =
  (rows) => (name, test) => {
    if (FULL) it.each(rows.map((row) => [row] as const))(name, test);
  };

/** A group of the long form alone; its tests are written with `it`, or the skipped group is empty, which Jest refuses. */
export const describeInFull = (name: string, tests: () => void): void => {
  if (FULL) describe(name, tests);
  else describe.skip(name, tests);
};
