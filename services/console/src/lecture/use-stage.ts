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

/** The stages of the case by kind; those that are not fetched yet are left out. */
export function useStageKinds(state: TeacherRoomState): readonly RoomStage['kind'][] {
  const api = useLectureApi();
  const { locale } = useLectureWords();
  const of = state.stage?.of ?? Math.max(1, ...state.control.rounds.map(({ stageNo }) => stageNo));
  const { data } = useQuery({
    queryKey: ['room', state.code, 'kinds', of],
    queryFn: ({ signal }) =>
      Promise.all(Array.from({ length: of }, (_, at) => api.stage(state.code, at + 1, locale, signal))),
    staleTime: Infinity,
  });
  return data?.map(({ kind }) => kind) ?? [];
}
