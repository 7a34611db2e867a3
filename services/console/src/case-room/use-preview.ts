import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { useDebounced } from '../api/use-debounced';
import { useWords } from '../i18n/use-words';
import { type Draft, MAX_NARRATIVE, languageOf, textOf } from './draft';

const SETTLE_MS = 400;
const FRESH_MS = 60_000;

/** What the server understands of the text as it stands, asked when typing pauses; nothing is stored. */
export function usePreview(draft: Draft) {
  const api = useApi();
  const { locale } = useWords();
  const settled = useDebounced(draft, SETTLE_MS);
  const { age, sex, pregnant } = settled;
  const narrative = textOf(settled);
  const text = textOf(draft);
  const query = useQuery({
    queryKey: ['preview', narrative, age, sex, pregnant, locale],
    queryFn: async ({ signal }) => {
      const patient = { age, sex, pregnant };
      const understood = await api.preview(narrative, languageOf(narrative), patient, locale, signal);
      return { narrative, understood };
    },
    enabled: narrative !== '' && narrative.length <= MAX_NARRATIVE,
    staleTime: FRESH_MS,
    retry: false,
    // While a new text is read the last one stays with its own marks: offsets of one text mark wrong words in another.
    placeholderData: (previous) => previous,
  });
  return {
    read: text === '' ? undefined : query.data,
    reading: query.isFetching || narrative !== text,
    failed: query.isError,
  };
}
