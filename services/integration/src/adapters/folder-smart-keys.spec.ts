import { generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { FolderSmartKeys } from './folder-smart-keys';

it('all keys are published by their thumbprints, and nothing private of them; one signs', async () => {
  const made = ['smart-1', 'smart-2'].map(
    (id) => [id, generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey] as const,
  );
  const keys = FolderSmartKeys.from({ current: 'smart-2', keys: new Map(made) });
  const { keys: published } = await keys.published();
  expect(published).toHaveLength(2);
  for (const key of published) {
    expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    expect(key.kid).toBe(await calculateJwkThumbprint(key));
  }
  expect((await keys.current()).keyId).toBe(published[1]?.kid);
});

it('without a current key nothing is signed', async () => {
  const keys = FolderSmartKeys.from({ current: 'gone', keys: new Map() });
  await expect(keys.current()).rejects.toThrow('no current smart key');
});
