import { useQuery } from '@tanstack/react-query';
import type { RoomStage, TeacherRoomState } from '../room/types';
import { useLectureApi } from './context';
import { useLectureWords } from './use-lecture-words';

/** A stage with its text and, for the teacher, all that belongs to it; undefined until it is there. */
export function useStage(code: string, no: number | undefined): RoomStage | undefined {
  const api = useLectureApi();
  const { locale } = useLectureWords();
  const { data } = useQuery({
    queryKey: ['room', code, 'stage', no, locale],
    queryFn: ({ signal }) => api.stage(code, no ?? 1, locale, signal),
    enabled: no !== undefined && no > 0,
    staleTime: 60_000,
  });
  return data;
}

/** The stages of the case by kind; empty until they are there. */
export function useStageKinds({ code }: TeacherRoomState): readonly RoomStage['kind'][] {
  const api = useLectureApi();
  const { locale } = useLectureWords();
  const { data } = useQuery({
    queryKey: ['room', code, 'kinds'],
    queryFn: async ({ signal }) => {
      const first = await api.stage(code, 1, locale, signal);
      const rest = Array.from({ length: first.of - 1 }, (_, at) => api.stage(code, at + 2, locale, signal));
      return [first, ...(await Promise.all(rest))].map(({ kind }) => kind);
    },
    staleTime: Infinity,
  });
  return data ?? [];
}
