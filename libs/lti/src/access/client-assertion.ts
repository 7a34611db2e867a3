import { randomUUID } from 'node:crypto';
import { type KeyLike, SignJWT } from 'jose';
import { z } from 'zod';

/** The private key that an installation signs with, and its id in the key set. */
export interface ToolKey {
  readonly keyId: string;
  readonly privateKey: KeyLike;
}

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const SECONDS = 60;

/**
 * The form by which a token for a platform's services is asked for: client credentials, signed (RFC 7523; IMS Security
 * Framework 1.0, section 4.1).
 *
 * @param audience what the platform wants to be called: its token URL, unless it registered something else
 * @param scopes those of the one call that the token is for
 */
export async function tokenForm(
  client: { readonly clientId: string; readonly audience: string },
  scopes: readonly string[],
  { keyId, privateKey }: ToolKey,
  now: Date,
): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1_000);
  const assertion = await new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT' })
    .setIssuer(client.clientId)
    .setSubject(client.clientId)
    .setAudience(client.audience)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + SECONDS)
    .sign(privateKey);
  return new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: ASSERTION,
    client_assertion: assertion,
    scope: scopes.join(' '),
  }).toString();
}

/** A token as platforms give it; one that does not say how long it lives is taken for a minute. */
export const AccessToken = z.object({
  access_token: z.string().min(1).max(20_000),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.coerce.number().min(1).catch(60),
  scope: z.string().max(5_000).optional(),
});
