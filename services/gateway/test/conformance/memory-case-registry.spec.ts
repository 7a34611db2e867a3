import { memoryStores } from '../fixtures/stores';
import { itRegistersCases } from './case-registry';

describe('the gateway’s register of cases in memory', () => {
  itRegistersCases(memoryStores);
});
