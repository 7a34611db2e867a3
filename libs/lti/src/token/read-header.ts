import { decodeProtectedHeader } from 'jose';
import { LaunchRefused } from '../refusal/launch-refused';

/** A token of a launch has some 5 KB. */
const MAX_TOKEN = 40_000;

/** What the header of a signed token says that is used: never a key or the address of one. */
export interface TokenHeader {
  readonly algorithm: string;
  readonly keyId: string;
}

/**
 * @param algorithms those that are registered for the platform: public-key signatures
 * @throws LaunchRefused `lti-signature` if this is no token that could be verified
 */
export function readHeader(token: string, algorithms: readonly string[]): TokenHeader {
  if (token.length > MAX_TOKEN || token.split('.').length !== 3)
    throw new LaunchRefused('lti-signature', 'token-form');
  const header = decoded(token);
  const { alg, kid, crit } = header;
  if (typeof alg !== 'string' || !algorithms.includes(alg))
    throw new LaunchRefused('lti-signature', 'algorithm');
  if (crit !== undefined) throw new LaunchRefused('lti-signature', 'critical-header');
  if (typeof kid !== 'string' || kid === '' || kid.length > 255)
    throw new LaunchRefused('lti-signature', 'key-id');
  return { algorithm: alg, keyId: kid };
}

function decoded(token: string): ReturnType<typeof decodeProtectedHeader> {
  try {
    return decodeProtectedHeader(token);
  } catch {
    throw new LaunchRefused('lti-signature', 'token-form');
  }
}
