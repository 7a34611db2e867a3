import { Inject, Injectable } from '@nestjs/common';
import { type ApiKey, type Principal } from '@openrounds/contracts';
import { DATA_SOURCE } from '@openrounds/persistence';
import { IsNull, LessThan, type DataSource } from 'typeorm';
import { type CredentialStore, type NewApiKeyRow, type StoredSession } from '../ports/credentials';
import { type Claimed, type IdempotencyClaim } from '../ports/idempotency';
import { ApiKeyEntity } from './entities/api-key.entity';
import { SessionEntity } from './entities/session.entity';
import { claimKey } from './idempotency-rows';

/** What a key is called as a principal. */
const SUBJECT = 'key:';
const subjectOf = (keyId: string): string => SUBJECT + keyId;

@Injectable()
export class TypeOrmCredentials implements CredentialStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async findApiKey(sha256: string): Promise<Principal | undefined> {
    // Asked at each request, hence in plain SQL: to build the query would cost more than to run it.
    const [row] = await this.dataSource.manager.query<Pick<ApiKeyEntity, 'id' | 'tenantId' | 'role'>[]>(
      'SELECT id, tenant_id AS "tenantId", role FROM api_keys WHERE sha256 = $1 AND revoked_at IS NULL',
      [sha256],
    );
    return row === undefined
      ? undefined
      : { tenantId: row.tenantId, subject: subjectOf(row.id), role: row.role };
  }

  async addApiKey(key: NewApiKeyRow): Promise<void> {
    const insert = this.dataSource.manager.createQueryBuilder().insert().into(ApiKeyEntity);
    await insert
      .values({ ...key, revokedAt: null })
      .orIgnore()
      .execute();
  }

  issueApiKey(key: NewApiKeyRow, claim: IdempotencyClaim | undefined): Promise<Claimed> {
    return this.dataSource.transaction(async (manager) => {
      if (claim !== undefined) {
        const claimed = await claimKey(manager, claim, key.createdAt);
        if (claimed.kind === 'known') return claimed;
      }
      await manager.insert(ApiKeyEntity, { ...key, revokedAt: null });
      return { kind: 'fresh' };
    });
  }

  async issuedApiKey(tenantId: string, id: string): Promise<NewApiKeyRow | undefined> {
    return (await this.dataSource.manager.findOneBy(ApiKeyEntity, { tenantId, id })) ?? undefined;
  }

  async listApiKeys(tenantId: string, limit: number, before?: string): Promise<readonly ApiKey[]> {
    const rows = await this.dataSource.manager.find(ApiKeyEntity, {
      where: { tenantId, ...(before === undefined ? {} : { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit,
    });
    return rows.map(({ id, name, role, createdAt, revokedAt }) => ({
      id,
      name,
      role,
      createdAt: createdAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
    }));
  }

  revokeApiKey(tenantId: string, id: string, at: Date): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const key = { tenantId, id, revokedAt: IsNull() };
      const { affected } = await manager.update(ApiKeyEntity, key, { revokedAt: at });
      await manager.delete(SessionEntity, { tenantId, subject: subjectOf(id) });
      return affected === 1;
    });
  }

  async findSession(sha256: string, at: Date): Promise<StoredSession | undefined> {
    const row = await this.dataSource.manager.findOneBy(SessionEntity, { sha256 });
    if (row === null || row.expiresAt <= at || row.idleAt <= at) return undefined;
    const { tenantId, subject, role, csrfToken, expiresAt, idleAt } = row;
    if (subject.startsWith(SUBJECT) && !(await this.isValid(tenantId, subject.slice(SUBJECT.length))))
      return undefined;
    return { principal: { tenantId, subject, role }, csrfToken, expiresAt, idleAt };
  }

  /** A session may be opened in the very moment in which its key is revoked. */
  private isValid(tenantId: string, id: string): Promise<boolean> {
    return this.dataSource.manager.existsBy(ApiKeyEntity, { tenantId, id, revokedAt: IsNull() });
  }

  async addSession(
    sha256: string,
    { principal, csrfToken, expiresAt, idleAt }: StoredSession,
    at: Date,
  ): Promise<void> {
    await this.dataSource.manager.insert(SessionEntity, {
      sha256,
      ...principal,
      csrfToken,
      expiresAt,
      idleAt,
      createdAt: at,
    });
  }

  async keepSession(sha256: string, idleAt: Date): Promise<void> {
    await this.dataSource.manager.update(SessionEntity, { sha256 }, { idleAt });
  }

  async endSession(sha256: string): Promise<void> {
    await this.dataSource.manager.delete(SessionEntity, { sha256 });
  }

  async endSessionsOf(tenantId: string, subject: string): Promise<void> {
    await this.dataSource.manager.delete(SessionEntity, { tenantId, subject });
  }

  async forgetSessions(before: Date): Promise<number> {
    const { affected } = await this.dataSource.manager.delete(SessionEntity, [
      { expiresAt: LessThan(before) },
      { idleAt: LessThan(before) },
    ]);
    return affected ?? 0;
  }
}
