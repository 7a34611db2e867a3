import { randomBytes } from 'node:crypto';
import { newId } from '@openrounds/platform';
import { TestClock } from '@openrounds/testing';
import { SignedClassTokens } from './signed-class-tokens';
import { SignedRoomTokens } from './signed-room-tokens';

const DAY = 86_400;
const ring = { current: 'room-1', keys: new Map([['room-1', randomBytes(32)]]) };
const enrolment = { tenantId: 'school', learnerId: newId(), classId: newId() };

describe('the tokens of a class', () => {
  let clock: TestClock;
  let tokens: SignedClassTokens;

  beforeEach(() => {
    clock = new TestClock(new Date('2026-11-21T09:00:00.000Z'));
    tokens = new SignedClassTokens(ring, clock);
  });

  it('name a learner for four hundred days', async () => {
    const { token, expiresAt } = await tokens.sign(enrolment);
    expect(expiresAt).toEqual(new Date('2027-12-26T09:00:00.000Z'));
    expect(tokens.isOne(token)).toBe(true);
    clock.advance(399 * DAY);
    expect(await tokens.verify(token)).toEqual({ ...enrolment, expiresAt });
    clock.advance(2 * DAY);
    expect(await tokens.verify(token)).toBeUndefined();
  });

  it('open no room, and a token of a room opens no class', async () => {
    const rooms = new SignedRoomTokens(ring, clock);
    const ofClass = (await tokens.sign(enrolment)).token;
    const seat = { tenantId: 'school', roomId: newId(), code: '482913', participantId: newId(), number: 1 };
    const ofRoom = (await rooms.sign(seat)).token;
    expect([tokens.isOne(ofRoom), rooms.isOne(ofClass)]).toEqual([false, false]);
    expect(await tokens.verify(ofRoom)).toBeUndefined();
    expect(await rooms.verify(ofClass)).toBeUndefined();
  });

  it.each(['', 'x', 'a.b.c'])('are none: %p', async (token) => {
    expect(tokens.isOne(token)).toBe(false);
    expect(await tokens.verify(token)).toBeUndefined();
  });
});
