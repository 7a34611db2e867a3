import { MemoryRetrievals } from '../doubles/memory-retrievals';
import { itKeepsRetrievals } from './retrieval-store';

describe('the store of retrievals in memory', () => {
  itKeepsRetrievals(() => new MemoryRetrievals());
});
