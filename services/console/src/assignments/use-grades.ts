import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { ApiError } from '../api/http';
import { recallLaunch } from '../api/launch-session';
import type { Grade } from '../api/types';
import { ASSIGNMENTS_KEY } from './use-assignments';

/** While something is on its way the page looks again. */
const LOOK_AGAIN_MS = 5_000;
/** So often whoever was launched looks for a score that is not on its way yet: it may never be. */
const EARLY_LOOKS = 6;
const MOVING: readonly Grade['state'][] = ['waiting', 'sending', 'retrying'];

/** What of an assignment was sent to gradebooks; an installation without learning platforms has none. */
export function useGrades(assignmentId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...ASSIGNMENTS_KEY, assignmentId, 'grades'],
    queryFn: async ({ signal }) => {
      try {
        return await api.assignments.grades(assignmentId, signal);
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return [];
        throw error;
      }
    },
    refetchInterval: ({ state: { data = [], dataUpdateCount } }) => {
      const mayCome = data.length === 0 && dataUpdateCount < EARLY_LOOKS && recallLaunch() !== null;
      return mayCome || data.some(({ state }) => MOVING.includes(state)) ? LOOK_AGAIN_MS : false;
    },
  });
}
