import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { useDebounced } from '../api/use-debounced';
import { useWords } from '../i18n/use-words';
import { type Draft, languageOf } from './draft';

const SETTLE_MS = 400;

/** What the server understands of the text as it stands, asked when typing pauses; nothing is stored. */
export function usePreview(draft: Draft, enabled: boolean) {
  const api = useApi();
  const { locale } = useWords();
  const { narrative, age, sex, pregnant } = useDebounced(draft, SETTLE_MS);
  const query = useQuery({
    queryKey: ['preview', narrative, age, sex, pregnant, locale],
    queryFn: ({ signal }) =>
      api.preview(narrative, languageOf(narrative), { age, sex, pregnant }, locale, signal),
    enabled: enabled && narrative.trim() !== '',
    staleTime: 60_000,
    retry: false,
  });
  // Offsets of another text would mark the wrong words.
  const current = narrative === draft.narrative ? query.data : undefined;
  return {
    understood: current,
    reading: query.isFetching || narrative !== draft.narrative,
    failed: query.isError,
  };
}
