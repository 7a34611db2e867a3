import { type ApiKey, type Principal } from '@openrounds/contracts';
import { type CredentialStore, type NewApiKeyRow, type StoredSession } from '../../src/ports/credentials';
import { type Claimed, type IdempotencyClaim } from '../../src/ports/idempotency';
import { MemoryIdempotency } from './memory-idempotency';

interface KeptKey extends NewApiKeyRow {
  revokedAt: Date | null;
}

const subjectOf = ({ id }: { id: string }): string => `key:${id}`;

/** Credentials in memory: passes the suite that those in Postgres pass. */
export class MemoryCredentials implements CredentialStore {
  private readonly rows: KeptKey[] = [];
  private readonly sessions = new Map<string, StoredSession>();

  constructor(private readonly idempotency = new MemoryIdempotency()) {}

  get keys(): readonly NewApiKeyRow[] {
    return this.rows;
  }

  findApiKey(sha256: string): Promise<Principal | undefined> {
    const row = this.rows.find((each) => each.sha256 === sha256 && each.revokedAt === null);
    return Promise.resolve(row && { tenantId: row.tenantId, subject: subjectOf(row), role: row.role });
  }

  addApiKey(key: NewApiKeyRow): Promise<void> {
    if (!this.rows.some(({ sha256 }) => sha256 === key.sha256)) this.rows.push({ ...key, revokedAt: null });
    return Promise.resolve();
  }

  issueApiKey(key: NewApiKeyRow, claim: IdempotencyClaim | undefined): Promise<Claimed> {
    const claimed = claim && this.idempotency.take(claim, key.createdAt);
    if (claimed?.kind === 'known') return Promise.resolve(claimed);
    this.rows.push({ ...key, revokedAt: null });
    return Promise.resolve({ kind: 'fresh' });
  }

  issuedApiKey(tenantId: string, id: string): Promise<NewApiKeyRow | undefined> {
    return Promise.resolve(this.rows.find((row) => row.tenantId === tenantId && row.id === id));
  }

  listApiKeys(tenantId: string, limit: number, before?: string): Promise<readonly ApiKey[]> {
    const own = this.rows.filter((row) => row.tenantId === tenantId && (!before || row.id < before));
    const newestFirst = own.sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, limit);
    return Promise.resolve(
      newestFirst.map(({ id, name, role, createdAt, revokedAt }) => ({
        id,
        name,
        role,
        createdAt: createdAt.toISOString(),
        revokedAt: revokedAt?.toISOString() ?? null,
      })),
    );
  }

  revokeApiKey(tenantId: string, id: string, at: Date): Promise<boolean> {
    const row = this.rows.find((each) => each.tenantId === tenantId && each.id === id);
    if (row === undefined || row.revokedAt !== null) return Promise.resolve(false);
    row.revokedAt = at;
    for (const [hash, { principal }] of this.sessions)
      if (principal.tenantId === tenantId && principal.subject === subjectOf(row)) this.sessions.delete(hash);
    return Promise.resolve(true);
  }

  findSession(sha256: string, at: Date): Promise<StoredSession | undefined> {
    const found = this.sessions.get(sha256);
    if (found === undefined || found.expiresAt <= at || found.idleAt <= at) return Promise.resolve(undefined);
    const { subject } = found.principal;
    const isValid =
      !subject.startsWith('key:') ||
      this.rows.some((row) => subjectOf(row) === subject && row.revokedAt === null);
    return Promise.resolve(isValid ? found : undefined);
  }

  addSession(sha256: string, session: StoredSession): Promise<void> {
    this.sessions.set(sha256, session);
    return Promise.resolve();
  }

  keepSession(sha256: string, idleAt: Date): Promise<void> {
    const found = this.sessions.get(sha256);
    if (found !== undefined) this.sessions.set(sha256, { ...found, idleAt });
    return Promise.resolve();
  }

  endSession(sha256: string): Promise<void> {
    this.sessions.delete(sha256);
    return Promise.resolve();
  }

  endSessionsOf(tenantId: string, subject: string): Promise<void> {
    for (const [hash, { principal }] of this.sessions)
      if (principal.tenantId === tenantId && principal.subject === subject) this.sessions.delete(hash);
    return Promise.resolve();
  }

  forgetSessions(before: Date): Promise<number> {
    const over = [...this.sessions].filter(
      ([, { expiresAt, idleAt }]) => expiresAt < before || idleAt < before,
    );
    for (const [hash] of over) this.sessions.delete(hash);
    return Promise.resolve(over.length);
  }
}
