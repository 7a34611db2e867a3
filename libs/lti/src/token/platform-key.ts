import { importJWK, type JWK, type KeyLike } from 'jose';
import { z } from 'zod';
import { LaunchRefused } from '../refusal/launch-refused';

/** Signatures by a private key (RFC 7518): what only the platform can make. LTI Core 1.3 asks for the first. */
export const SIGNATURES = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
] as const;
export type Signature = (typeof SIGNATURES)[number];

const MIN_RSA_BYTES = 256;

/** A key set (RFC 7517): only keys with an id, and of them only what a signature is verified with. */
export const PlatformKeys = z.object({
  keys: z
    .array(z.looseObject({ kty: z.string(), kid: z.string().optional() }))
    .max(200)
    .transform((keys) => keys.filter(({ kid }) => kid !== undefined).map((key) => PlatformKey.parse(key))),
});
const PlatformKey = z.object({
  kid: z.string(),
  kty: z.string(),
  use: z.string().optional(),
  alg: z.string().optional(),
  n: z.string().optional(),
  e: z.string().optional(),
  crv: z.string().optional(),
  x: z.string().optional(),
  y: z.string().optional(),
});
export type PlatformKey = z.output<typeof PlatformKey>;

/**
 * A key that may verify a signature by this algorithm.
 *
 * @throws LaunchRefused `lti-signature` if it is for something else, or an RSA key of less than 2048 bits
 */
export async function verifyingKey(key: PlatformKey, algorithm: string): Promise<KeyLike> {
  const refused = (reason: 'unknown-key' | 'weak-key') =>
    new LaunchRefused('lti-signature', reason, { keyId: key.kid });
  if ((key.use ?? 'sig') !== 'sig' || (key.alg ?? algorithm) !== algorithm) throw refused('unknown-key');
  if (key.kty !== (algorithm.startsWith('ES') ? 'EC' : 'RSA')) throw refused('unknown-key');
  if (key.kty === 'RSA' && Buffer.from(key.n ?? '', 'base64url').length < MIN_RSA_BYTES)
    throw refused('weak-key');
  const imported = await importJWK(key as JWK, algorithm).catch(() => {
    throw refused('unknown-key');
  });
  if (imported instanceof Uint8Array) throw refused('unknown-key');
  return imported;
}
