import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { useWords } from '../i18n/use-words';
import { caseQueryKey } from './use-save';

/** A case with its key, in its newest version or the one asked for. A version never changes, its reviews do. */
export function useTeachingCase(id: string, version: number | null = null) {
  const api = useApi();
  const { locale } = useWords();
  return useQuery({
    queryKey: caseQueryKey(id, version, locale),
    queryFn: ({ signal }) => api.teaching.case(id, version, locale, signal),
    // In the other language the same case comes again; another case must never show through.
    placeholderData: (previous) => (previous?.id === id ? previous : undefined),
  });
}
