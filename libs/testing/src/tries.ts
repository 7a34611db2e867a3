import { FULL } from './forms';

/**
 * How often a law is tried. What breaks a law is nearly always among the first few cases drawn, and other cases are
 * drawn each time: a fifth of the tries is enough in `npm test`, all of them in the long form.
 *
 * @param often tries of the long form
 */
export const tries = (often: number): { readonly numRuns: number } => ({
  numRuns: FULL ? often : Math.ceil(often / 5),
});
