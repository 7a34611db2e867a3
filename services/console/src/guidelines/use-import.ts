import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { GuidelineImport } from '../api/types';

const AGAIN_MS = 1_000;

/** How far the import of a file is, asked once a second. Undefined: it is not split yet, or nobody can say. */
export function useImport(sha256: string): GuidelineImport | undefined {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['guideline-imports'],
    queryFn: ({ signal }) => api.guidelines.imports(signal),
    refetchInterval: AGAIN_MS,
    retry: false,
  });
  return data?.find((each) => each.sha256 === sha256);
}
