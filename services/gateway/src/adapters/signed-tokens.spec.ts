import { createHmac, randomBytes } from 'node:crypto';
import { TestClock } from '@openrounds/testing';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { SignedTokens } from './signed-tokens';

const KEY = randomBytes(32);
const RING = { current: 'room-1', keys: new Map([['room-1', KEY]]) };
const KIND = { type: 'any+jwt', lifeSeconds: 3600, claims: z.object({ sub: z.string() }) };
const HEADER = { alg: 'HS256', typ: KIND.type, kid: 'room-1' };
const clock = new TestClock(new Date('2026-11-21T09:00:00.000Z'));
const NOW = clock.now().getTime() / 1000;
const tokens = new SignedTokens(KIND, RING, clock);

/** Every kind of our tokens (rooms, classes, attempts, launches) is one of these. */
describe('a token of our own', () => {
  const signed = (header: object, claims: object, hash = 'sha256'): string => {
    const parts = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const text = parts.join('.');
    return `${text}.${createHmac(hash, KEY).update(text).digest('base64url')}`;
  };

  it('is believed as it was made', async () => {
    expect(await tokens.verify(signed(HEADER, { sub: 'a', exp: NOW + 60 }))).toEqual({ sub: 'a' });
  });

  it.each<[string, object]>([
    ['no end', {}],
    ['an end that is no number', { exp: '2099-01-01' }],
    ['an end that is past', { exp: NOW - 61 }],
    ['a beginning to come', { exp: NOW + 600, nbf: NOW + 300 }],
  ])('with %s is refused', async (_, claims) => {
    expect(await tokens.verify(signed(HEADER, { sub: 'a', ...claims }))).toBeUndefined();
  });

  it.each([
    ['none', 'sha256'],
    ['None', 'sha256'],
    ['HS384', 'sha384'],
    ['HS512', 'sha512'],
    ['RS256', 'sha256'],
  ])('whose header says %s is refused, though the hash is right', async (alg, hash) => {
    const claims = { sub: 'a', exp: NOW + 60 };
    expect(await tokens.verify(signed({ ...HEADER, alg }, claims, hash))).toBeUndefined();
    expect(await tokens.verify(signed({ ...HEADER, alg }, claims).replace(/[^.]*$/, ''))).toBeUndefined();
  });

  it('with a header that nobody here understands is refused', async () => {
    const token = await new SignJWT({ sub: 'a' })
      .setProtectedHeader({ ...HEADER, crit: ['b64'], b64: true })
      .setExpirationTime(NOW + 60)
      .sign(KEY);
    expect(await tokens.verify(token)).toEqual({ sub: 'a' });
    expect(
      await tokens.verify(signed({ ...HEADER, crit: ['x'], x: 1 }, { sub: 'a', exp: NOW + 60 })),
    ).toBeUndefined();
  });
});
