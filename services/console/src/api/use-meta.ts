import { useQuery } from '@tanstack/react-query';
import { useApi } from './context';

/** What the service says of itself, asked once for a page: it changes with a restart alone. Undefined until it has answered. */
function useMeta() {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['meta'],
    queryFn: ({ signal }) => api.meta(signal),
    staleTime: Infinity,
  });
  return data;
}

/** Whether there is a language model to ask; until the service has said so there is none. */
export const useHasModel = (): boolean => useMeta()?.llm.configured ?? false;

/** Where systems are told to find us, whatever address this page was opened by; null: nowhere, or not known yet. */
export const usePublicUrl = (): string | null => useMeta()?.publicUrl ?? null;
