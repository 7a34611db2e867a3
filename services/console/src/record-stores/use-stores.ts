import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { StatementState } from '../api/types';
import { usePages } from '../connections/use-pages';

export const STORES_KEY = ['record-stores'] as const;

/** The record stores of the institution. */
export function useStores(enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: STORES_KEY,
    queryFn: ({ signal }) => api.records.stores(signal),
    enabled,
  });
}

/** What was and is to be sent to them; of one state, or of all. */
export function useStatements(state: StatementState | undefined) {
  const api = useApi();
  return usePages(
    ['statements', state ?? 'all'],
    (page, signal) => api.records.statements({ ...page, state }, signal),
    true,
  );
}
