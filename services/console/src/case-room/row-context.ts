import type { Run } from '../api/types';

/** What every row of the list needs beside its own disease. */
export interface RowContext {
  readonly run: Run;
  /** false while there is too little to rank: names only. */
  readonly numbers: boolean;
  /** What the language model says, by disease; null where it said nothing. */
  readonly model: ReadonlyMap<string, number> | null;
  /** Probabilities before the last change, by disease, and `other`. */
  readonly earlier: ReadonlyMap<string, number>;
  readonly nameOf: (findingId: string) => string;
}

/** @param before the run that this one replaces, if the page still knows it */
export function rowContext(run: Run, before: Run | null, nameOf: (findingId: string) => string): RowContext {
  const { used, differential: model } = run.llm;
  const earlier = new Map(
    (before?.differential ?? []).map(({ diseaseId, probability }) => [diseaseId, probability]),
  );
  if (before?.other) earlier.set('other', before.other.probability);
  return {
    run,
    numbers: run.sufficiency?.level !== 'too-little',
    model:
      used && model !== undefined
        ? new Map(model.map(({ diseaseId, probability }) => [diseaseId, probability]))
        : null,
    earlier,
    nameOf,
  };
}
