import { pointerOf } from '@openrounds/contracts';
import { type ZodError } from 'zod';

/** A JSON pointer (RFC 6901) one level further down. */
export const below = (pointer: string, ...keys: readonly (string | number)[]): string =>
  pointer + pointerOf(keys);

/** Where a document is first not what its schema says. */
export const wrongIn = ({ issues: [first] }: ZodError): string => pointerOf(first?.path ?? []);

const parts = (pointer: string): string[] => pointer.split('/').slice(1);

/** Order of two pointers in the document: numbers by size, a parent before what it holds. */
export function inDocumentOrder(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const [one = '', other = ''] = [left[at], right[at]];
    if (one === other) continue;
    const difference = Number(one) - Number(other);
    if (Number.isNaN(difference)) return one < other ? -1 : 1;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
