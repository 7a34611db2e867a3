import { newId } from '@openrounds/platform';
import { principals, TestClock, testSealer } from '@openrounds/testing';
import { type CredentialStore, type NewApiKeyRow } from '../ports/credentials';
import { type Claimed, type IdempotencyClaim } from '../ports/idempotency';
import { ManageApiKeys } from './manage-api-keys';
import { encodeCursor } from './paging';
import { sha256 } from './sha256';

const admin = principals.build({ role: 'admin' });
const INPUT = { name: 'laptop', role: 'teacher' } as const;
const IDEMPOTENCY = { key: 'k', bodyHash: 'body' };

class World {
  readonly issued: NewApiKeyRow[] = [];
  readonly claims = new Map<string, IdempotencyClaim>();
  readonly asked: unknown[][] = [];
  revocable = true;

  private readonly credentials = {
    issueApiKey: (row: NewApiKeyRow, claim: IdempotencyClaim | undefined): Promise<Claimed> => {
      const known = claim && this.claims.get(claim.key);
      if (known !== undefined)
        return Promise.resolve({ kind: 'known', ...known, answer: known.answer ?? null });
      if (claim !== undefined) this.claims.set(claim.key, claim);
      this.issued.push(row);
      return Promise.resolve({ kind: 'fresh' });
    },
    listApiKeys: (...asked: unknown[]) => {
      this.asked.push(asked);
      return Promise.resolve([]);
    },
    revokeApiKey: (...asked: unknown[]) => {
      this.asked.push(asked);
      return Promise.resolve(this.revocable);
    },
  };
  readonly manage = new ManageApiKeys(
    this.credentials as unknown as CredentialStore,
    testSealer(),
    new TestClock(),
  );
}

describe('ManageApiKeys', () => {
  let world: World;

  beforeEach(() => {
    world = new World();
  });

  it('shows a key once and keeps its hash', async () => {
    const { key, ...created } = await world.manage.create(admin, INPUT, undefined);
    expect(key).toMatch(/^ork_[\w-]{43}$/);
    expect(created).toMatchObject({ ...INPUT, revokedAt: null, createdAt: '2026-11-20T09:00:00.000Z' });
    expect(world.issued).toMatchObject([{ id: created.id, tenantId: 'school', sha256: sha256(key) }]);
    expect(JSON.stringify(world.issued)).not.toContain(key);
  });

  it('gives every request a key of its own', async () => {
    const keys = [
      await world.manage.create(admin, INPUT, undefined),
      await world.manage.create(admin, INPUT, undefined),
    ];
    expect(new Set(keys.map(({ key }) => key)).size).toBe(2);
  });

  it('gives the same key again for the same idempotency key and body, and keeps it sealed', async () => {
    const first = await world.manage.create(admin, INPUT, IDEMPOTENCY);
    expect(JSON.stringify([...world.claims])).not.toContain(first.key);
    expect(await world.manage.create(admin, INPUT, IDEMPOTENCY)).toEqual(first);
    expect(world.issued).toHaveLength(1);
  });

  it('refuses the idempotency key with another body, or of another operation', async () => {
    await world.manage.create(admin, INPUT, IDEMPOTENCY);
    const other = world.manage.create(admin, INPUT, { ...IDEMPOTENCY, bodyHash: 'other' });
    await expect(other).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    world.claims.set('k', { ...IDEMPOTENCY, principal: admin, operation: 'createRun', resourceId: newId() });
    const same = world.manage.create(admin, INPUT, IDEMPOTENCY);
    await expect(same).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('lists and revokes within the tenant only', async () => {
    const [id, before] = [newId(), newId()];
    expect(await world.manage.list(admin, 20, encodeCursor(before))).toEqual({ items: [], nextCursor: null });
    await world.manage.revoke(admin, id);
    expect(world.asked).toEqual([
      ['school', 21, before],
      ['school', id, new TestClock().now()],
    ]);
    world.revocable = false;
    await expect(world.manage.revoke(admin, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
