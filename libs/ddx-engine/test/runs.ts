/** How often each law is tried: more often in the full test run. */
export const RUNS = { numRuns: process.env['OPENROUNDS_FULL'] === '1' ? 1000 : 200 };
