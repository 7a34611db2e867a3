import type { CaseMix, RunOptions } from '../api/types';

/** How the console has a case ranked. */
export const optionsWith = (caseMix: CaseMix): RunOptions => ({
  topN: 10,
  includeNextTests: true,
  includeGuidelines: true,
  llm: 'auto',
  caseMix,
});
