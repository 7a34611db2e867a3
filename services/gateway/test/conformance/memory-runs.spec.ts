import { memoryStores } from '../fixtures/stores';
import { itKeepsRuns } from './runs';

describe('the gateway’s read model of runs in memory', () => {
  itKeepsRuns(memoryStores);
});
