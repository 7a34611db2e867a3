import { type ChoiceAnswer, type ErrorAnswer, type ErrorKind } from '../answers/answer';

/** What the teacher says of an option. */
export type Verdict = 'best' | 'acceptable' | 'poor' | 'harmful';

/**
 * Whether every option chosen is one of the best. Null where the teacher judged none: a free vote has no right answer.
 */
export function isRightChoice(
  { optionIds }: ChoiceAnswer,
  verdicts: ReadonlyMap<string, Verdict>,
): boolean | null {
  if (verdicts.size === 0) return null;
  return optionIds.length > 0 && optionIds.every((id) => verdicts.get(id) === 'best');
}

/** Whether both the line and the kind of the planted error were found. */
export function isRightError(
  { lineId, errorKind }: ErrorAnswer,
  planted: { readonly lineId: string; readonly errorKind: ErrorKind },
): boolean {
  return lineId === planted.lineId && errorKind === planted.errorKind;
}
