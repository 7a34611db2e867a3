const KEY_BYTES = 32;

/** A queue key that is known to every test: messages are truly signed. */
export const testQueueKeys = (filledWith = 5) => ({
  current: 'queue-test',
  keys: new Map([['queue-test', Buffer.alloc(KEY_BYTES, filledWith)]]),
});
