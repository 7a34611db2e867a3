import { MemoryRankings } from '../doubles/memory-rankings';
import { itKeepsRankings } from './ranking-store';

describe('the store of rankings in memory', () => {
  itKeepsRankings(() => new MemoryRankings());
});
