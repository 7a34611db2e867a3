/** The most that the API gives at once. */
const PAGE = 100;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** A list of the API page by page. @param pageAt - asks for one, by the query of its address */
export async function* pagesOf<Item>(
  pageAt: (query: string) => Promise<Page<Item>>,
): AsyncGenerator<readonly Item[]> {
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(cursor === '' ? {} : { cursor }) });
    const page: Page<Item> = await pageAt(query.toString());
    yield page.items;
    cursor = page.nextCursor;
  }
}
