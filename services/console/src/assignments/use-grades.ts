import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { ApiError } from '../api/http';
import type { Grade } from '../api/types';
import { ASSIGNMENTS_KEY } from './use-assignments';

/** While something is on its way the page looks again. */
const LOOK_AGAIN_MS = 5_000;
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
    refetchInterval: ({ state }) =>
      state.data?.some((grade) => MOVING.includes(grade.state)) === true ? LOOK_AGAIN_MS : false,
  });
}
