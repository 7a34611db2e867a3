import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '../api/context';
import { recallLaunch } from '../api/launch-session';

/** Names of a platform stay no longer than this, and never outlive the page. */
const HELD_MS = 5 * 60_000;

/** Names of the learners of the course that this teacher was launched from, once asked for. */
export function useNames(assignmentId: string) {
  const api = useApi();
  const { mutate, reset, data, error, isPending } = useMutation({
    mutationFn: () => api.assignments.names(assignmentId),
    gcTime: 0,
  });
  useEffect(() => {
    if (data === undefined) return undefined;
    const timer = setTimeout(reset, HELD_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [data, reset]);
  return {
    mayAsk: recallLaunch() !== null,
    ask: () => {
      if (!isPending) mutate();
    },
    hide: reset,
    isPending,
    error,
    outcome: data?.outcome ?? null,
    names: new Map(data?.names.map(({ learnerId, name }) => [learnerId, name])),
  };
}
export type Names = ReturnType<typeof useNames>;
