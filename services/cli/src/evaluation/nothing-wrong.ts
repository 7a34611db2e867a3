/** States in which nothing is wrong belong with the denials. */
const NOTHING_WRONG: ReadonlySet<string> = new Set([
  'normal',
  'none',
  'absent',
  'negative',
  'below-lod',
  'lod-to-p99',
]);

/** Whether a state of a categorical finding says that nothing is wrong. */
export const saysNothingWrong = (state: string): boolean => NOTHING_WRONG.has(state);
