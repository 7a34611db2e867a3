import { useQuery } from '@tanstack/react-query';
import { useApi } from './context';
import type { OpenRoundsApi } from './openrounds';
import type { Language } from './types';

/**
 * A view computed from a finished run. A run never changes, so neither do its views: each is fetched once per
 * language.
 *
 * @param key what distinguishes this view of the run from its others
 */
export function useRunView<View>(
  runId: string,
  key: string,
  language: Language,
  fetchView: (api: OpenRoundsApi, signal: AbortSignal) => Promise<View>,
) {
  const api = useApi();
  return useQuery({
    queryKey: ['run-view', runId, key, language],
    queryFn: ({ signal }) => fetchView(api, signal),
    staleTime: Infinity,
  });
}
