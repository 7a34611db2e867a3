import { skipToken, useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { useWords } from '../i18n/use-words';

/** Passages found by words; those of the last search stay while new ones are fetched. */
export function usePassages(query: string) {
  const api = useApi();
  const { locale } = useWords();
  return useQuery({
    queryKey: ['passages', query, locale],
    queryFn: query === '' ? skipToken : ({ signal }) => api.passages(query, locale, signal),
    placeholderData: (previous) => (query === '' ? undefined : previous),
  });
}

/** One passage with its document. */
export function usePassage(passageId: string) {
  const api = useApi();
  const { locale } = useWords();
  return useQuery({
    queryKey: ['passage', passageId, locale],
    queryFn: ({ signal }) => api.passage(passageId, locale, signal),
    placeholderData: (previous) => (previous?.passageId === passageId ? previous : undefined),
  });
}
