import { type EhrClient, type RegisteredEhr } from '@openrounds/contracts';

/** A system, and whose it is. */
export interface OwnedEhrClient {
  readonly tenantId: string;
  readonly client: EhrClient;
}

/**
 * What came of a registration. Taken: another tenant has the issuer, or another system the FHIR server. Without a secret: the EHR is to
 * know us by one, and none was ever given.
 */
export type Registration =
  | { readonly outcome: 'kept'; readonly client: EhrClient }
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'without-secret' };

/** The training EHRs that are registered. */
export interface EhrClientStore {
  /**
   * Keeps a system, or what is new of one that the tenant has under the same issuer; its id and the time it came stay then.
   *
   * @param secret that the EHR knows us by; undefined: the one that is kept stays
   */
  register(
    tenantId: string,
    id: string,
    client: RegisteredEhr,
    secret: string | undefined,
    at: Date,
  ): Promise<Registration>;
  find(tenantId: string, id: string): Promise<EhrClient | undefined>;
  /** The newest first, from before an id on. */
  list(tenantId: string, limit: number, before: string | undefined): Promise<EhrClient[]>;
  /** Those that patients may be brought from, the newest first, from before an id on. */
  listSmart(tenantId: string, limit: number, before: string | undefined): Promise<EhrClient[]>;
  /** What a system knows us by, where it is a secret. */
  secretOf(tenantId: string, id: string): Promise<string | undefined>;
  /** Whether it was there. */
  remove(tenantId: string, id: string): Promise<boolean>;
  /** Whoever is registered by an issuer, and for whom. */
  findByIssuer(issuer: string): Promise<OwnedEhrClient | undefined>;
  /** Whoever has a FHIR server, to the letter, and for whom. */
  findByFhirServer(fhirBaseUrl: string): Promise<OwnedEhrClient | undefined>;
  /** Whether pages of an origin may call, of whatever tenant. */
  knowsOrigin(origin: string): Promise<boolean>;
  /** Whether a host stands in an address of a registration, of whatever tenant. */
  knowsHost(host: string): Promise<boolean>;
}
export const EHR_CLIENT_STORE = Symbol('EhrClientStore');
