import { type RegisteredEhr } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { openMigratedDatabase, testSealer, type MigratedDatabase } from '@openrounds/testing';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { TypeOrmCdsStore } from '../../src/persistence/typeorm-cds-store';
import { TypeOrmEhrClients } from '../../src/persistence/typeorm-ehr-clients';

const AT = new Date('2026-11-22T12:00:00.000Z');
const input = (name: string, changed: Partial<RegisteredEhr> = {}): RegisteredEhr => ({
  name,
  issuer: `https://${name}.example`,
  keySetUrl: `https://keys.${name}.example/jwks`,
  fhirBaseUrl: `https://${name}.example/fhir`,
  origins: [`https://pages.${name}.example`],
  language: 'zh',
  environment: 'training',
  ...changed,
});

describe('training EHRs in Postgres', () => {
  let opened: MigratedDatabase;
  let clients: TypeOrmEhrClients;
  let cds: TypeOrmCdsStore;
  beforeAll(async () => {
    opened = await openMigratedDatabase({
      schema: 'integration',
      entities: ENTITIES,
      migrations: MIGRATIONS,
    });
    clients = new TypeOrmEhrClients(opened.dataSource, testSealer());
    cds = new TypeOrmCdsStore(opened.dataSource);
  });
  afterAll(() => opened.close());

  it('are kept once by their issuer, with what was said last, and found by issuer, origin and host', async () => {
    const id = newId();
    const first = await clients.register('school', id, input('one'), undefined, AT);
    const client = { ...input('one'), id, smart: null, createdAt: AT.toISOString() };
    expect(first).toEqual({ outcome: 'kept', client });
    const renamed = input('one', { name: 'New name' });
    expect(await clients.register('school', newId(), renamed, undefined, AT)).toEqual({
      outcome: 'kept',
      client: { ...client, name: 'New name' },
    });
    expect(await clients.findByIssuer('https://one.example')).toMatchObject({ tenantId: 'school' });
    expect(await clients.knowsOrigin('https://pages.one.example')).toBe(true);
    expect(await clients.knowsOrigin('https://one.example')).toBe(false);
    expect(await clients.knowsHost('keys.one.example')).toBe(true);
    expect(await clients.list('school', 10, undefined)).toHaveLength(1);
    expect(await clients.list('other', 10, undefined)).toEqual([]);
  });

  it('belong to one tenant, and have a FHIR server of their own', async () => {
    await clients.register('school', newId(), input('two'), undefined, AT);
    expect(await clients.register('thief', newId(), input('two'), undefined, AT)).toEqual({
      outcome: 'taken',
    });
    const { fhirBaseUrl } = input('two');
    expect(await clients.register('school', newId(), input('three', { fhirBaseUrl }), undefined, AT)).toEqual(
      { outcome: 'taken' },
    );
    await clients.register('school', newId(), input('four'), undefined, AT);
    expect(await clients.register('school', newId(), input('four', { fhirBaseUrl }), undefined, AT)).toEqual({
      outcome: 'taken',
    });
  });

  it('use a token once, also many at a time, until it is forgotten', async () => {
    const tried = await Promise.all(Array.from({ length: 8 }, () => cds.spend('issuer', 'token', AT)));
    expect(tried.filter(Boolean)).toHaveLength(1);
    expect(await cds.spend('other', 'token', AT)).toBe(true);
    expect(await cds.forget(new Date(AT.getTime() + 1), AT)).toBe(2);
    expect(await cds.spend('issuer', 'token', AT)).toBe(true);
  });

  it('give feedback that is kept once, and goes with them', async () => {
    const id = newId();
    await clients.register('school', id, input('five'), undefined, AT);
    const said = {
      card: newId(),
      outcome: 'accepted' as const,
      reason: null,
      commented: false,
      at: AT.toISOString(),
    };
    for (let times = 0; times < 2; times += 1) await cds.keepFeedback(id, [said]);
    await cds.keepFeedback(newId(), [said]);
    const count = async (): Promise<unknown> =>
      (await opened.dataSource.manager.query('SELECT count(*)::int AS n FROM cds_feedback'))[0].n;
    expect(await count()).toBe(1);
    expect(await clients.remove('school', id)).toBe(true);
    expect(await count()).toBe(0);
  });
});
