import { MemoryVectors } from '../doubles/memory-vectors';
import { itKeepsVectors } from './vector-store';

describe('vectors in memory', () => {
  itKeepsVectors(() => new MemoryVectors());
});
