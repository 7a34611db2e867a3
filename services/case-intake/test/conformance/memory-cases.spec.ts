import { MemoryCases } from '../doubles/memory-cases';
import { itKeepsCases } from './case-store';

describe('the store of cases in memory', () => {
  itKeepsCases(() => new MemoryCases());
});
