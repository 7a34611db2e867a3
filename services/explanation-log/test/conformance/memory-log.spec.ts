import { MemoryLog } from '../doubles/memory-log';
import { itKeepsEntries } from './log-entries';

describe('the log in memory', () => {
  itKeepsEntries(() => new MemoryLog());
});
