import { type ApiKey, type Principal, type Role } from '@openrounds/contracts';

export interface StoredSession {
  readonly principal: Principal;
  readonly csrfToken: string;
  readonly expiresAt: Date;
}

/** API keys and browser sessions, by the SHA-256 of their secret. */
export interface CredentialStore {
  findApiKey(sha256: string): Promise<Principal | undefined>;
  addApiKey(key: {
    id: string;
    tenantId: string;
    name: string;
    role: Role;
    sha256: string;
    createdAt: Date;
  }): Promise<void>;
  listApiKeys(tenantId: string, limit: number, before?: string): Promise<readonly ApiKey[]>;
  /** False if the tenant has no such key. */
  revokeApiKey(tenantId: string, id: string, at: Date): Promise<boolean>;
  findSession(sha256: string, at: Date): Promise<StoredSession | undefined>;
  addSession(sha256: string, session: StoredSession, at: Date): Promise<void>;
  endSession(sha256: string): Promise<void>;
  forgetSessions(before: Date): Promise<number>;
}
export const CREDENTIAL_STORE = Symbol('CredentialStore');
