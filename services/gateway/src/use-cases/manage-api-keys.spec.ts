import { newId } from '@openrounds/platform';
import { principals, TestClock, testSealer } from '@openrounds/testing';
import { MemoryCredentials } from '../../test/doubles/memory-credentials';
import { MemoryIdempotency } from '../../test/doubles/memory-idempotency';
import { ManageApiKeys } from './manage-api-keys';
import { encodeCursor } from './paging';
import { sha256 } from './sha256';

const admin = principals.build({ role: 'admin' });
const INPUT = { name: 'laptop', role: 'teacher' } as const;
const IDEMPOTENCY = { key: 'k', bodyHash: 'body' };

/** Keeps what was asked of it. */
class AskedCredentials extends MemoryCredentials {
  readonly asked: unknown[][] = [];

  override listApiKeys(...given: Parameters<MemoryCredentials['listApiKeys']>) {
    this.asked.push(given);
    return super.listApiKeys(...given);
  }

  override revokeApiKey(...given: Parameters<MemoryCredentials['revokeApiKey']>) {
    this.asked.push(given);
    return super.revokeApiKey(...given);
  }
}

class World {
  readonly idempotency = new MemoryIdempotency();
  readonly credentials = new AskedCredentials(this.idempotency);
  readonly manage = new ManageApiKeys(this.credentials, testSealer(), new TestClock());

  get issued() {
    return this.credentials.keys;
  }
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

  it('gives the same key again for the same idempotency key and body, and keeps nothing of it', async () => {
    const first = await world.manage.create(admin, INPUT, IDEMPOTENCY);
    expect(JSON.stringify(world.idempotency.kept)).not.toContain(first.key);
    expect(await world.manage.create(admin, INPUT, IDEMPOTENCY)).toEqual(first);
    expect(world.issued).toMatchObject([{ id: first.id, sha256: sha256(first.key) }]);
    expect(world.idempotency.kept).toEqual([
      { ...IDEMPOTENCY, principal: admin, operation: 'createApiKey', resourceId: first.id },
    ]);
  });

  it('gives another key when the idempotency key stands for another request by then', async () => {
    const first = await world.manage.create(admin, INPUT, IDEMPOTENCY);
    const nextDay = new TestClock();
    nextDay.advance(86_400);
    await world.idempotency.forget(nextDay.now());
    expect((await world.manage.create(admin, INPUT, IDEMPOTENCY)).key).not.toBe(first.key);
  });

  it('refuses the idempotency key with another body, or of another operation', async () => {
    await world.manage.create(admin, INPUT, IDEMPOTENCY);
    const other = world.manage.create(admin, INPUT, { ...IDEMPOTENCY, bodyHash: 'other' });
    await expect(other).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    const run = { ...IDEMPOTENCY, key: 'r', principal: admin, operation: 'createRun', resourceId: newId() };
    await world.idempotency.claim(run, new TestClock().now());
    const same = world.manage.create(admin, INPUT, { ...IDEMPOTENCY, key: 'r' });
    await expect(same).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('lists and revokes within the tenant only', async () => {
    const before = newId();
    const { id } = await world.manage.create(admin, INPUT, undefined);
    expect(await world.manage.list(admin, 20, encodeCursor(before))).toEqual({ items: [], nextCursor: null });
    await world.manage.revoke(admin, id);
    expect(world.credentials.asked).toEqual([
      ['school', 21, before],
      ['school', id, new TestClock().now()],
    ]);
    await expect(world.manage.revoke(admin, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
