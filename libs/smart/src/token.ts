import { randomUUID } from 'node:crypto';
import { type KeyLike, SignJWT } from 'jose';
import { z } from 'zod';
import { SmartRefused } from './smart-refused';

/** The key that an installation signs with, and its id in the key set. */
export interface SmartKey {
  readonly keyId: string;
  readonly privateKey: KeyLike;
}

/** How an EHR is shown that we are the application it knows. */
export type ClientAuthentication =
  | { readonly kind: 'private-key'; readonly key: SmartKey }
  | { readonly kind: 'public' }
  | { readonly kind: 'secret'; readonly secret: string };

/** A code that came back, and what it was asked for with. */
export interface GrantedCode {
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly code: string;
  readonly verifier: string;
}

/** A form to be posted to the token endpoint. */
export interface TokenRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** Five minutes are the most that SMART allows. */
const ASSERTION_SECONDS = 60;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** A code is changed for a token: by a signed assertion (RFC 7523, ES384), by a secret (HTTP Basic), or by PKCE alone. */
export async function tokenRequest(
  granted: GrantedCode,
  authentication: ClientAuthentication,
  now: Date,
): Promise<TokenRequest> {
  const { clientId } = granted;
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: granted.code,
    redirect_uri: granted.redirectUri,
    code_verifier: granted.verifier,
  });
  if (authentication.kind === 'secret') {
    const pair = [clientId, authentication.secret].map(formEncoded).join(':');
    const authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
    return { headers: { ...FORM, authorization }, body: form.toString() };
  }
  if (authentication.kind === 'public') form.set('client_id', clientId);
  else {
    form.set('client_assertion_type', ASSERTION);
    form.set('client_assertion', await assertionOf(granted, authentication.key, now));
  }
  return { headers: FORM, body: form.toString() };
}

/** As RFC 6749, section 2.3.1, wants id and secret written before they are joined. */
const formEncoded = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1);

function assertionOf(
  { clientId, tokenEndpoint }: GrantedCode,
  { keyId, privateKey }: SmartKey,
  now: Date,
): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1_000);
  return new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'ES384', kid: keyId, typ: 'JWT' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(tokenEndpoint)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ASSERTION_SECONDS)
    .sign(privateKey);
}

/** What a token is good for. */
export interface SmartToken {
  readonly accessToken: string;
  /** As granted; null: as asked for. */
  readonly scope: string | null;
  readonly patientId: string | null;
  /** What a card of ours gave the EHR to give back (CDS Hooks 2.0, `appContext`). */
  readonly appContext: string | null;
}

const FhirId = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/);
const Answer = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,20000}$/),
  token_type: z.string().regex(/^bearer$/i),
  scope: z.string().max(10_000).nullish(),
  patient: FhirId.nullish(),
  appContext: z.string().max(2_000).nullish().catch(null),
});

/** @throws SmartRefused `smart-not-understood` for what is no bearer token, or one for something that is no patient's id */
export function readToken(json: unknown): SmartToken {
  const read = Answer.safeParse(json);
  if (!read.success) {
    const [at] = read.error.issues.flatMap(({ path }) => path);
    throw new SmartRefused('smart-not-understood', `token answer, ${String(at ?? 'no object')}`);
  }
  const { access_token: accessToken, scope, patient, appContext } = read.data;
  return {
    accessToken,
    scope: scope ?? null,
    patientId: patient ?? null,
    appContext: appContext ?? null,
  };
}

/** Why a token is refused (RFC 6749, section 5.2); a closed set, since the text is the other side's. */
const OAUTH_ERRORS = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'access_denied',
  'server_error',
  'temporarily_unavailable',
  'unsupported_response_type',
] as const;

/** A name of the set, or `other`. */
export const oauthErrorOf = (name: unknown): string =>
  OAUTH_ERRORS.find((known) => known === name) ?? 'other';
