import { createHash } from 'node:crypto';
import { newSalt } from '@openrounds/transparency-log';
import fc from 'fast-check';
import { keyCommitment, opensCommitment } from './key-commitment';

const SALT = Buffer.alloc(32, 7).toString('base64url');

describe('keyCommitment', () => {
  it('is SHA-256 of the name, the salt and the canonical key, line by line', () => {
    const text = `openrounds/key/v1\n${SALT}\n{"acceptable":[],"diagnosis":"肺栓塞"}`;
    expect(keyCommitment({ diagnosis: '肺栓塞', acceptable: [] }, SALT)).toBe(
      createHash('sha256').update(text, 'utf8').digest('hex'),
    );
  });

  it('opens with its own key and salt, and with no other', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (key, other) => {
        const commitment = keyCommitment(key, SALT);
        expect(opensCommitment(commitment, key, SALT)).toBe(true);
        expect(opensCommitment(commitment, key, newSalt())).toBe(false);
        expect(opensCommitment(commitment, other, SALT)).toBe(keyCommitment(other, SALT) === commitment);
        expect(opensCommitment(commitment, { key }, SALT)).toBe(false);
      }),
    );
  });

  it('refuses what is no salt and what has no canonical form', () => {
    expect(() => keyCommitment({}, 'short')).toThrow(TypeError);
    expect(() => keyCommitment({ q: Number.NaN }, SALT)).toThrow(TypeError);
    expect(opensCommitment('', {}, 'short')).toBe(false);
  });
});
