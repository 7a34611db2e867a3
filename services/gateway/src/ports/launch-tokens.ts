/** Who came in by a launch. */
export interface Launched {
  readonly tenantId: string;
  readonly learnerId: string;
  readonly role: 'student' | 'teacher';
  /** Of a teacher: the course they came from; null: the platform named none. */
  readonly courseId: string | null;
  /** Of a teacher: whether what they give in other courses is theirs to see too. */
  readonly beyondCourse: boolean;
}

/** Tokens of sessions that begin by a launch. */
export interface LaunchTokens {
  sign(launched: Launched): Promise<{ readonly token: string; readonly expiresAt: Date }>;
  /** Whether a token says that it is one; this proves nothing. */
  isOne(token: string): boolean;
  verify(token: string): Promise<(Launched & { readonly expiresAt: Date }) | undefined>;
}
export const LAUNCH_TOKENS = Symbol('LaunchTokens');
