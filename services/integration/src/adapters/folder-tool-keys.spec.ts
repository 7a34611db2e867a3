import { generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { FolderToolKeys } from './folder-tool-keys';

it('all keys are published by their thumbprints, and nothing private of them; one signs', async () => {
  const made = ['lti-1', 'lti-2'].map(
    (id) => [id, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey] as const,
  );
  const keys = FolderToolKeys.from({ current: 'lti-2', keys: new Map(made) });
  const { keys: published } = await keys.published();
  expect(published).toHaveLength(2);
  for (const key of published) {
    expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(key.kid).toBe(await calculateJwkThumbprint(key));
  }
  expect((await keys.current()).keyId).toBe(published[1]?.kid);
});

it('without a current key nothing is signed', async () => {
  const keys = FolderToolKeys.from({ current: 'gone', keys: new Map() });
  await expect(keys.current()).rejects.toThrow('no current lti key');
});
