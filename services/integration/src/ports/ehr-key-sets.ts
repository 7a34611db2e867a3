import { type PlatformKey } from '@openrounds/lti';

/** The public keys of systems that sign what they send. */
export interface EhrKeySets {
  /** The key of an id in the key set at an address; undefined: there is none, or the set cannot be had. */
  keyOf(keySetUrl: string, keyId: string): Promise<PlatformKey | undefined>;
}
export const EHR_KEY_SETS = Symbol('EhrKeySets');
