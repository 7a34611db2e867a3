/**
 * Where a score stands on its way into a gradebook:
 *
 *   waiting → sending → delivered
 *                     → retrying → sending …
 *                     → needs-attention → waiting (sent again by a teacher)
 *                     → not-wanted
 *
 * A newer version of a score takes the place of one that is not delivered: `superseded`.
 */
export const GRADE_STATES = [
  'waiting',
  'sending',
  'delivered',
  'retrying',
  'needs-attention',
  'superseded',
  'not-wanted',
] as const;
export type GradeState = (typeof GRADE_STATES)[number];

/** States that a newer version ends at once; one that is being sent is ended by whoever sends it. */
export const SUPERSEDABLE: readonly GradeState[] = ['waiting', 'retrying', 'needs-attention'];
