import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { useWords } from '../i18n/use-words';

/** The cards of the library; those of the last answer stay while a new one is fetched. */
export function useLibrary() {
  const api = useApi();
  const { locale } = useWords();
  return useQuery({
    queryKey: ['library', locale],
    queryFn: ({ signal }) => api.teaching.library(locale, signal),
    placeholderData: (previous) => previous,
  });
}
