/** The long form (`npm run test:full`) is run: everything, in both languages and in every size. */
export const FULL = process.env['OPENROUNDS_FULL'] === '1';

/** A test of the long form alone: it costs much, and what it shows is seldom broken without something else that fails. */
export const itInFull: (...test: Parameters<typeof it>) => void = FULL ? it : () => undefined;

/** {@link itInFull} for each row of a table. */
export const eachInFull: <T>(rows: readonly T[]) => (name: string, test: (row: T) => Promise<void>) => void =
  (rows) => (name, test) => {
    if (FULL) it.each([...rows])(name, test);
  };

/** A group of the long form alone; its tests are written with `it`, or the skipped group is empty, which Jest refuses. */
export const describeInFull = FULL ? describe : describe.skip;
