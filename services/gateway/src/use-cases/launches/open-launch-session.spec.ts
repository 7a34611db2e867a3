import { DomainError, guestSubject, type FoundRoom, type ToldTicket } from '@openrounds/contracts';
import { answering } from '../../../test/fixtures/doubles';
import { type Launched } from '../../ports/launch-tokens';
import { type Services } from '../../ports/services';
import { OpenLaunchSession } from './open-launch-session';

const ID = (last: string): string => `01a1f85e-fb07-783b-9f5a-04b32bd29f${last}`;
const META = { tenantId: 'nobody', requestId: 'request-1' };
const LINK = { id: ID('01'), kind: 'assignment', resourceId: ID('02') } as const;
const told = (changed: Partial<ToldTicket>): ToldTicket => ({
  ...{ tenantId: 'school', launchId: ID('03'), learnerId: ID('04'), role: 'student' },
  ...{ message: 'resource-link', link: LINK, reviewedId: null, courseId: ID('05'), beyondCourse: false },
  ...{ choice: null, locale: 'zh-TW', returnUrl: null },
  ...changed,
});

describe('OpenLaunchSession', () => {
  const signed: Launched[] = [];
  const opened = async (ticket: Partial<ToldTicket>, answers: Parameters<typeof answering>[0]) => {
    const asked: { job: string; payload: object }[] = [];
    const answer = answering(answers);
    const services: Services = {
      ask: (job, payload, deadlineMs) => {
        asked.push({ job, payload });
        return answer.ask(job, payload, deadlineMs);
      },
    };
    const launches = { redeem: () => Promise.resolve(told(ticket)) };
    const tokens = {
      sign: (launched: Launched) => {
        signed.push(launched);
        return Promise.resolve({ token: 'launch.token', expiresAt: new Date(0) });
      },
    };
    const roomTokens = {
      sign: ({ code }: { code: string }) =>
        Promise.resolve({ token: `room.token.${code}`, expiresAt: new Date(0) }),
    };
    const attemptTokens = {
      sign: ({ attemptId }: { attemptId: string }, closesAt: Date | null) =>
        Promise.resolve(`attempt.${attemptId}.${closesAt?.toISOString() ?? 'open'}`),
    };
    const parts = [launches, services, tokens, attemptTokens, roomTokens] as const;
    const { place } = await new OpenLaunchSession(...parts).execute(META, 'ticket');
    return { place, asked };
  };
  const noted = { 'open-course-link.v1': () => null };

  it('a teacher’s review leads to the attempt that teaching names, which is asked as them from their course', async () => {
    const reviewed = { role: 'teacher', message: 'submission-review', reviewedId: ID('06') } as const;
    const answers = { ...noted, 'reviewed-attempt.v1': () => ({ attemptId: ID('07') }) };
    const { place, asked } = await opened(reviewed, answers);
    expect(place).toEqual({ kind: 'review', assignmentId: LINK.resourceId, attemptId: ID('07') });
    const by = { subject: guestSubject(ID('04')), role: 'teacher', courseId: ID('05'), beyondCourse: false };
    expect(asked.map(({ job }) => job)).toEqual(['open-course-link.v1', 'reviewed-attempt.v1']);
    expect(asked[1]?.payload).toMatchObject({ by, linkId: LINK.id, learnerId: ID('06') });
    expect(signed.at(-1)).toMatchObject({ courseId: ID('05'), beyondCourse: false });
  });

  it('a learner’s own review leads to their attempt, and begins none', async () => {
    const own = { message: 'submission-review', reviewedId: ID('04') } as const;
    const { place, asked } = await opened(own, { 'reviewed-attempt.v1': () => ({ attemptId: ID('07') }) });
    expect(place).toEqual({ kind: 'attempt', assignmentId: LINK.resourceId, attemptId: ID('07') });
    expect(asked).toHaveLength(1);
  });

  it('a room is a seat by learner, with the token that phones sit by', async () => {
    const room = { kind: 'room' as const, roomId: ID('09'), participantId: ID('0a'), number: 7 };
    const { place } = await opened(
      { link: { ...LINK, kind: 'room', resourceId: ID('09') } },
      { 'attempt-of-learner.v1': () => room, 'find-room.v1': () => ({ code: '482713' }) as FoundRoom },
    );
    expect(place).toEqual({ kind: 'room', code: '482713', number: 7, token: 'room.token.482713' });
  });

  it('a room is led by its teachers, seen by those of the course, and nothing to those of none', async () => {
    const room = { ...LINK, kind: 'room', resourceId: ID('09') } as const;
    const led = (leader: string) => ({
      ...noted,
      'find-room.v1': () => ({ code: '482713', leaders: [leader] }) as unknown as FoundRoom,
    });
    const own = guestSubject(ID('04'));
    const place = async (courseId: string | null, leader: string) =>
      (await opened({ role: 'teacher', link: room, courseId }, led(leader))).place;
    const lecture = { kind: 'lecture', code: '482713' };
    expect(await place(null, own)).toEqual(lecture);
    expect(await place(ID('05'), 'user:another')).toEqual(lecture);
    expect(await place(null, 'user:another')).toEqual({ kind: 'library' });
  });

  it('a review of nothing is not found', async () => {
    const nothing = {
      'reviewed-attempt.v1': () => {
        throw new DomainError('not-found');
      },
    };
    await expect(opened({ reviewedId: ID('04') }, nothing)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('a link is an attempt to a student, and the assignment to a teacher who sees it', async () => {
    const attempt = { kind: 'assignment' as const, assignmentId: LINK.resourceId, attemptId: ID('08') };
    const student = await opened({}, { 'attempt-of-learner.v1': () => attempt });
    expect(student.place).toEqual({ ...attempt, kind: 'attempt', token: `attempt.${ID('08')}.open` });
    const closesAt = '2026-11-27T18:00:00.000Z';
    const closing = await opened({}, { 'attempt-of-learner.v1': () => ({ ...attempt, closesAt }) });
    expect(closing.place).toMatchObject({ token: `attempt.${ID('08')}.${closesAt}` });
    expect(student.asked[0]?.payload).toMatchObject({ courseId: ID('05') });
    const sees = { ...noted, 'get-assignment.v1': () => ({ sealed: {} as never }) };
    expect((await opened({ role: 'teacher' }, sees)).place).toEqual({
      ...{ kind: 'assignment', assignmentId: LINK.resourceId },
    });
    const forbidden = {
      'get-assignment.v1': () => {
        throw new DomainError('forbidden');
      },
    };
    expect((await opened({ role: 'teacher', courseId: null }, forbidden)).place).toEqual({ kind: 'library' });
  });
});
