import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '../api/context';
import { useDebounced } from '../api/use-debounced';
import { useWords } from '../i18n/use-words';
import { bodyOf, type CaseForm } from './case-form';
import { bySeverity, missingOf, type ToldCheck } from './told-checks';

const SETTLE_MS = 500;
const NONE: readonly ToldCheck[] = [];

/** What the checks say of the case as it stands, asked whenever typing pauses. */
export function useLiveChecks(form: CaseForm) {
  const api = useApi();
  const { locale } = useWords();
  const settled = useDebounced(form, SETTLE_MS);
  const body = useMemo(() => bodyOf(settled), [settled]);
  const query = useQuery({
    queryKey: ['case-check', body, locale],
    queryFn: async ({ signal }): Promise<ToldCheck[]> => {
      try {
        return bySeverity(await api.teaching.check(body, locale, signal));
      } catch (error) {
        const missing = missingOf(error);
        if (missing === null) throw error;
        return missing;
      }
    },
    retry: false,
    placeholderData: (previous) => previous,
  });
  return {
    checks: query.data ?? NONE,
    checking: query.isFetching || settled !== form,
    failed: query.isError,
  };
}
export type LiveChecks = ReturnType<typeof useLiveChecks>;
