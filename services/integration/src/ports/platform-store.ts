import { type LtiRegistration, type LtiRegistrationInput } from '@openrounds/contracts';

/** The learning platforms that are registered. */
export interface PlatformStore {
  /**
   * Keeps a platform, or what is new of one that the tenant has under the same issuer and client id; its id and the time it
   * came stay then.
   *
   * @returns undefined if another tenant has it
   */
  register(
    tenantId: string,
    id: string,
    registration: LtiRegistrationInput,
    at: Date,
  ): Promise<LtiRegistration | undefined>;
  find(tenantId: string, id: string): Promise<LtiRegistration | undefined>;
  /** The newest first, from before an id on. */
  list(tenantId: string, limit: number, before: string | undefined): Promise<LtiRegistration[]>;
  /** Whether it was there. */
  remove(tenantId: string, id: string): Promise<boolean>;
  /** Whether a host stands in an address of a registration, of whatever tenant. */
  knowsHost(host: string): Promise<boolean>;
}
export const PLATFORM_STORE = Symbol('PlatformStore');
