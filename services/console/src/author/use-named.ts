import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '../api/context';
import { useVocabulary } from '../api/use-vocabulary';
import type { Named } from '../api/types';
import { useWords } from '../i18n/use-words';

const NONE: readonly Named[] = [];

export interface NamedList {
  readonly items: readonly Named[];
  /** The name of an id; the id itself while the names have not come, or where nobody knows it. */
  readonly nameOf: (id: string) => string;
}

function useNameList(items: readonly Named[] | undefined): NamedList {
  return useMemo(() => {
    const names = new Map(items?.map(({ id, name }) => [id, name]));
    return { items: items ?? NONE, nameOf: (id) => names.get(id) ?? id };
  }, [items]);
}

/** The diseases of the knowledge base, in the language of the page. */
export function useDiseases(): NamedList {
  const api = useApi();
  const { locale } = useWords();
  const { data } = useQuery({
    queryKey: ['diseases', locale],
    queryFn: ({ signal }) => api.diseases(locale, signal),
    staleTime: Infinity,
  });
  return useNameList(data);
}

/** The tests that can be suggested, in the language of the page. */
export function useTests(): NamedList {
  const api = useApi();
  const { locale } = useWords();
  const { data } = useQuery({
    queryKey: ['tests', locale],
    queryFn: ({ signal }) => api.tests(locale, signal),
    staleTime: Infinity,
  });
  return useNameList(data);
}

/** The findings of the vocabulary, in the language of the page. */
export function useFindings(): NamedList {
  const { locale } = useWords();
  const vocabulary = useVocabulary(locale);
  return useNameList(useMemo(() => [...vocabulary.values()], [vocabulary]));
}

/** The presenting problems, in the language of the page. */
export function useProblems(): NamedList {
  const api = useApi();
  const { locale } = useWords();
  const { data } = useQuery({
    queryKey: ['presenting-problems', locale],
    queryFn: ({ signal }) => api.presentingProblems(locale, signal),
    staleTime: Infinity,
  });
  return useNameList(data);
}
