import { type LrsConnection, type LrsConnectionInput } from '@openrounds/contracts';

/** The systems that launch by cmi5 and keep records. */
export interface LrsConnections {
  /** Keeps a system, or what is new of the one with this endpoint; its id and the time it came stay then. */
  register(tenantId: string, id: string, connection: LrsConnectionInput, at: Date): Promise<LrsConnection>;
  find(tenantId: string, id: string): Promise<LrsConnection | undefined>;
  /** The newest first, from before an id on. */
  list(tenantId: string, limit: number, before: string | undefined): Promise<LrsConnection[]>;
  all(tenantId: string): Promise<LrsConnection[]>;
  /** Whether it was there. Tokens of its sessions go with it, so that nothing more is sent. */
  remove(tenantId: string, id: string): Promise<boolean>;
  /** Whether a host stands in an address of a system, of whatever tenant. */
  knowsHost(host: string): Promise<boolean>;
}
export const LRS_CONNECTIONS = Symbol('LrsConnections');
