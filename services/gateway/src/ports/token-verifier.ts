import { type Principal } from '@openrounds/contracts';

/** Whom a token names, and until when it says so. */
export interface VerifiedToken {
  readonly principal: Principal;
  readonly expiresAt: Date;
}

/** Checks tokens of the configured identity provider. */
export interface TokenVerifier {
  /**
   * @returns undefined when the token is not valid: signature, issuer, audience, time, algorithm or claims
   * @throws DomainError `dependency-unavailable` when the issuer's keys cannot be read
   */
  verify(token: string): Promise<VerifiedToken | undefined>;
}
export const TOKEN_VERIFIER = Symbol('TokenVerifier');
