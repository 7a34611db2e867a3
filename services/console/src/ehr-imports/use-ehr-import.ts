import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { useWords } from '../i18n/use-words';

const LOOK_AGAIN_MS = 1_000;

/** An import, looked at until it is known what became of it. What was read of a patient is kept no longer than it is shown. */
export function useEhrImport(id: string) {
  const api = useApi();
  const { locale } = useWords();
  return useQuery({
    queryKey: ['ehr-import', id, locale],
    queryFn: ({ signal }) => api.ehr.import(id, locale, signal),
    gcTime: 0,
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'authorizing' || data?.state === 'reading' ? LOOK_AGAIN_MS : false,
  });
}
