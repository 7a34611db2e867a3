import { type LtiCheckStep, type LtiRegistration } from '@openrounds/contracts';

/** Asks a platform what it must be able to answer. */
export interface PlatformProbe {
  /** Its key set: whether one of its keys could verify a token. */
  keys(platform: LtiRegistration): Promise<LtiCheckStep>;
  /** A token for the gradebook: whether it knows us and our keys. The token is dropped. */
  token(platform: LtiRegistration): Promise<LtiCheckStep>;
}
export const PLATFORM_PROBE = Symbol('PlatformProbe');
