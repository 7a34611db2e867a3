import { type ApiKey, type Principal, type Role } from '@openrounds/contracts';
import { type Claimed, type IdempotencyClaim } from './idempotency';

export interface NewApiKeyRow {
  readonly id: string;
  readonly tenantId: string;
  readonly name: string;
  readonly role: Role;
  readonly sha256: string;
  readonly createdAt: Date;
}

export interface StoredSession {
  readonly principal: Principal;
  readonly csrfToken: string;
  readonly expiresAt: Date;
  /** When it ends unless it is used before. */
  readonly idleAt: Date;
}

/** API keys and browser sessions, by the SHA-256 of their secret. */
export interface CredentialStore {
  findApiKey(sha256: string): Promise<Principal | undefined>;
  /** Does nothing where a key with this hash stands already. */
  addApiKey(key: NewApiKeyRow): Promise<void>;
  /** Key and idempotency key in one transaction; nothing is added where the idempotency key stood before. */
  issueApiKey(key: NewApiKeyRow, claim: IdempotencyClaim | undefined): Promise<Claimed>;
  /** A key of the tenant as it was issued, whether or not it was revoked since. */
  issuedApiKey(tenantId: string, id: string): Promise<NewApiKeyRow | undefined>;
  listApiKeys(tenantId: string, limit: number, before?: string): Promise<readonly ApiKey[]>;
  /** Ends the sessions that were opened with the key, too. False if the tenant has no such key. */
  revokeApiKey(tenantId: string, id: string, at: Date): Promise<boolean>;
  /** One that has neither expired nor lain idle. */
  findSession(sha256: string, at: Date): Promise<StoredSession | undefined>;
  addSession(sha256: string, session: StoredSession, at: Date): Promise<void>;
  /** It was used: what does not end before lasts until then. */
  keepSession(sha256: string, idleAt: Date): Promise<void>;
  endSession(sha256: string): Promise<void>;
  /** Ends all sessions of somebody. */
  endSessionsOf(tenantId: string, subject: string): Promise<void>;
  forgetSessions(before: Date): Promise<number>;
}
export const CREDENTIAL_STORE = Symbol('CredentialStore');
