/** Who came in by a launch. */
export interface Launched {
  readonly tenantId: string;
  readonly learnerId: string;
  readonly role: 'student' | 'teacher';
}

/** Tokens of sessions that begin by a launch. */
export interface LaunchTokens {
  sign(launched: Launched): Promise<{ readonly token: string; readonly expiresAt: Date }>;
  /** Whether a token says that it is one; this proves nothing. */
  isOne(token: string): boolean;
  verify(token: string): Promise<(Launched & { readonly expiresAt: Date }) | undefined>;
}
export const LAUNCH_TOKENS = Symbol('LaunchTokens');
