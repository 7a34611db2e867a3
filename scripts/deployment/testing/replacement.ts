import { z } from 'zod';

const Select = z.strictObject({ kind: z.string(), name: z.string().optional() });

/** What we use of kustomize's replacements: one object's value written into fields, or parts of fields, of others. */
export const Replacement = z.strictObject({
  source: Select.extend({ fieldPath: z.string() }),
  targets: z.array(
    z.strictObject({
      select: Select,
      fieldPaths: z.array(z.string()),
      options: z.strictObject({ delimiter: z.string().length(1), index: z.int().min(0) }).optional(),
    }),
  ),
});
export type Replacement = z.output<typeof Replacement>;
type Target = Replacement['targets'][number];

interface Named {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}
type Parent = Record<string, unknown>;

const isParent = (value: unknown): value is Parent => typeof value === 'object' && value !== null;

/** `a.0.[x.y/z].[name=b]` → `a`, `0`, `x.y/z`, `name=b`: dots part the steps but for those in brackets. */
const stepsOf = (fieldPath: string): string[] =>
  [...fieldPath.matchAll(/\[([^\]]+)\]|[^.[\]]+/g)].map(([step, bracketed]) => bracketed ?? step);

/** The key that a step means: in a list, `name=b` is the place of the element whose name is b. */
function keyIn(parent: Parent, step: string): string {
  if (!Array.isArray(parent) || !step.includes('=')) return step;
  const [field = '', value] = step.split('=');
  return String(parent.findIndex((each) => isParent(each) && each[field] === value));
}

function fieldOf(object: Named, fieldPath: string): { parent: Parent; key: string; value: string } {
  const steps = stepsOf(fieldPath);
  const last = steps.pop() ?? '';
  const parent = steps.reduce<unknown>(
    (at, step) => (isParent(at) ? at[keyIn(at, step)] : undefined),
    object,
  );
  const key = isParent(parent) ? keyIn(parent, last) : last;
  const value = isParent(parent) ? parent[key] : undefined;
  if (!isParent(parent) || typeof value !== 'string')
    throw new Error(`${object.kind} ${object.metadata.name} has no text at ${fieldPath}.`);
  return { parent, key, value };
}

function selected<T extends Named>(objects: readonly T[], { kind, name }: z.output<typeof Select>): T[] {
  const found = objects.filter(
    (each) => each.kind === kind && (name === undefined || each.metadata.name === name),
  );
  if (found.length === 0) throw new Error(`There is no ${kind} ${name ?? ''} for a replacement.`);
  return found;
}

function within(text: string, replacing: string, options: Target['options']): string {
  if (options === undefined) return replacing;
  const parts = text.split(options.delimiter);
  if (options.index >= parts.length) throw new Error(`${text} has no part ${String(options.index)}.`);
  return parts.with(options.index, replacing).join(options.delimiter);
}

/**
 * Does the replacement in the objects themselves. Stricter than kustomize, which passes over a target that selects
 * nothing.
 *
 * @throws Error where the source is not one object, or an object or field is not there
 */
export function replace(objects: readonly Named[], { source, targets }: Replacement): void {
  const [from, ...more] = selected(objects, source);
  if (from === undefined || more.length > 0) throw new Error(`${source.kind} is no single source.`);
  const { value: replacing } = fieldOf(from, source.fieldPath);
  for (const { select, fieldPaths, options } of targets)
    for (const object of selected(objects, select))
      for (const fieldPath of fieldPaths) {
        const { parent, key, value } = fieldOf(object, fieldPath);
        parent[key] = within(value, replacing, options);
      }
}
