import { skipToken, useQueries, useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { useWords } from '../i18n/use-words';
import { type PassageSearch, withFewerFilters } from './passage-search';

/** Passages found by words; those of the last search stay while new ones are fetched. */
export function usePassages(search: PassageSearch) {
  const api = useApi();
  const { locale } = useWords();
  const isEmpty = search.q === '';
  return useQuery({
    queryKey: ['passages', search, locale],
    queryFn: isEmpty ? skipToken : ({ signal }) => api.passages(search, locale, signal),
    placeholderData: (previous) => (isEmpty ? undefined : previous),
  });
}

/** What is found with fewer filters, where anything is. */
export function useWiderSearches(search: PassageSearch) {
  const api = useApi();
  const { locale } = useWords();
  const fewer = withFewerFilters(search);
  const answers = useQueries({
    queries: fewer.map(({ search: less }) => ({
      queryKey: ['passages', less, locale],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.passages(less, locale, signal),
    })),
  });
  const wider = fewer
    .map((each, place) => ({ ...each, count: answers[place]?.data?.items.length ?? 0 }))
    .filter(({ count }) => count > 0);
  return { wider, waiting: answers.some(({ isPending }) => isPending) };
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
