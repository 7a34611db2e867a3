import { DomainError } from '@openrounds/contracts';
import { z } from 'zod';

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/** A cursor is opaque to callers: the id after which the next page begins. */
export const encodeCursor = (id: string): string => Buffer.from(id).toString('base64url');

/** @throws DomainError `invalid-request` when the cursor is none of ours */
export function decodeCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const id = Buffer.from(cursor, 'base64url').toString('utf8');
  if (z.uuid().safeParse(id).success) return id;
  throw new DomainError('invalid-request', 'The cursor is not valid', [
    { pointer: '/query/cursor', code: 'invalid-cursor', message: 'take nextCursor of the page before' },
  ]);
}

/** One page of a list that was read with one entry more than asked for. */
export function pageOf<T extends { id: string }>(entries: readonly T[], limit: number): Page<T> {
  const items = entries.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: entries.length > limit && last !== undefined ? encodeCursor(last.id) : null };
}

/**
 * The position that a cursor holds where it is no id.
 *
 * @throws DomainError `invalid-request` when the cursor is none of ours
 */
export function decodePosition(cursor: string | undefined): number {
  const start = cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (Number.isSafeInteger(start) && start >= 0) return start;
  throw new DomainError('invalid-request', 'The cursor is not valid', [
    { pointer: '/query/cursor', code: 'invalid-cursor', message: 'take nextCursor of the page before' },
  ]);
}

/** One page of a list that is all in memory, of which no more is presented; the cursor holds the position. */
export function pageOfAll<T, Shown>(
  entries: readonly T[],
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  present: (entry: T) => Shown,
): Page<Shown> {
  const start = decodePosition(cursor);
  const end = start + limit;
  return {
    items: entries.slice(start, end).map((entry) => present(entry)),
    nextCursor: end < entries.length ? encodeCursor(String(end)) : null,
  };
}
