import { newId } from '@openrounds/platform';
import { openMigratedDatabase, type MigratedDatabase } from '@openrounds/testing';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { TypeOrmPlatforms } from '../../src/persistence/typeorm-platforms';
import { registration } from '../fixtures/registrations';

describe('the store of platforms in Postgres', () => {
  let opened: MigratedDatabase;
  let store: TypeOrmPlatforms;
  beforeAll(async () => {
    opened = await openMigratedDatabase({
      schema: 'integration',
      entities: ENTITIES,
      migrations: MIGRATIONS,
    });
    store = new TypeOrmPlatforms(opened.dataSource);
  });
  afterAll(() => opened.close());

  const AT = new Date('2026-11-22T12:00:00.000Z');
  const LATER = new Date('2026-11-23T12:00:00.000Z');

  it('keeps a platform once, with what was said of it last', async () => {
    const id = newId();
    const first = await store.register('school', id, registration(), AT);
    expect(first).toEqual({
      ...registration(),
      id,
      tokenAudience: null,
      createdAt: AT.toISOString(),
    });
    const again = await store.register('school', newId(), registration({ name: 'New name' }), LATER);
    expect(again).toEqual({ ...first, name: 'New name' });
    expect(await store.list('school', 10, undefined)).toEqual([again]);
  });

  it('names for teachers stay as they were where nothing is said of them', async () => {
    const clientId = 'with-names';
    const register = async (changed: { roster?: boolean }) => {
      const { roster: _left, ...given } = registration({ clientId });
      return (await store.register('school', newId(), { ...given, ...changed }, AT))?.roster;
    };
    expect(await register({})).toBe(false);
    expect([await register({ roster: true }), await register({})]).toEqual([true, true]);
    expect([await register({ roster: false }), await register({})]).toEqual([false, false]);
  });

  it('keeps it for one tenant: another can neither have, see nor remove it', async () => {
    const id = newId();
    await store.register('owner', id, registration({ clientId: 'owned' }), AT);
    const taken = await store.register('thief', newId(), registration({ clientId: 'owned', name: 'X' }), AT);
    expect(taken).toBeUndefined();
    expect(await store.find('thief', id)).toBeUndefined();
    expect(await store.list('thief', 10, undefined)).toEqual([]);
    expect(await store.remove('thief', id)).toBe(false);
    expect(await store.find('owner', id)).toMatchObject({ name: 'Moodle' });
  });

  it('of many who register it at once one has it', async () => {
    const tried = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        store.register(`tenant-${String(n)}`, newId(), registration({ clientId: 'raced' }), AT),
      ),
    );
    expect(tried.filter((kept) => kept !== undefined)).toHaveLength(1);
  });

  it('lists the newest first, in pages', async () => {
    const ids = [newId(), newId(), newId()];
    for (const [n, id] of ids.entries())
      await store.register('pages', id, registration({ clientId: `page-${String(n)}` }), AT);
    const page = await store.list('pages', 2, undefined);
    expect(page.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    expect((await store.list('pages', 2, ids[1])).map(({ id }) => id)).toEqual([ids[0]]);
  });

  it('knows the hosts of all addresses, until the platform is removed', async () => {
    const id = newId();
    const urls = { tokenUrl: 'https://token.hosts.example:8443/t', keySetUrl: 'https://[2606:2800::1]/k' };
    await store.register('hosts', id, registration({ clientId: 'hosts', ...urls }), AT);
    expect(await store.knowsHost('token.hosts.example')).toBe(true);
    expect(await store.knowsHost('2606:2800::1')).toBe(true);
    expect(await store.knowsHost('hosts.example')).toBe(false);
    expect([await store.remove('hosts', id), await store.remove('hosts', id)]).toEqual([true, false]);
    expect(await store.knowsHost('token.hosts.example')).toBe(false);
  });
});
