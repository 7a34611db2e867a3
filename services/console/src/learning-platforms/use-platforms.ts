import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { LtiRegistration } from '../api/types';
import { usePages } from '../connections/use-pages';

const KEY = ['learning-platforms'] as const;
export const REGISTRATIONS_KEY = [...KEY, 'registrations'] as const;
export const LINKS_KEY = [...KEY, 'links'] as const;
export const DEPLOYMENTS_KEY = [...KEY, 'deployments'] as const;

/** The platforms of the institution. */
export function useRegistrations(enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: REGISTRATIONS_KEY,
    queryFn: ({ signal }) => api.platforms.registrations(signal),
    enabled,
  });
}

/** The addresses that a platform is told. */
export function useConfiguration() {
  const api = useApi();
  return useQuery({
    queryKey: [...KEY, 'configuration'],
    queryFn: ({ signal }) => api.platforms.configuration(signal),
    staleTime: Infinity,
  });
}

export function useLinks() {
  const api = useApi();
  return useQuery({ queryKey: LINKS_KEY, queryFn: ({ signal }) => api.platforms.links(signal) });
}

/** Places at platforms that launches come from. */
export function useDeployments() {
  const api = useApi();
  return useQuery({ queryKey: DEPLOYMENTS_KEY, queryFn: ({ signal }) => api.platforms.deployments(signal) });
}

/** Launches that failed, of the last seven days. */
export function useLaunchProblems() {
  const api = useApi();
  return usePages([...KEY, 'problems'], (page, signal) => api.platforms.problems(page, signal), true);
}

/** What the institution calls a platform; null where it was removed. */
export const nameOf = (platforms: readonly LtiRegistration[], id: string): string | null =>
  platforms.find((platform) => platform.id === id)?.name ?? null;
