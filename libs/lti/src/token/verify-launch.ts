import { createHash } from 'node:crypto';
import { compactVerify, type KeyLike } from 'jose';
import { z } from 'zod';
import { type Launch, launchClaims, launchOf } from '../claims/launch-claims';
import { type PlainOrigins } from '../claims/secure-url';
import { LaunchRefused } from '../refusal/launch-refused';
import { type PlatformKey, verifyingKey } from './platform-key';
import { readHeader } from './read-header';
import { checkTimes } from './times';

/** The launch that was begun and is waited for. */
export interface AwaitedLaunch {
  readonly issuer: string;
  readonly clientId: string;
  /** Registered for this platform. */
  readonly algorithms: readonly string[];
  /** What a token may be meant for besides us. */
  readonly trustedAudiences: readonly string[];
  /** Base64url of the SHA-256 of the nonce that went with the login. */
  readonly nonceHash: string;
  readonly begunAt: Date;
}

/** What a launch is verified with. */
export interface LaunchVerifier {
  /** The platform's key of this id; undefined: it has none. @throws LaunchRefused `lti-keys-unreachable` */
  readonly keyOf: (keyId: string) => Promise<PlatformKey | undefined>;
  readonly now: Date;
  /** How far two clocks may differ. */
  readonly skewSeconds: number;
  /** Origins whose URLs may be http. */
  readonly plainOrigins: PlainOrigins;
}

/** Claims of OpenID Connect (Core 1.0, section 3.1.3.7), each checked by itself below. */
const Envelope = z.looseObject({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string()).min(1).max(20)]),
  azp: z.string().optional(),
  exp: z.number(),
  iat: z.number(),
  nbf: z.number().optional(),
  nonce: z.string().min(1).max(200),
});
type Envelope = z.output<typeof Envelope>;

/** SHA-256 in base64url: how secrets of a launch rest. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/**
 * Reads the token of a launch and believes it if its platform signed it, for us, now, for the login that was begun
 * (LTI Core 1.3; IMS Security Framework 1.0, section 5.1.3).
 *
 * @throws LaunchRefused with the code for the page and the cause for the administrator
 */
export async function verifyLaunch(
  token: string,
  awaited: AwaitedLaunch,
  verifier: LaunchVerifier,
): Promise<Launch> {
  const { algorithm, keyId } = readHeader(token, awaited.algorithms);
  const found = await verifier.keyOf(keyId);
  if (found === undefined) throw new LaunchRefused('lti-signature', 'unknown-key', { keyId });
  const payload = await signedBy(token, await verifyingKey(found, algorithm), algorithm, keyId);
  const envelope = parsed(Envelope, payload);
  checkParties(envelope, awaited);
  if (hashOf(envelope.nonce) !== awaited.nonceHash) throw new LaunchRefused('lti-claims', 'nonce');
  checkTimes(envelope, { begunAt: awaited.begunAt, now: verifier.now, skewSeconds: verifier.skewSeconds });
  return launchOf(parsed(launchClaims(verifier.plainOrigins), payload));
}

async function signedBy(token: string, key: KeyLike, algorithm: string, keyId: string): Promise<unknown> {
  try {
    const { payload } = await compactVerify(token, key, { algorithms: [algorithm] });
    return JSON.parse(new TextDecoder().decode(payload));
  } catch {
    throw new LaunchRefused('lti-signature', 'signature', { keyId });
  }
}

function checkParties({ iss, aud, azp }: Envelope, awaited: AwaitedLaunch): void {
  if (iss !== awaited.issuer) throw new LaunchRefused('lti-claims', 'issuer');
  const audiences = [aud].flat();
  const known = new Set([awaited.clientId, ...awaited.trustedAudiences]);
  if (!audiences.includes(awaited.clientId) || !audiences.every((audience) => known.has(audience)))
    throw new LaunchRefused('lti-claims', 'audience');
  const named = azp ?? (audiences.length > 1 ? undefined : awaited.clientId);
  if (named !== awaited.clientId) throw new LaunchRefused('lti-claims', 'authorized-party');
}

/** The first thing that is not of its form is told by its path, never by its value. */
function parsed<T extends z.ZodType>(schema: T, payload: unknown): z.output<T> {
  const read = schema.safeParse(payload);
  if (read.success) return read.data;
  const claim = read.error.issues[0]?.path.map(String).join(' › ') ?? '';
  throw new LaunchRefused('lti-claims', 'claim', { claim });
}
