import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { isUnavailable } from '../api/http';
import { useWords } from '../i18n/use-words';

const ASK_AGAIN_MS = 2_000;

/** The cards of the library; those of the last answer stay while a new one is fetched. */
export function useLibrary() {
  const api = useApi();
  const { locale } = useWords();
  return useQuery({
    queryKey: ['library', locale],
    queryFn: ({ signal }) => api.teaching.library(locale, signal),
    // Right after a start the knowledge base is still being read.
    refetchInterval: ({ state }) => (isUnavailable(state.error) ? ASK_AGAIN_MS : false),
    placeholderData: (previous) => previous,
  });
}
