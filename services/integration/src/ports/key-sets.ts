import { type PlatformKey } from '@openrounds/lti';

/** The public keys of platforms. */
export interface KeySets {
  /**
   * The key of this id.
   *
   * @param platform whose it is
   * @returns undefined if the platform has none
   * @throws LaunchRefused `lti-keys-unreachable`
   */
  keyOf(
    platform: { readonly id: string; readonly keySetUrl: string },
    keyId: string,
  ): Promise<PlatformKey | undefined>;
}
export const KEY_SETS = Symbol('KeySets');
