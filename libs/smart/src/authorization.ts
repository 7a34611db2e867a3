import { createHash, randomBytes } from 'node:crypto';
import { type SmartConfiguration } from './configuration';
import { wantedScopes } from './scopes';

/** 256 random bits, base64url: a verifier as RFC 7636 wants it, 43 characters long. */
export const newVerifier = (): string => randomBytes(32).toString('base64url');

/** PKCE by S256 (RFC 7636, section 4.2). */
export const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url');

/** What one authorization is asked with. */
export interface AskedAuthorization {
  readonly clientId: string;
  readonly redirectUri: string;
  /** The FHIR server: a token is for it alone (`aud`). */
  readonly fhirBaseUrl: string;
  /** What the EHR calls its launch; null: it asks which patient is meant. */
  readonly launch: string | null;
  readonly state: string;
  readonly verifier: string;
}

/** Where the browser goes. A query of the endpoint's own stays, but says nothing that is ours to say. */
export function smartAuthorizationUrl(
  { authorizationEndpoint, fineScopes }: SmartConfiguration,
  asked: AskedAuthorization,
): string {
  const url = new URL(authorizationEndpoint);
  const fields = {
    response_type: 'code',
    client_id: asked.clientId,
    redirect_uri: asked.redirectUri,
    scope: wantedScopes(asked.launch !== null, fineScopes).join(' '),
    state: asked.state,
    aud: asked.fhirBaseUrl,
    code_challenge: challengeOf(asked.verifier),
    code_challenge_method: 'S256',
    ...(asked.launch === null ? {} : { launch: asked.launch }),
  };
  url.searchParams.delete('launch');
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return url.href;
}
