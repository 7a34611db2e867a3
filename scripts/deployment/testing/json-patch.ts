import { z } from 'zod';

/** What we use of JSON Patch (RFC 6902): a value set or put into a list, a value in the place of another. */
export const Operation = z.strictObject({
  op: z.enum(['add', 'replace']),
  path: z.string().startsWith('/'),
  value: z.unknown(),
});
export type Operation = z.output<typeof Operation>;

type Parent = Record<string, unknown>;

const isParent = (value: unknown): value is Parent => typeof value === 'object' && value !== null;

/** Whether the parent has the place. What is added to a list has one of its places or its end, to an object every key. */
function hasPlace(parent: Parent, key: string, op: Operation['op']): boolean {
  if (op === 'replace') return Object.hasOwn(parent, key);
  return !Array.isArray(parent) || key === '-' || (/^\d+$/.test(key) && Number(key) <= parent.length);
}

/**
 * Does the operation in the document itself.
 *
 * @throws Error where the document has no such place
 */
export function patch(document: unknown, { op, path, value }: Operation): void {
  const steps = path.slice(1).split('/');
  const key = steps.pop() ?? '';
  const parent = steps.reduce<unknown>((at, step) => (isParent(at) ? at[step] : undefined), document);
  if (!isParent(parent) || !hasPlace(parent, key, op)) throw new Error(`There is no ${path} to ${op}.`);
  if (op === 'add' && Array.isArray(parent))
    parent.splice(key === '-' ? parent.length : Number(key), 0, structuredClone(value));
  else parent[key] = structuredClone(value);
}
