import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { ApiError } from '../api/http';
import type { NamedDisease } from '../room/types';
import { useWords } from '../i18n/use-words';

export const ASSIGNMENTS_KEY = ['assignments'] as const;
const PROBLEM_TYPE = /\/problems\/([a-z-]+)$/;
const REFUSALS = [
  'assignment-closed',
  'attempt-finished',
  'attempts-used',
  'case-erased',
  'case-in-room',
  'case-not-published',
  'class-archived',
  'commit-first',
  'forbidden',
  'not-open',
  'not-released',
  'practice-withheld',
  'step-out-of-order',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Why an assignment or attempt was refused; null where it is another fault. */
export function refusalOf(error: unknown): Refusal | null {
  const code = error instanceof ApiError ? PROBLEM_TYPE.exec(error.problem?.type ?? '')?.[1] : undefined;
  return REFUSALS.find((each) => each === code) ?? null;
}

export function useAssignments() {
  const api = useApi();
  const { locale } = useWords();
  return useQuery({
    queryKey: [...ASSIGNMENTS_KEY, locale],
    queryFn: ({ signal }) => api.assignments.list(locale, signal),
    placeholderData: (previous) => previous,
  });
}

/** The rooms that one leads. */
export function useRooms() {
  const api = useApi();
  const { locale } = useWords();
  return useQuery({
    queryKey: ['rooms', locale],
    queryFn: ({ signal }) => api.assignments.rooms(locale, signal),
    placeholderData: (previous) => previous,
  });
}

export function useAssignment(id: string) {
  const api = useApi();
  const { locale } = useWords();
  return useQuery({
    queryKey: [...ASSIGNMENTS_KEY, id, locale],
    queryFn: ({ signal }) => api.assignments.read(id, locale, signal),
    placeholderData: (previous) => previous,
  });
}

export function useClasses(wanted = true) {
  const api = useApi();
  return useQuery({
    queryKey: ['classes'],
    queryFn: ({ signal }) => api.assignments.classes(signal),
    enabled: wanted,
  });
}

/** The names that a list may hold, from A to Z; none while they are not known. */
export function useDiseaseNames(): readonly NamedDisease[] {
  const api = useApi();
  const { locale } = useWords();
  const { data } = useQuery({
    queryKey: ['disease-names', locale],
    queryFn: async ({ signal }) => {
      const { compare } = new Intl.Collator(locale);
      const diseases = await api.diseases(locale, signal);
      return diseases.map(({ id, name }): NamedDisease => [id, name]).sort((a, b) => compare(a[1], b[1]));
    },
    staleTime: Infinity,
  });
  return data ?? [];
}
