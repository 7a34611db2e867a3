import { type Principal } from '@openrounds/contracts';

/** Checks tokens of the configured identity provider. */
export interface TokenVerifier {
  /** @returns undefined when the token is not valid: signature, issuer, audience, time, algorithm or claims */
  verify(token: string): Promise<Principal | undefined>;
}
export const TOKEN_VERIFIER = Symbol('TokenVerifier');
