import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import {
  DomainError,
  NewApiKey,
  type ApiKey,
  type CreateApiKeyInput,
  type Principal,
} from '@openrounds/contracts';
import { CLOCK, newId, Sealer, type Clock } from '@openrounds/platform';
import { CREDENTIAL_STORE, type CredentialStore } from '../ports/credentials';
import { requireSameRequest } from './idempotent';
import { decodeCursor, pageOf, type Page } from './paging';
import { sha256 } from './sha256';

const OPERATION = 'createApiKey';
const KEY_PREFIX = 'ork_';

export const newApiKey = (): string => KEY_PREFIX + randomBytes(32).toString('base64url');

/** API keys of a tenant. A key is shown once; what is kept is its SHA-256. */
@Injectable()
export class ManageApiKeys {
  constructor(
    @Inject(CREDENTIAL_STORE) private readonly credentials: CredentialStore,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async create(
    principal: Principal,
    input: CreateApiKeyInput,
    idempotency: { key: string; bodyHash: string } | undefined,
  ): Promise<NewApiKey> {
    const id = newId();
    const now = this.clock.now();
    const key = newApiKey();
    const { tenantId } = principal;
    const created: NewApiKey = { id, ...input, createdAt: now.toISOString(), revokedAt: null, key };
    const claim = idempotency && {
      ...idempotency,
      principal,
      operation: OPERATION,
      resourceId: id,
      answer: this.sealer.seal(created, tenantId),
    };
    const row = { id, tenantId, ...input, sha256: sha256(key), createdAt: now };
    const claimed = await this.credentials.issueApiKey(row, claim);
    if (claimed.kind === 'fresh') return created;
    requireSameRequest(claimed, claim);
    if (claimed.answer === null) throw new DomainError('idempotency-key-reused');
    return this.sealer.open(claimed.answer, tenantId, NewApiKey);
  }

  async list(principal: Principal, limit: number, cursor: string | undefined): Promise<Page<ApiKey>> {
    return pageOf(
      await this.credentials.listApiKeys(principal.tenantId, limit + 1, decodeCursor(cursor)),
      limit,
    );
  }

  async revoke(principal: Principal, id: string): Promise<void> {
    const revoked = await this.credentials.revokeApiKey(principal.tenantId, id, this.clock.now());
    if (!revoked) throw new DomainError('not-found', 'There is no such key');
  }
}
