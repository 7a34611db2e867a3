import { type EhrClient, type EhrClientInput } from '@openrounds/contracts';

/** A system, and whose it is. */
export interface OwnedEhrClient {
  readonly tenantId: string;
  readonly client: EhrClient;
}

/** The training EHRs that are registered. */
export interface EhrClientStore {
  /**
   * Keeps a system, or what is new of one that the tenant has under the same issuer; its id and the time it came stay then.
   *
   * @returns undefined if another tenant has the issuer, or another system the FHIR server
   */
  register(tenantId: string, id: string, client: EhrClientInput, at: Date): Promise<EhrClient | undefined>;
  find(tenantId: string, id: string): Promise<EhrClient | undefined>;
  /** The newest first, from before an id on. */
  list(tenantId: string, limit: number, before: string | undefined): Promise<EhrClient[]>;
  /** Whether it was there. */
  remove(tenantId: string, id: string): Promise<boolean>;
  /** Whoever is registered by an issuer, and for whom. */
  findByIssuer(issuer: string): Promise<OwnedEhrClient | undefined>;
  /** Whether pages of an origin may call, of whatever tenant. */
  knowsOrigin(origin: string): Promise<boolean>;
  /** Whether a host stands in an address of a registration, of whatever tenant. */
  knowsHost(host: string): Promise<boolean>;
}
export const EHR_CLIENT_STORE = Symbol('EhrClientStore');
