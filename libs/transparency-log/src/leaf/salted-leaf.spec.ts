import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson } from '../canonical/canonical-json';
import { leafHash } from '../tree/hash';
import { isSalt } from './leaf-text';
import { newSalt, saltedLeaf, saltedLeafOfText } from './salted-leaf';

const SALT = Buffer.alloc(32, 7).toString('base64url');

describe('saltedLeaf', () => {
  it('is SHA-256(0x00 ‖ canonical JSON of record and salt)', () => {
    const text = `\0{"record":{"a":[1,2],"b":"肺栓塞"},"salt":"${SALT}"}`;
    expect(saltedLeaf({ b: '肺栓塞', a: [1, 2] }, SALT)).toBe(
      createHash('sha256').update(text, 'utf8').digest('hex'),
    );
  });

  it('hides the same record behind another salt', () => {
    expect(saltedLeaf({ a: 1 }, newSalt())).not.toBe(saltedLeaf({ a: 1 }, newSalt()));
  });

  it.each(['', 'short', `${SALT}=`, Buffer.alloc(31).toString('base64url')])(
    'rejects the salt %p',
    (salt) => {
      expect(isSalt(salt)).toBe(false);
      expect(() => saltedLeaf({}, salt)).toThrow(TypeError);
    },
  );

  it('rejects a missing record', () => {
    expect(() => saltedLeaf(undefined, SALT)).toThrow(TypeError);
  });
});

describe('saltedLeafOfText', () => {
  it('is the leaf of the record and the salt as one object', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (record) => {
        const salt = newSalt();
        const whole = Buffer.from(canonicalJson({ salt, record }), 'utf8');
        expect(saltedLeafOfText(canonicalJson(record), salt)).toBe(leafHash(whole));
        expect(saltedLeaf(record, salt)).toBe(leafHash(whole));
      }),
    );
  });
});

describe('newSalt', () => {
  it('holds 32 bytes and never repeats', () => {
    const salts = Array.from({ length: 100 }, newSalt);
    expect(salts.every((salt) => isSalt(salt) && Buffer.from(salt, 'base64url').length === 32)).toBe(true);
    expect(new Set(salts).size).toBe(salts.length);
  });
});
