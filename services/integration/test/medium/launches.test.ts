import { KEY_BYTES, newId, Sealer } from '@openrounds/platform';
import { rowsOfSchema, type MigratedDatabase } from '@openrounds/testing';
import { itKeepsLaunches } from '../conformance/launch-stores';
import { aLaunch, aLink, aLogin, NINE } from '../fixtures/launches';
import { registration } from '../fixtures/registrations';
import { openDatabase, storesIn } from '../fixtures/stores';

describe('the stores of launches in Postgres', () => {
  let opened: MigratedDatabase;
  beforeAll(async () => {
    opened = await openDatabase();
  });
  afterAll(() => opened.close());

  itKeepsLaunches(() => storesIn(opened));

  it('a person is found again after the key was rotated', async () => {
    const ring = ['old', 'new'].map((id, n) => [id, Buffer.alloc(KEY_BYTES, n + 1)] as const);
    const before = storesIn(opened, new Sealer({ current: 'old', keys: new Map(ring.slice(0, 1)) }));
    const rotated = storesIn(opened, new Sealer({ current: 'new', keys: new Map(ring) }));
    const alone = storesIn(opened, new Sealer({ current: 'new', keys: new Map(ring.slice(1)) }));
    const person = { tenantId: 'rotated', issuer: 'https://lms.example', subject: 'u', testUser: false };
    const id = await before.learners.admit(person, NINE);
    expect(await rotated.learners.admit(person, NINE)).toBe(id);
    expect(await alone.learners.known(person)).toBe(id);
  });

  it('what a platform calls somebody stands nowhere in the open', async () => {
    const stores = storesIn(opened);
    const subject = 'nobody-may-read-this';
    const login = aLogin({
      login: { loginHint: subject, messageHint: subject, deploymentId: null, storageTarget: null },
    });
    await stores.launches.begin(login);
    await stores.launches.spend(login.id, aLaunch({ subject }), NINE);
    await stores.learners.admit({ tenantId: 'school', issuer: 'i', subject, testUser: false }, NINE);
    const rows = await rowsOfSchema(opened.database.url('integration'), 'integration');
    expect(rows.join()).not.toContain(subject);
  });

  it('a platform that is removed takes along what came by it, and its people with the last of an issuer', async () => {
    const stores = storesIn(opened);
    const [tenantId, issuer] = ['removed', 'https://removed.example'];
    const [first, second] = [newId(), newId()];
    for (const [n, id] of [first, second].entries())
      await stores.platforms.register(
        tenantId,
        id,
        registration({ issuer, clientId: `removed-${String(n)}` }),
        NINE,
      );
    const deployment = await stores.courses.see({ tenantId, id: first }, '1', NINE, NINE);
    const link = await stores.courses.openLink(aLink({ tenantId, deploymentId: deployment.id }), NINE);
    const login = aLogin({ tenantId, platformId: first });
    await stores.launches.begin(login);
    const learnerId = await stores.learners.admit({ tenantId, issuer, subject: 's', testUser: false }, NINE);
    await stores.platforms.remove(tenantId, first);
    expect(await stores.launches.find(login.id)).toBeUndefined();
    expect(await stores.courses.findLink(tenantId, link.id)).toBeUndefined();
    expect(await stores.courses.list(tenantId, 9, undefined)).toEqual([]);
    expect(await stores.learners.find(tenantId, learnerId)).toBeDefined();
    await stores.platforms.remove(tenantId, second);
    expect(await stores.learners.find(tenantId, learnerId)).toBeUndefined();
  });
});
