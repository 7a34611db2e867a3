/** A learner in a class, as a token of the class names both. */
export interface Enrolment {
  readonly tenantId: string;
  readonly learnerId: string;
  /** The class that was joined when the token was made; the learner may be in others too. */
  readonly classId: string;
}

/** A token of a class, and when it ends. */
export interface ClassToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Tokens of students without an account: made and checked by the gateways alone, without asking anybody. */
export interface ClassTokens {
  sign(enrolment: Enrolment): Promise<ClassToken>;
  /** Whether a token says that it is one of a class; this proves nothing. */
  isOne(token: string): boolean;
  /** @returns undefined for a token that is not ours, has ended, or was made for something else */
  verify(token: string): Promise<(Enrolment & { readonly expiresAt: Date }) | undefined>;
}
export const CLASS_TOKENS = Symbol('ClassTokens');
