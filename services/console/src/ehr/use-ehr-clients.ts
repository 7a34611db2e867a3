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

/** Where systems are told to find us, whatever address this page was opened by. */
export function usePublicUrl() {
  const api = useApi();
  return useQuery({ queryKey: ['public-url'], queryFn: ({ signal }) => api.ehr.publicUrl(signal) });
}
