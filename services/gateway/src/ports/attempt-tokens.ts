/** One attempt of a launched learner. */
export interface OwnAttempt {
  readonly tenantId: string;
  readonly learnerId: string;
  readonly attemptId: string;
}

/** Tokens that open one attempt to its learner: what was written offline arrives when the session of the launch has ended. */
export interface AttemptTokens {
  /** @param closesAt of the assignment; null: it has no closing time. @returns undefined where it closed too long ago */
  sign(attempt: OwnAttempt, closesAt: Date | null): Promise<string | undefined>;
  /** Whether a token says that it is one; this proves nothing. */
  isOne(token: string): boolean;
  verify(token: string): Promise<(OwnAttempt & { readonly expiresAt: Date }) | undefined>;
}
export const ATTEMPT_TOKENS = Symbol('AttemptTokens');
