import { principals } from '@openrounds/testing';
import { Authenticate } from './authenticate';
import { sha256 } from './sha256';

const KEY = 'ork_0123456789abcdef';
const JWT = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl';
const JWT_ENDS = new Date('2026-11-20T10:00:00.000Z');
const byKey = principals.build({ subject: 'key:1' });
const byJwt = principals.build({ subject: 'jwt' });
const bySession = principals.build({ subject: 'local' });

const credentials = {
  findApiKey: (hash: string) => Promise.resolve(hash === sha256(KEY) ? byKey : undefined),
};
const session = { principal: bySession, csrfToken: 'csrf', expiresAt: new Date(), idleAt: new Date() };
const sessions = {
  execute: (token: string) => Promise.resolve(token === 'cookie' ? session : undefined),
};
const verifier = {
  verify: (token: string) =>
    Promise.resolve(token === JWT ? { principal: byJwt, expiresAt: JWT_ENDS } : undefined),
};
const LEARNER = '01a1f85e-fb07-783b-9f5a-04b32bd29fb7';
const CLASS_TOKEN = 'class.token.signed';
const enrolment = { tenantId: 'school', learnerId: LEARNER, classId: LEARNER, expiresAt: JWT_ENDS };
const classTokens = {
  isOne: (token: string) => token.startsWith('class.'),
  verify: (token: string) => Promise.resolve(token === CLASS_TOKEN ? enrolment : undefined),
};
const COURSE = '01a1f85e-fb07-783b-9f5a-04b32bd29fc8';
const LAUNCH_TOKEN = (role: string) => `launch.${role}.signed`;
const launchTokens = {
  isOne: (token: string) => token.startsWith('launch.'),
  verify: (token: string) => {
    const role = (['student', 'teacher'] as const).find((each) => token === LAUNCH_TOKEN(each));
    const course = { courseId: COURSE, beyondCourse: false };
    const launched = { tenantId: 'school', learnerId: LEARNER, ...course, expiresAt: JWT_ENDS };
    return Promise.resolve(role === undefined ? undefined : { ...launched, role });
  },
};
const ATTEMPT = '01a1f85e-fb07-783b-9f5a-04b32bd29fd9';
const ATTEMPT_TOKEN = 'attempt.token.signed';
const attemptTokens = {
  isOne: (token: string) => token.startsWith('attempt.'),
  verify: (token: string) =>
    Promise.resolve(
      token === ATTEMPT_TOKEN
        ? { tenantId: 'school', learnerId: LEARNER, attemptId: ATTEMPT, expiresAt: JWT_ENDS }
        : undefined,
    ),
};
const ours = [classTokens, launchTokens, attemptTokens, sessions] as const;
const authenticate = new Authenticate(credentials, verifier, ...ours);

describe('Authenticate', () => {
  it.each([
    ['an API key', { authorization: `Bearer ${KEY}` }, { principal: byKey }],
    [
      'an API key, in whatever case the scheme is written',
      { authorization: `bearer ${KEY}` },
      { principal: byKey },
    ],
    ['a JWT', { authorization: `Bearer ${JWT}` }, { principal: byJwt, expiresAt: JWT_ENDS }],
    [
      'the token of a class',
      { authorization: `Bearer ${CLASS_TOKEN}` },
      {
        principal: {
          tenantId: 'school',
          subject: `learner:${LEARNER}`,
          role: 'student',
          learnerId: LEARNER,
        },
        expiresAt: JWT_ENDS,
      },
    ],
    [
      'a session, with the token that its writes must repeat',
      { sessionToken: 'cookie' },
      { principal: bySession, csrfToken: 'csrf' },
    ],
    [
      'a bearer token before a session',
      { authorization: `Bearer ${KEY}`, sessionToken: 'cookie' },
      { principal: byKey },
    ],
  ])('knows %s', async (_what, given, identity) => {
    expect(await authenticate.execute(given)).toEqual(identity);
  });

  it.each([
    ['nothing', {}],
    ['an unknown API key', { authorization: 'Bearer ork_fedcba9876543210' }],
    ['a JWT of nobody', { authorization: 'Bearer aaaa.bbbb.cccc' }],
    ['another scheme', { authorization: `Basic ${KEY}` }],
    ['two tokens', { authorization: `Bearer ${KEY} ${KEY}` }],
    ['an empty header', { authorization: '' }],
    ['an unknown session', { sessionToken: 'other' }],
    [
      'a bad bearer token beside a good session',
      { authorization: 'Bearer ork_fedcba9876543210', sessionToken: 'cookie' },
    ],
  ])('knows nobody by %s', async (_what, given) => {
    expect(await authenticate.execute(given)).toBeUndefined();
  });

  it('takes no JWT where no issuer is configured, not even as an API key', async () => {
    const without = new Authenticate(credentials, null, ...ours);
    expect(await without.execute({ authorization: `Bearer ${JWT}` })).toBeUndefined();
  });

  it('takes a learner by the token of an attempt, and says that it is of that attempt alone', async () => {
    const by = (token: string) => authenticate.execute({ authorization: `Bearer ${token}` });
    expect(await by(ATTEMPT_TOKEN)).toEqual({
      principal: { tenantId: 'school', subject: `learner:${LEARNER}`, role: 'student', learnerId: LEARNER },
      expiresAt: JWT_ENDS,
      attemptId: ATTEMPT,
    });
    expect(await by('attempt.of.another')).toBeUndefined();
  });

  it('takes whoever came in by a launch as the platform says, until the session ends', async () => {
    const principal = { tenantId: 'school', subject: `learner:${LEARNER}` };
    const by = (token: string) => authenticate.execute({ authorization: `Bearer ${token}` });
    expect(await by(LAUNCH_TOKEN('student'))).toEqual({
      principal: { ...principal, role: 'student', learnerId: LEARNER },
      expiresAt: JWT_ENDS,
    });
    expect(await by(LAUNCH_TOKEN('teacher'))).toEqual({
      principal: { ...principal, role: 'teacher', courseId: COURSE, beyondCourse: false },
      expiresAt: JWT_ENDS,
    });
    expect(await by(LAUNCH_TOKEN('admin'))).toBeUndefined();
  });
});
