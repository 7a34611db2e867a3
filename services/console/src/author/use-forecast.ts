import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { isUnavailable } from '../api/http';
import { useWords } from '../i18n/use-words';

const ASK_AGAIN_MS = 2_000;

/** What the engine would say after each stage of a stored version: asked again until it has said it. */
export function useForecast(caseId: string, version: number) {
  const api = useApi();
  const { locale } = useWords();
  const query = useQuery({
    queryKey: ['case-forecast', caseId, version, locale],
    queryFn: ({ signal }) => api.teaching.forecast(caseId, version, locale, signal),
    staleTime: Infinity,
    retry: false,
    refetchInterval: ({ state }) => (isUnavailable(state.error) ? ASK_AGAIN_MS : false),
  });
  return { ...query, onItsWay: query.isPending || isUnavailable(query.error) };
}
