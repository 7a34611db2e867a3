import { useEffect, useState } from 'react';
import { secondsLeft } from '../room/time';

const TICK_MS = 250;

/**
 * Whole seconds to a deadline of the server, counted down; null without a timer.
 *
 * @param ahead milliseconds that the server's clock is ahead of this one
 */
export function useSecondsLeft(closesAt: string | null, ahead: number): number | null {
  const [seconds, setSeconds] = useState(() => secondsLeft(closesAt, Date.now() + ahead));
  useEffect(() => {
    const count = () => {
      setSeconds(secondsLeft(closesAt, Date.now() + ahead));
    };
    count();
    if (closesAt === null) return;
    const timer = setInterval(count, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [ahead, closesAt]);
  return seconds;
}
