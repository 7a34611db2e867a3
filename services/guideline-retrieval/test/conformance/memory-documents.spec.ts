import { MemoryDocuments } from '../doubles/memory-documents';
import { itKeepsDocuments } from './document-store';

describe('the store of documents in memory', () => {
  itKeepsDocuments(() => new MemoryDocuments());
});
