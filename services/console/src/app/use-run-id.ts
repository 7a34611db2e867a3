import { useCallback } from 'react';
import { withRun } from './location';
import { goTo, useLocation } from './use-location';

/** The run in the address bar: a reload, the back button and a shared link show the same run. */
export function useRunId(): readonly [string | null, (runId: string | null) => void] {
  const { runId } = useLocation();
  const open = useCallback((next: string | null) => {
    goTo(withRun(location.href, next));
  }, []);
  return [runId, open];
}
