import { itKeepsCredentials } from '../conformance/credentials';
import { openStores, type GatewayStores } from '../fixtures/stores';

describe('the gateway’s credentials in Postgres', () => {
  let stores: GatewayStores;

  beforeAll(async () => {
    stores = await openStores();
  });

  afterAll(() => stores.close());

  itKeepsCredentials(() => stores);
});
