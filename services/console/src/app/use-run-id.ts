import { useCallback, useEffect, useState } from 'react';
import { readLocation, withRun } from './location';

/** The run in the address bar: a reload, the back button and a shared link show the same run. */
export function useRunId(): readonly [string | null, (runId: string | null) => void] {
  const [runId, setRunId] = useState(() => readLocation(location.href).runId);
  useEffect(() => {
    const follow = () => {
      setRunId(readLocation(location.href).runId);
    };
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('popstate', follow);
    };
  }, []);
  const open = useCallback((next: string | null) => {
    history.pushState(null, '', withRun(location.href, next));
    setRunId(next);
  }, []);
  return [runId, open];
}
