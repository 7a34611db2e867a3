const LARGEST_PAGE = 100;

/** Which part of a list is asked for. */
export interface Page {
  readonly limit: number;
  readonly cursor?: string;
}

/** Everything that a list holds: a few pages, fetched one after the other. */
export async function everyPage<T>(
  fetchPage: (page: Page) => Promise<{ items: readonly T[]; nextCursor: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: readonly T[]; nextCursor: string | null } = await fetchPage({
      limit: LARGEST_PAGE,
      ...(cursor !== null && { cursor }),
    });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
