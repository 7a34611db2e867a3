import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from '../api/every-page';

const SHOWN_AT_ONCE = 20;

/** A list that may be long, page by page. */
export function usePages<Item>(
  queryKey: QueryKey,
  fetchPage: (
    page: Page,
    signal: AbortSignal,
  ) => Promise<{ items: readonly Item[]; nextCursor: string | null }>,
  enabled: boolean,
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      fetchPage({ limit: SHOWN_AT_ONCE, ...(pageParam !== null && { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled,
  });
  return { ...query, items: query.data?.pages.flatMap(({ items }) => items) };
}
