import { MemoryDocuments } from '../doubles/memory-documents';
import { itKeepsDocuments } from './document-store';

describe('the store of documents in memory', () => {
  itKeepsDocuments(() => {
    const store = new MemoryDocuments();
    return { store, logged: () => Promise.resolve(store.records) };
  });
});
