import { Sealer } from '@openrounds/platform';

const KEY_BYTES = 32;

/** A sealer with a key that is known to every test: it truly encrypts. */
export const testSealer = (): Sealer =>
  new Sealer({ current: 'kek-test', keys: new Map([['kek-test', Buffer.alloc(KEY_BYTES, 7)]]) });
