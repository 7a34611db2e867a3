import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { LanguageModelSettings } from '../api/types';

/** In the order of what leaves the house. */
export const READING_SETTINGS = [
  'off',
  'propose',
  'merge',
] as const satisfies readonly LanguageModelSettings['reading'][];

const KEY = ['language-model-settings'];

/** What the institution has decided, and a way to decide otherwise. */
export function useLanguageModelSettings() {
  const api = useApi();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.languageModelSettings(signal),
  });
  const change = useMutation({
    mutationFn: (reading: LanguageModelSettings['reading']) => api.changeLanguageModelSettings({ reading }),
    onSuccess: (settings) => {
      client.setQueryData(KEY, settings);
    },
  });
  return {
    /** What is chosen, as soon as it is: what the server then says stands. */
    settings: data && (change.isPending ? { reading: change.variables } : data),
    error,
    refetch: () => void refetch(),
    choose: change.mutate,
    isSaving: change.isPending,
    refused: change.error,
  };
}
