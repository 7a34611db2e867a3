import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import {
  DomainError,
  type NewApiKey,
  type ApiKey,
  type CreateApiKeyInput,
  type Principal,
} from '@openrounds/contracts';
import { CLOCK, newId, Sealer, type Clock } from '@openrounds/platform';
import { CREDENTIAL_STORE, type CredentialStore, type NewApiKeyRow } from '../ports/credentials';
import { requireSameRequest } from './idempotent';
import { decodeCursor, pageOf, type Page } from './paging';
import { sha256 } from './sha256';

const OPERATION = 'createApiKey';
const KEY_PREFIX = 'ork_';

const PURPOSE = 'openrounds:api-key:v1';

interface Idempotency {
  readonly key: string;
  readonly bodyHash: string;
}

const asApiKey = (bytes: Buffer): string => KEY_PREFIX + bytes.toString('base64url');
const newApiKey = (): string => asApiKey(randomBytes(32));

const presentKey = ({ id, name, role, createdAt }: Omit<NewApiKeyRow, 'sha256'>, key: string): NewApiKey => ({
  id,
  name,
  role,
  createdAt: createdAt.toISOString(),
  revokedAt: null,
  key,
});

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
    idempotency: Idempotency | undefined,
  ): Promise<NewApiKey> {
    const { tenantId } = principal;
    const row = { id: newId(), tenantId, ...input, createdAt: this.clock.now() };
    const [key] = idempotency === undefined ? [newApiKey()] : this.keysOf(principal, idempotency, row.id);
    const claim = idempotency && { ...idempotency, principal, operation: OPERATION, resourceId: row.id };
    const claimed = await this.credentials.issueApiKey({ ...row, sha256: sha256(key) }, claim);
    if (claimed.kind === 'fresh' || idempotency === undefined) return presentKey(row, key);
    requireSameRequest(claimed, claim);
    return this.again(principal, idempotency, claimed.resourceId);
  }

  /** The first answer to a request that comes again: its key is worked out anew, since it is kept nowhere. */
  private async again(principal: Principal, idempotency: Idempotency, id: string): Promise<NewApiKey> {
    const row = await this.credentials.issuedApiKey(principal.tenantId, id);
    const key = this.keysOf(principal, idempotency, id).find((each) => sha256(each) === row?.sha256);
    // Only after the key-encryption key it was made with has been taken away.
    if (row === undefined || key === undefined) throw new DomainError('idempotency-key-reused');
    return presentKey(row, key);
  }

  /**
   * The API key that a request's idempotency key stands for, first by the installation's current key-encryption key. It
   * follows from both and from its own id: who has the database has neither it nor anything to try it from.
   */
  private keysOf(
    { tenantId, subject }: Principal,
    { key, bodyHash }: Idempotency,
    id: string,
  ): readonly [string, ...string[]] {
    const [current, ...retired] = this.sealer.derive(PURPOSE, [tenantId, subject, key, bodyHash, id]);
    return [asApiKey(current), ...retired.map(asApiKey)];
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
