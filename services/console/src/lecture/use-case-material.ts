import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { isUnavailable } from '../api/http';
import { useTeachingCase } from '../author/use-teaching-case';
import { materialOf, type StageMaterial } from './case-material';
import { useLectureWords } from './use-lecture-words';

const ASK_AGAIN_MS = 2_000;
const NONE: readonly StageMaterial[] = [];

/**
 * What the stages of a case offer to ask about; empty until the case is there. What the engine would say comes later, or
 * not at all.
 *
 * @param version null for the one that is taught with
 */
export function useCaseMaterial(caseId: string, version: number | null) {
  const api = useApi();
  const { locale } = useLectureWords();
  const { data: stored } = useTeachingCase(caseId, version);
  const { data: forecast, isError } = useQuery({
    queryKey: ['case-forecast', caseId, version, locale],
    queryFn: ({ signal }) => api.teaching.forecast(caseId, version, locale, signal),
    staleTime: Infinity,
    retry: false,
    refetchInterval: ({ state }) => (isUnavailable(state.error) ? ASK_AGAIN_MS : false),
  });
  const body = stored?.body;
  const stages = useMemo(() => (body === undefined ? NONE : materialOf(body, forecast)), [body, forecast]);
  return { stages, engineAway: isError };
}
