import { newId } from '@openrounds/platform';
import { decodeCursor, encodeCursor, pageOf, pageOfAll } from './paging';

const entries = Array.from({ length: 5 }, () => ({ id: newId() }));

describe('paging', () => {
  it('reads back the cursor that it gave', () => {
    const id = newId();
    expect(decodeCursor(encodeCursor(id))).toBe(id);
    expect(decodeCursor(undefined)).toBeUndefined();
  });

  it.each(['', 'nonsense', encodeCursor('12'), encodeCursor(`${newId()}'; DROP TABLE runs`)])(
    'refuses the cursor %p, which is none of ours',
    (cursor) => {
      expect(() => decodeCursor(cursor)).toThrow(
        expect.objectContaining({
          code: 'invalid-request',
          errors: [expect.objectContaining({ pointer: '/query/cursor' })],
        }),
      );
    },
  );

  it('goes on after the last entry of a page when one more was read', () => {
    const { items, nextCursor } = pageOf(entries, 4);
    expect(items).toEqual(entries.slice(0, 4));
    expect(decodeCursor(nextCursor ?? undefined)).toBe(entries[3]?.id);
  });

  it.each([5, 6])('ends where nothing follows (limit %d)', (limit) => {
    expect(pageOf(entries, limit)).toEqual({ items: entries, nextCursor: null });
    expect(pageOf([], limit)).toEqual({ items: [], nextCursor: null });
  });

  it('walks a short list from end to end, each entry once', () => {
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = pageOfAll(entries, { limit: 2, cursor }, ({ id }) => ({ id }));
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(entries);
  });

  it.each(['-1', '1.5', 'x'])('refuses the position %s in a short list', (position) => {
    expect(() => pageOfAll(entries, { limit: 2, cursor: encodeCursor(position) }, ({ id }) => id)).toThrow(
      'The cursor is not valid',
    );
  });

  it('finds nothing beyond the end of a short list', () => {
    expect(pageOfAll(entries, { limit: 2, cursor: encodeCursor('99') }, ({ id }) => id)).toEqual({
      items: [],
      nextCursor: null,
    });
  });
});
