import type { LaunchSession } from '../api/types';
import { leaveAttempt } from './leave';

const ATTEMPT: LaunchSession['place'] = { kind: 'attempt', assignmentId: 'a', attemptId: 't' };

function browser(told: string | null | undefined) {
  const done: string[] = [];
  const leaving = {
    leave: (attemptId: string) => {
      done.push(`left ${attemptId}`);
      return Promise.resolve(told);
    },
    forget: () => done.push('forgot'),
    goTo: (url: string) => done.push(url),
  };
  return { done, leaving };
}

it('the browser goes to the address that was told when its session ended, and after that', async () => {
  const { done, leaving } = browser('https://lms.example/courses/3');
  expect(await leaveAttempt({ place: ATTEMPT, returnUrl: null }, leaving)).toBe(true);
  expect(done).toEqual(['left t', 'forgot', 'https://lms.example/courses/3']);
});

it('where no address was told the browser stays', async () => {
  const { done, leaving } = browser(null);
  expect(await leaveAttempt({ place: ATTEMPT, returnUrl: null }, leaving)).toBe(false);
  expect(done).toEqual(['left t', 'forgot']);
});

it('who was launched by LTI keeps their session, and goes to the address of the launch', async () => {
  const { done, leaving } = browser(undefined);
  expect(await leaveAttempt({ place: ATTEMPT, returnUrl: 'https://lms.example/c' }, leaving)).toBe(true);
  expect(done).toEqual(['left t', 'https://lms.example/c']);
});

it('an address that is no page is not gone to', async () => {
  const { done, leaving } = browser(undefined);
  expect(await leaveAttempt({ place: ATTEMPT, returnUrl: 'javascript:alert(1)' }, leaving)).toBe(false);
  expect(done).toEqual(['left t']);
});

it('a session that could not be ended is left by nobody', async () => {
  const { done, leaving } = browser(null);
  const leave = () => Promise.reject(new Error('silent'));
  await expect(leaveAttempt({ place: ATTEMPT, returnUrl: null }, { ...leaving, leave })).rejects.toThrow();
  expect(done).toEqual([]);
});
