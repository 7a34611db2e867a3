import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEY_PURPOSES } from './key-folder';
import { loadLogKey, loadQueueKeys, loadSealingKeys } from './key-ring';
import { addKey, ensureKeys, removeKey, useKey } from './make-keys';

describe('the keys of an installation', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'keys-'));
  });
  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  const contents = (): Record<string, string> =>
    Object.fromEntries(
      readdirSync(dir, { recursive: true, encoding: 'utf8' })
        .filter((name) => statSync(join(dir, name)).isFile())
        .map((name) => [name, readFileSync(join(dir, name), 'utf8')]),
    );

  it('are made once, each purpose in a folder of its own, readable by the owner alone', () => {
    ensureKeys(dir);
    const made = contents();
    ensureKeys(dir);
    expect(contents()).toEqual(made);
    expect(readdirSync(dir).sort()).toEqual([...KEY_PURPOSES].sort());
    for (const name of Object.keys(made)) expect(statSync(join(dir, name)).mode & 0o077).toBe(0);
    for (const purpose of KEY_PURPOSES) expect(statSync(join(dir, purpose)).mode & 0o077).toBe(0);
    expect(loadSealingKeys(dir).keys.size).toBe(1);
    expect(loadQueueKeys(dir).keys.get(loadQueueKeys(dir).current)).toHaveLength(32);
    expect(loadLogKey(dir).privateKey.asymmetricKeyType).toBe('ed25519');
  });

  it('are read where only the purpose that is asked for is there', () => {
    ensureKeys(dir);
    for (const purpose of ['sealing', 'log']) rmSync(join(dir, purpose), { recursive: true });
    expect(loadQueueKeys(dir).keys.size).toBe(1);
    expect(() => loadSealingKeys(dir)).toThrow(/there are no sealing keys.*make-keys/);
    expect(() => loadLogKey(dir)).toThrow('there are no log keys');
  });

  describe('of the first version', () => {
    const kek = { old: randomBytes(32), current: randomBytes(32) };
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    beforeEach(() => {
      writeFileSync(join(dir, 'kek-1.key'), kek.old.toString('base64'));
      writeFileSync(join(dir, 'kek-2.key'), `${kek.current.toString('base64')}\n`);
      writeFileSync(join(dir, 'log-1.pem'), pem);
      writeFileSync(
        join(dir, 'keys.json'),
        JSON.stringify({
          keyEncryption: { current: 'kek-2', all: { 'kek-1': 'kek-1.key', 'kek-2': 'kek-2.key' } },
          log: { current: 'log-1', all: { 'log-1': 'log-1.pem' } },
        }),
      );
    });

    it('are taken over with their ids, completed, and left where they stand', () => {
      const before = contents();
      ensureKeys(dir);
      expect(contents()).toMatchObject(before);
      const sealing = loadSealingKeys(dir);
      expect(sealing.current).toBe('kek-2');
      expect([...sealing.keys]).toEqual([
        ['kek-1', kek.old],
        ['kek-2', kek.current],
      ]);
      const log = loadLogKey(dir);
      expect(log.id).toBe('log-1');
      expect(log.privateKey.equals(createPrivateKey(pem))).toBe(true);
      expect(loadQueueKeys(dir).keys.size).toBe(1);
    });

    it('are taken over once: what was rotated since stays', () => {
      ensureKeys(dir);
      useKey(dir, 'sealing', addKey(dir, 'sealing'));
      const rotated = contents();
      ensureKeys(dir);
      expect(contents()).toEqual(rotated);
    });

    it('are not replaced by new ones when one of them cannot be read', () => {
      rmSync(join(dir, 'kek-1.key'));
      expect(() => {
        ensureKeys(dir);
      }).toThrow(/kek-1\.key/);
      expect(existsSync(join(dir, 'sealing', 'keys.json'))).toBe(false);
    });
  });

  describe('rotated', () => {
    beforeEach(() => {
      ensureKeys(dir);
    });

    it('are there before they are used, and go only when they are not', () => {
      const { current: first } = loadSealingKeys(dir);
      const next = addKey(dir, 'sealing');
      expect(loadSealingKeys(dir)).toMatchObject({ current: first });
      expect([...loadSealingKeys(dir).keys.keys()]).toEqual([first, next]);
      useKey(dir, 'sealing', next);
      expect(loadSealingKeys(dir).current).toBe(next);
      expect(() => {
        removeKey(dir, 'sealing', next);
      }).toThrow('current');
      removeKey(dir, 'sealing', first);
      expect([...loadSealingKeys(dir).keys.keys()]).toEqual([next]);
      expect(existsSync(join(dir, 'sealing', `${first}.key`))).toBe(false);
    });

    it('must be there to be used or removed', () => {
      expect(() => {
        useKey(dir, 'log', 'log-gone');
      }).toThrow('log-gone');
      expect(() => {
        removeKey(dir, 'queue', 'toString');
      }).toThrow('toString');
    });
  });
});
