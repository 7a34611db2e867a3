/** Learners who come by launches of another system: that system's service knows who they are, and teaching by which id. */
export interface LaunchedLearners {
  /** Makes the learner where there is none; counts as seen. `erased` where there was one who was erased. */
  admit(
    tenantId: string,
    given: { readonly learnerId: string; readonly pseudonym: string; readonly at: Date },
  ): Promise<'there' | 'erased'>;
}
export const LAUNCHED_LEARNERS = Symbol('LaunchedLearners');
