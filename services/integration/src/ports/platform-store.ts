import { type LtiRegistration, type LtiRegistrationInput } from '@openrounds/contracts';

/** A platform, and whose it is. */
export interface OwnedPlatform extends LtiRegistration {
  readonly tenantId: string;
}

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
  /** Of whatever tenant: a launch says its tenant by its platform. */
  byId(id: string): Promise<OwnedPlatform | undefined>;
  /** Registered under this issuer, and under this client id where one is given; of whatever tenant. */
  ofIssuer(issuer: string, clientId: string | null): Promise<OwnedPlatform[]>;
  /** The newest first, from before an id on. */
  list(tenantId: string, limit: number, before: string | undefined): Promise<LtiRegistration[]>;
  /** Whether it was there. Its deployments, links and launches go too, and its learners unless another has the same issuer. */
  remove(tenantId: string, id: string): Promise<boolean>;
  /** Whether a host stands in an address of a registration, of whatever tenant. */
  knowsHost(host: string): Promise<boolean>;
}
export const PLATFORM_STORE = Symbol('PlatformStore');
