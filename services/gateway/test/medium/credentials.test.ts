import { rowsOfSchema, TestClock } from '@openrounds/testing';
import { ManageApiKeys } from '../../src/use-cases/manage-api-keys';
import { itKeepsCredentials } from '../conformance/credentials';
import { openStores, SEALER, type GatewayStores } from '../fixtures/stores';

describe('the gateway’s credentials in Postgres', () => {
  let stores: GatewayStores;

  beforeAll(async () => {
    stores = await openStores();
  });

  afterAll(() => stores.close());

  itKeepsCredentials(() => stores);

  it('leave nothing behind from which a key could be read, and are given again all the same', async () => {
    const manage = new ManageApiKeys(stores.credentials, SEALER, new TestClock());
    const admin = { tenantId: 'nothing-kept', subject: 'key:1', role: 'admin' } as const;
    const idempotency = { key: 'once-and-again', bodyHash: 'body' };
    const input = { name: 'laptop', role: 'teacher' } as const;
    const first = await manage.create(admin, input, idempotency);
    expect(await manage.create(admin, input, idempotency)).toEqual(first);
    const rows = await stores.dataSource.query<Record<string, unknown>[]>(
      'SELECT * FROM idempotency_keys WHERE resource_id = $1',
      [first.id],
    );
    expect(rows).toEqual([
      {
        tenant_id: 'nothing-kept',
        subject: 'key:1',
        key: 'once-and-again',
        operation: 'createApiKey',
        body_hash: 'body',
        resource_id: first.id,
        answer: null,
        created_at: new TestClock().now(),
      },
    ]);
    expect((await rowsOfSchema(stores.database.url('gateway'), 'gateway')).join()).not.toContain(first.key);
  });
});
