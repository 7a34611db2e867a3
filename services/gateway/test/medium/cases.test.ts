import { itRegistersCases } from '../conformance/case-registry';
import { openStores, type GatewayStores } from '../fixtures/stores';

describe('the gateway’s register of cases in Postgres', () => {
  let stores: GatewayStores;

  beforeAll(async () => {
    stores = await openStores();
  });

  afterAll(() => stores.close());

  itRegistersCases(() => stores);
});
