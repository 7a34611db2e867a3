import { useQuery } from '@tanstack/react-query';
import { useApi } from './context';
import type { Language, VocabularyFinding } from './types';

const EMPTY: ReadonlyMap<string, VocabularyFinding> = new Map();

/** The findings of the knowledge base by id, in the language of the page; empty until they have come. */
export function useVocabulary(language: Language): ReadonlyMap<string, VocabularyFinding> {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['vocabulary', language],
    queryFn: ({ signal }) => api.vocabulary(language, signal),
    staleTime: Infinity,
  });
  return data ?? EMPTY;
}
