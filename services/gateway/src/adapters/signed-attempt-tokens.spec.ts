import { randomBytes } from 'node:crypto';
import { newId } from '@openrounds/platform';
import { TestClock } from '@openrounds/testing';
import { SignedAttemptTokens } from './signed-attempt-tokens';
import { SignedLaunchTokens } from './signed-launch-tokens';

const HOUR = 3600;
const ring = { current: 'room-1', keys: new Map([['room-1', randomBytes(32)]]) };
const attempt = { tenantId: 'school', learnerId: newId(), attemptId: newId() };

describe('the token of an attempt', () => {
  let clock: TestClock;
  let tokens: SignedAttemptTokens;

  beforeEach(() => {
    clock = new TestClock(new Date('2026-11-21T09:00:00.000Z'));
    tokens = new SignedAttemptTokens(ring, clock);
  });

  it('is good until a day after the closing time', async () => {
    const token = (await tokens.sign(attempt, new Date('2026-11-21T18:00:00.000Z'))) ?? '';
    const expiresAt = new Date('2026-11-22T18:00:00.000Z');
    expect(await tokens.verify(token)).toEqual({ ...attempt, expiresAt });
    clock.advance(32 * HOUR);
    expect(await tokens.verify(token)).toBeDefined();
    clock.advance(2 * HOUR);
    expect(await tokens.verify(token)).toBeUndefined();
  });

  it('is good for a week where there is no closing time', async () => {
    const token = (await tokens.sign(attempt, null)) ?? '';
    expect(await tokens.verify(token)).toMatchObject({ expiresAt: new Date('2026-11-28T09:00:00.000Z') });
  });

  it('is not there where the assignment closed more than a day ago', async () => {
    expect(await tokens.sign(attempt, new Date('2026-11-20T08:00:00.000Z'))).toBeUndefined();
  });

  it('is no session of a launch, nor the other way round', async () => {
    const launches = new SignedLaunchTokens(ring, clock, 8 * HOUR);
    const launched = { ...attempt, role: 'student' as const, courseId: null, beyondCourse: false };
    const { token: session } = await launches.sign(launched);
    const token = (await tokens.sign(attempt, null)) ?? '';
    expect([tokens.isOne(token), launches.isOne(token), tokens.isOne(session)]).toEqual([true, false, false]);
    expect([await tokens.verify(session), await launches.verify(token)]).toEqual([undefined, undefined]);
  });
});
