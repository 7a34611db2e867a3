import { forget, keysBelow } from './storage';

const CASES = 'openrounds.case.';
const LISTS = 'openrounds.attempt.';

/** Of one person and one case: whoever signs in next at this computer is shown nothing of it. */
export const caseDraftKey = (subject: string, caseId: string): string => `${CASES}${subject}.${caseId}`;

/** Of one step of an attempt. */
export const listDraftKey = (step: string): string => LISTS + step;

const draftsOf = (subject: string): readonly string[] => [
  ...keysBelow(caseDraftKey(subject, '')),
  ...keysBelow(LISTS),
];

/** Whether somebody wrote what is not saved yet. */
export const hasDrafts = (subject: string): boolean => draftsOf(subject).length > 0;

export function forgetDrafts(subject: string): void {
  for (const key of draftsOf(subject)) forget(key);
}
