import { randomBytes } from 'node:crypto';
import {
  DomainError,
  NewApiKey,
  type ApiKey,
  type CreateApiKeyInput,
  type Principal,
} from '@openrounds/contracts';
import { newId, type Clock, type Sealer } from '@openrounds/platform';
import { type CredentialStore } from '../ports/credentials';
import { type IdempotencyStore } from '../ports/idempotency';
import { decodeCursor, pageOf, type Page } from './paging';
import { sha256 } from './sha256';

const OPERATION = 'createApiKey';
const KEY_PREFIX = 'ork_';

export const newApiKey = (): string => KEY_PREFIX + randomBytes(32).toString('base64url');

/** API keys of a tenant. A key is shown once; what is kept is its SHA-256. */
export class ManageApiKeys {
  constructor(
    private readonly credentials: CredentialStore,
    private readonly idempotency: IdempotencyStore,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async create(
    principal: Principal,
    input: CreateApiKeyInput,
    idempotency: { key: string; bodyHash: string } | undefined,
  ): Promise<NewApiKey> {
    const id = newId();
    const now = this.clock.now();
    const claim = idempotency && { ...idempotency, principal, operation: OPERATION, resourceId: id };
    if (claim !== undefined) {
      const claimed = await this.idempotency.claim(claim, now);
      if (claimed.kind === 'known') {
        if (claimed.bodyHash !== claim.bodyHash || claimed.operation !== OPERATION) {
          throw new DomainError('idempotency-key-reused');
        }
        if (claimed.answer === null)
          throw new DomainError('overloaded', 'The first request is under way', [], 1);
        return this.sealer.open(claimed.answer, principal.tenantId, NewApiKey);
      }
    }
    const key = newApiKey();
    const { tenantId } = principal;
    await this.credentials.addApiKey({ id, tenantId, ...input, sha256: sha256(key), createdAt: now });
    const created: NewApiKey = { id, ...input, createdAt: now.toISOString(), revokedAt: null, key };
    if (claim !== undefined) await this.idempotency.settle(claim, this.sealer.seal(created, tenantId), now);
    return created;
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
