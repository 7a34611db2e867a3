import { FULL } from '@openrounds/testing';

/** How often each law is tried: more often in the full test run. */
export const RUNS = { numRuns: FULL ? 1000 : 25 };

/** Diseases of the largest knowledge base that a law is tried on: more in the full test run. */
export const MOST_DISEASES = FULL ? 30_000 : 500;
