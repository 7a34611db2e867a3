import { useQuery } from '@tanstack/react-query';
import { useLectureApi } from './context';
import type { Class } from './lecture-api';

/** The classes that one teaches; none while they are not known. */
export function useClasses(): readonly Class[] {
  const api = useLectureApi();
  const { data } = useQuery({ queryKey: ['classes'], queryFn: ({ signal }) => api.classes(signal) });
  return data ?? [];
}
