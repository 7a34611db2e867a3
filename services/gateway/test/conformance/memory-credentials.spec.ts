import { MemoryCredentials } from '../doubles/memory-credentials';
import { MemoryIdempotency } from '../doubles/memory-idempotency';
import { itKeepsCredentials } from './credentials';

describe('the gateway’s credentials in memory', () => {
  itKeepsCredentials(() => {
    const idempotency = new MemoryIdempotency();
    return { idempotency, credentials: new MemoryCredentials(idempotency) };
  });
});
