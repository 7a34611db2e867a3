import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { recallLaunch } from '../api/launch-session';

/** Names of a platform stay no longer than this, in the memory of the page alone. */
const HELD_MS = 5 * 60_000;

/** Names of the learners of the course that this teacher was launched from, once asked for. */
export function useNames(assignmentId: string) {
  const api = useApi();
  const client = useQueryClient();
  const queryKey = ['names', assignmentId];
  const forget = (): void => {
    void client.resetQueries({ queryKey, exact: true });
  };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey,
    queryFn: async () => {
      const told = await api.assignments.names(assignmentId);
      setTimeout(forget, HELD_MS);
      return told;
    },
    // Asked for by hand alone; who looks at an attempt and comes back finds them as they were.
    ...{ enabled: false, retry: false, staleTime: HELD_MS, gcTime: HELD_MS },
  });
  return {
    mayAsk: recallLaunch() !== null,
    ask: () => {
      if (!isFetching) void refetch();
    },
    hide: forget,
    isPending: isFetching,
    error,
    outcome: data?.outcome ?? null,
    names: new Map(data?.names.map(({ learnerId, name }) => [learnerId, name])),
  };
}
export type Names = ReturnType<typeof useNames>;
