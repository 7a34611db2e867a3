import { useQuery } from '@tanstack/react-query';
import { useApi } from './context';

/** Whether there is a language model to ask; until the service has said so there is none. */
export function useHasModel(): boolean {
  const api = useApi();
  const { data = false } = useQuery({
    queryKey: ['has-language-model'],
    queryFn: ({ signal }) => api.hasLanguageModel(signal),
    staleTime: Infinity,
  });
  return data;
}
