import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';

export const EHR_CLIENTS_KEY = ['ehr-clients'] as const;

/** The training EHRs of the institution. */
export function useEhrClients(enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: EHR_CLIENTS_KEY,
    queryFn: ({ signal }) => api.ehr.clients(signal),
    enabled,
  });
}
