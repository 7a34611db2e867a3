import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ensureKeys, loadKeyRing } from './key-ring';
import { Sealer } from './sealer';

const Content = z.object({ narrative: z.string() });

describe('sealing', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'keys-'));
    ensureKeys(dir);
  });
  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  it('opens what it sealed and shows nothing of it before', () => {
    const sealer = new Sealer(loadKeyRing(dir).keyEncryption);
    const sealed = sealer.seal({ narrative: '突发胸痛' }, 'local');
    expect(JSON.stringify(sealed)).not.toContain('突发胸痛');
    expect(sealer.open(sealed, 'local', Content)).toEqual({ narrative: '突发胸痛' });
  });

  it('refuses another tenant, an altered seal and an unknown key', () => {
    const sealer = new Sealer(loadKeyRing(dir).keyEncryption);
    const sealed = sealer.seal({ narrative: 'chest pain' }, 'local');
    expect(() => sealer.open(sealed, 'other', Content)).toThrow();
    expect(() => sealer.open({ ...sealed, data: sealed.wrappedKey }, 'local', Content)).toThrow();
    expect(() => sealer.open({ ...sealed, keyId: 'kek-gone' }, 'local', Content)).toThrow('kek-gone');
  });

  it('makes keys once, readable by the owner alone', () => {
    const before = loadKeyRing(dir).keyEncryption.current;
    ensureKeys(dir);
    expect(loadKeyRing(dir).keyEncryption.current).toBe(before);
    expect(statSync(join(dir, `${before}.key`)).mode & 0o077).toBe(0);
  });

  it('derives the same secret from the same key and words, another for another purpose, and knows retired keys', () => {
    const [old, now] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const before = new Sealer({ current: 'old', keys: new Map([['old', old]]) });
    const after = new Sealer({
      current: 'now',
      keys: new Map([
        ['old', old],
        ['now', now],
      ]),
    });
    const [secret] = before.derive('purpose', ['a', 'b']);
    expect(before.derive('purpose', ['a', 'b'])).toEqual([secret]);
    const [fresh, ...retired] = after.derive('purpose', ['a', 'b']);
    expect([fresh.equals(secret), retired]).toEqual([false, [secret]]);
    const others = [
      before.derive('other', ['a', 'b']),
      before.derive('purpose', ['ab']),
      before.derive('purpose', ['b', 'a']),
    ];
    for (const [other] of others) expect(other.equals(secret)).toBe(false);
  });
});
