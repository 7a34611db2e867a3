import { type PlatformKey, PlatformKeys } from '@openrounds/lti';
import { exportJWK, generateKeyPair, type KeyLike, SignJWT } from 'jose';

/** A system that signs calls, with a key pair of its own. */
export interface Signer {
  readonly key: PlatformKey;
  sign(claims: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
}

export async function signer(algorithm = 'ES384', keyId = 'key-1'): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { modulusLength: 2048 });
  const published = { ...(await exportJWK(publicKey)), kid: keyId, alg: algorithm, use: 'sig' };
  const [key] = PlatformKeys.parse({ keys: [published] }).keys;
  if (key === undefined) throw new Error('no key');
  return {
    key,
    sign: (claims, header) => signed(privateKey, claims, { alg: algorithm, kid: keyId, ...header }),
  };
}

const signed = (
  key: KeyLike,
  claims: Record<string, unknown>,
  header: { alg: string } & Record<string, unknown>,
): Promise<string> => new SignJWT(claims).setProtectedHeader(header).sign(key);
