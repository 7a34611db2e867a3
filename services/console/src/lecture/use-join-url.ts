import { useQuery } from '@tanstack/react-query';
import { useLectureApi } from './context';
import { useLectureWords } from './use-lecture-words';

/** Where phones come in, as the server says it: the teacher's own address may be one that no phone reaches. */
export function useJoinUrl(code: string): string {
  const api = useLectureApi();
  const { locale } = useLectureWords();
  const { data } = useQuery({
    queryKey: ['room', code, 'join'],
    queryFn: () => api.state(code, locale),
    staleTime: Infinity,
  });
  return data?.joinUrl ?? `${location.origin}/j/${code}`;
}
