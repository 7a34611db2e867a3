import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';

export const DOCUMENTS_KEY = ['guideline-documents'] as const;

/** The documents of the institution; those of the last answer stay while new ones are fetched. */
export function useDocuments(enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: DOCUMENTS_KEY,
    queryFn: ({ signal }) => api.guidelines.documents(signal),
    enabled,
  });
}
