import { useCallback, useEffect, useRef, useState } from 'react';
import type { Comment } from '../room/types';
import { usePhoneRoom } from './use-phone-room';

/** A hall reads what one of them has said: spread over this time, and all that is said meanwhile at once. */
const READ_WITHIN_MS = { first: 1_500, then: 8_000 };

export interface Comments {
  /** The newest first; null before they were read. */
  readonly said: readonly Comment[] | null;
  readonly older: (() => void) | null;
  /** Reads them now, as after one's own. @throws PhoneError */
  readonly refresh: () => Promise<void>;
}

/**
 * What was said, in step with the frame.
 *
 * @param seq rises whenever it has changed
 */
export function useComments(seq: number): Comments {
  const room = usePhoneRoom();
  const [said, setSaid] = useState<readonly Comment[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const within = useRef(READ_WITHIN_MS.first);
  const refresh = useCallback(async () => {
    const page = await room.comments(null);
    setSaid(page.items);
    setCursor(page.nextCursor);
  }, [room]);
  useEffect(() => {
    const timer = setTimeout(() => {
      within.current = READ_WITHIN_MS.then;
      // The next change reads again.
      refresh().catch(() => undefined);
    }, Math.random() * within.current);
    return () => {
      clearTimeout(timer);
    };
  }, [seq, refresh]);
  const readOn = async (from: string) => {
    const page = await room.comments(from);
    setSaid((now) => [...(now ?? []), ...page.items]);
    setCursor(page.nextCursor);
  };
  const older = cursor === null ? null : () => void readOn(cursor).catch(() => undefined);
  return { said, older, refresh };
}
