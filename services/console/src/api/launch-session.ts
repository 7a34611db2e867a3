import type { LaunchSession } from './types';

const KEY = 'openrounds.launch';

/** Where the browser refuses storage, the session lasts as long as the page. */
let inMemory: string | null = null;

/** The session of a launch: of this tab alone, so that a teacher's own sign-in stays apart. */
export function recallLaunch(): LaunchSession | null {
  let kept = inMemory;
  try {
    kept ??= sessionStorage.getItem(KEY);
  } catch {
    // Only the memory is left.
  }
  const session = kept === null ? null : (JSON.parse(kept) as LaunchSession);
  return session !== null && new Date(session.expiresAt) > new Date() ? session : null;
}

export function rememberLaunch(session: LaunchSession): void {
  inMemory = JSON.stringify(session);
  try {
    sessionStorage.setItem(KEY, inMemory);
  } catch {
    // Only the memory is left.
  }
}

export function forgetLaunch(): void {
  inMemory = null;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // What was never kept need not be removed.
  }
}
