import type { LaunchSession } from '../api/types';

/** What going needs: the operation, and the browser. */
export interface Leaving {
  /** Where the browser goes; undefined where no session of cmi5 goes on, as after a launch by LTI. */
  readonly leave: (attemptId: string) => Promise<string | null | undefined>;
  readonly forget: () => void;
  readonly goTo: (url: string) => void;
}

const isPage = (url: string): boolean => /^https?:\/\//i.test(url);

/**
 * Ends the session of a launched learner and goes back to where they came from, in the same window or frame (cmi5 §10.2.6).
 *
 * @returns whether there was an address to go to
 */
export async function leaveAttempt(
  { place, returnUrl }: Pick<LaunchSession, 'place' | 'returnUrl'>,
  { leave, forget, goTo }: Leaving,
): Promise<boolean> {
  const told = place.kind === 'attempt' ? await leave(place.attemptId) : undefined;
  // Nothing of what came afterwards would be recorded: the way back in is another launch.
  if (told !== undefined) forget();
  const url = told === undefined ? returnUrl : told;
  if (url === null || !isPage(url)) return false;
  goTo(url);
  return true;
}
