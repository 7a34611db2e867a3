import { randomBytes } from 'node:crypto';
import { newId } from '@openrounds/platform';
import { TestClock } from '@openrounds/testing';
import { SignJWT } from 'jose';
import { type Seat } from '../model/seat';
import { SignedRoomTokens } from './signed-room-tokens';

const HOUR = 3600;
const keys = new Map([
  ['room-1', randomBytes(32)],
  ['room-2', randomBytes(32)],
]);
const seat: Seat = {
  tenantId: 'school',
  roomId: newId(),
  code: '482913',
  participantId: newId(),
  number: 17,
};

describe('the tokens of a room', () => {
  let clock: TestClock;
  const tokensWith = (current: string, ids: readonly string[] = [...keys.keys()]) =>
    new SignedRoomTokens(
      { current, keys: new Map(ids.map((id) => [id, keys.get(id) ?? Buffer.alloc(0)])) },
      clock,
    );

  beforeEach(() => {
    clock = new TestClock(new Date('2026-11-21T09:00:00.000Z'));
  });

  it('name the seat for a day', async () => {
    const tokens = tokensWith('room-1');
    const { token, expiresAt } = await tokens.sign(seat);
    expect(expiresAt).toEqual(new Date('2026-11-22T09:00:00.000Z'));
    expect(tokens.isOne(token)).toBe(true);
    expect(await tokens.verify(token)).toEqual(seat);
    clock.advance(25 * HOUR);
    expect(await tokens.verify(token)).toBeUndefined();
  });

  it('are good while their key is there, and no longer', async () => {
    const { token } = await tokensWith('room-1').sign(seat);
    expect(await tokensWith('room-2').verify(token)).toEqual(seat);
    expect(await tokensWith('room-2', ['room-2']).verify(token)).toBeUndefined();
  });

  /** A token signed with our key that says something else. */
  const other = (header: { alg: string; typ?: string; kid?: string }, claims: object = {}) =>
    new SignJWT({ room: seat.roomId, code: seat.code, tid: seat.tenantId, num: seat.number, ...claims })
      .setProtectedHeader(header)
      .setSubject(seat.participantId)
      .setExpirationTime(clock.now().getTime() / 1000 + 60)
      .sign(keys.get('room-1') ?? Buffer.alloc(0));
  const OURS = { alg: 'HS256', typ: 'room+jwt', kid: 'room-1' };

  it.each([
    ['of another type', () => other({ ...OURS, typ: 'class+jwt' })],
    ['of no type', () => other({ alg: 'HS256', kid: 'room-1' })],
    ['of another algorithm', () => other({ ...OURS, alg: 'HS384' })],
    ['of a key that is not there', () => other({ ...OURS, kid: 'room-9' })],
    ['of no key', () => other({ alg: 'HS256', typ: 'room+jwt' })],
    ['signed with another key', () => other({ ...OURS, kid: 'room-2' })],
    ['without a room', () => other(OURS, { room: undefined })],
    ['with number 0', () => other(OURS, { num: 0 })],
  ])('are refused: one %s', async (_name, make) => {
    expect(await tokensWith('room-1').verify(await make())).toBeUndefined();
  });

  it.each([
    '',
    'x',
    'a.b.c',
    'ork_0123456789',
    `${Buffer.from('{"alg":"none","typ":"room+jwt"}').toString('base64url')}.e30.`,
  ])('are refused: %p', async (token) => {
    expect(await tokensWith('room-1').verify(token)).toBeUndefined();
  });

  it('are told from other tokens by their type', async () => {
    const tokens = tokensWith('room-1');
    expect(tokens.isOne(await other({ alg: 'HS256', typ: 'JWT' }))).toBe(false);
    expect(tokens.isOne('ork_0123456789')).toBe(false);
  });
});
