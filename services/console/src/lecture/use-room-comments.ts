import { useInfiniteQuery } from '@tanstack/react-query';
import type { Comment } from '../room/types';
import { useLectureApi } from './context';

export interface RoomComments {
  /** The newest first. */
  readonly comments: readonly Comment[];
  /** Reads further back; undefined where nothing is older. */
  readonly older: (() => void) | undefined;
}

/** What was said in a room; read anew when the frame tells that it has changed. */
export function useRoomComments(code: string, seq: number): RoomComments | null {
  const api = useLectureApi();
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['room', code, 'comments', seq],
    queryFn: ({ signal, pageParam }) => api.comments(code, signal, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  });
  if (data === undefined) return null;
  return {
    comments: data.pages.flatMap(({ items }) => items),
    older: hasNextPage ? () => void fetchNextPage() : undefined,
  };
}
