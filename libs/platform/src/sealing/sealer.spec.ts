import { type Sealed } from '@openrounds/contracts';
import { z } from 'zod';
import { Sealer, SealBroken } from './sealer';

const Content = z.object({ narrative: z.string() });
const PLACE = { tenantId: 'school', path: 'run/1/understood' };
const key = (filledWith: number) => Buffer.alloc(32, filledWith);
const old = new Sealer({ current: 'kek-old', keys: new Map([['kek-old', key(7)]]) });
const rotated = new Sealer({
  current: 'kek-new',
  keys: new Map([
    ['kek-old', key(7)],
    ['kek-new', key(8)],
  ]),
});
const alone = new Sealer({ current: 'kek-new', keys: new Map([['kek-new', key(8)]]) });

/** Made by the first version, which bound a seal to its tenant alone. */
const FIRST_VERSION: Sealed = {
  v: 1,
  keyId: 'kek-old',
  wrappedKey: 'AgICAgICAgICAgICZVF42iXjImsLAz36BRjzdxm36gRY6LYkGVOFtOGBz3nJEGv5c7Upt8UJ8EoZkrhw',
  iv: 'AQEBAQEBAQEBAQEB',
  tag: '1EzkbD44QiDpM8jGQqak4Q==',
  data: '55Bf//1BPjZw1dE/f1Zesqh91OV84tQwHSg=',
};

describe('sealing', () => {
  it('opens what it sealed and shows nothing of it before', () => {
    const sealed = old.seal({ narrative: '突发胸痛' }, PLACE);
    expect(JSON.stringify(sealed)).not.toContain('突发胸痛');
    expect(old.open(sealed, PLACE, Content)).toEqual({ narrative: '突发胸痛' });
  });

  it.each([
    ['another tenant', { ...PLACE, tenantId: 'other' }],
    ['another thing', { ...PLACE, path: 'run/2/understood' }],
    ['another purpose', { ...PLACE, path: 'run/1/given' }],
    ['a place that reads alike', { tenantId: 'school","run', path: '1/understood' }],
  ])('does not open for %s', (_what, place) => {
    const sealed = old.seal({ narrative: 'chest pain' }, PLACE);
    expect(() => old.open(sealed, place, Content)).toThrow(SealBroken);
    expect(() => old.rewrap(sealed, place)).toThrow(SealBroken);
  });

  it('refuses an altered seal, parts of two seals, and an unknown key', () => {
    const sealed = old.seal({ narrative: 'chest pain' }, PLACE);
    const other = old.seal({ narrative: 'cough' }, { ...PLACE, path: 'run/2/understood' });
    const { iv, tag, data } = other;
    expect(() => old.open({ ...sealed, data: sealed.wrappedKey }, PLACE, Content)).toThrow(SealBroken);
    expect(() => old.open({ ...sealed, iv, tag, data }, PLACE, Content)).toThrow(SealBroken);
    expect(() => old.open({ ...sealed, keyId: 'kek-gone' }, PLACE, Content)).toThrow('kek-gone');
  });

  it('says of content that is not of its form only that', () => {
    const sealed = old.seal({ told: 'chest pain' }, PLACE);
    expect(() => old.open(sealed, PLACE, Content)).toThrow(SealBroken);
    expect(() => old.open(sealed, PLACE, Content)).not.toThrow(/chest/);
  });

  it('cannot be made to take a bound seal for one of the first version', () => {
    const sealed = old.seal({ narrative: 'chest pain' }, PLACE);
    expect(() => old.open({ ...sealed, v: 1 }, PLACE, Content)).toThrow(SealBroken);
  });

  describe('of the first version', () => {
    it('still opens with its tenant, and with no other', () => {
      expect(old.open(FIRST_VERSION, PLACE, Content)).toEqual({ narrative: 'chest pain' });
      expect(() => old.open(FIRST_VERSION, { ...PLACE, tenantId: 'other' }, Content)).toThrow(SealBroken);
    });

    it('is bound to its place once it is wrapped anew', () => {
      expect(old.isCurrent(FIRST_VERSION)).toBe(false);
      const bound = old.rewrap(FIRST_VERSION, PLACE);
      expect(old.isCurrent(bound)).toBe(true);
      expect(old.open(bound, PLACE, Content)).toEqual({ narrative: 'chest pain' });
      expect(() => old.open(bound, { ...PLACE, path: 'run/2/understood' }, Content)).toThrow(SealBroken);
    });
  });

  it('wraps the data key alone anew under another key; then the old key is not needed', () => {
    const sealed = old.seal({ narrative: 'chest pain' }, PLACE);
    expect(() => alone.open(sealed, PLACE, Content)).toThrow('kek-old');
    const anew = rotated.rewrap(sealed, PLACE);
    expect([rotated.isCurrent(sealed), rotated.isCurrent(anew)]).toEqual([false, true]);
    expect(anew.data).toBe(sealed.data);
    expect(alone.open(anew, PLACE, Content)).toEqual({ narrative: 'chest pain' });
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
