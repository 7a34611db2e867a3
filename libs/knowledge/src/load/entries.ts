import { type z } from 'zod';
import { type Located } from './located';
import { type Problem } from './problem';
import { type Path, type YamlFile } from './yaml-file';

export interface Entries<Value> {
  readonly entries: Located<Value>[];
  readonly problems: Problem[];
}

/** Reads a file that is one entry. `fallbackId` names entries that have no `id` of their own. */
export function readEntry<Schema extends z.ZodType>(
  schema: Schema,
  yaml: YamlFile,
  fallbackId: string,
  root: Path = [],
): Entries<z.output<Schema>> {
  const input = valueAt(yaml.value, root);
  const id = idOf(input) ?? fallbackId;
  const parsed = schema.safeParse(input);
  if (parsed.success) return { entries: [{ id, value: parsed.data, yaml, root }], problems: [] };
  return {
    entries: [],
    problems: flatten(parsed.error.issues).map((issue) => asProblem(issue, yaml, root, id)),
  };
}

/** Reads a file that is a list of entries; a bad entry does not hide the good ones. */
export function readEntries<Schema extends z.ZodType>(
  schema: Schema,
  yaml: YamlFile,
): Entries<z.output<Schema>> {
  if (!Array.isArray(yaml.value)) {
    const message = 'the file must be a list of entries that begin with `- id:`';
    return {
      entries: [],
      problems: [{ rule: 'schema', severity: 'error', file: yaml.file, line: 1, id: '', message }],
    };
  }
  const read = yaml.value.map((_, index) => readEntry(schema, yaml, '', [index]));
  return { entries: read.flatMap((one) => one.entries), problems: read.flatMap((one) => one.problems) };
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key],
    value,
  );
}

function idOf(input: unknown): string | undefined {
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
  return typeof id === 'string' ? id : undefined;
}

function asProblem(issue: z.core.$ZodIssue, yaml: YamlFile, root: Path, id: string): Problem {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? key.toString() : key));
  const where = path.length > 0 ? `${path.join('.')}: ` : '';
  return {
    rule: 'schema',
    severity: 'error',
    file: yaml.file,
    line: yaml.lineOf([...root, ...path]),
    id,
    message: `${where}${issue.message}`,
  };
}

/** Replaces a failed union by the issues of the member that came closest, which is what an author can act on. */
function flatten(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const deepest = issue.errors.reduce((best, member) => (depth(member) > depth(best) ? member : best));
    if (depth(deepest) === 0) return [{ ...issue, message: describeUnion(issue.errors) }];
    return flatten(deepest).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  });
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function describeUnion(members: readonly (readonly z.core.$ZodIssue[])[]): string {
  const messages = members.flatMap((member) => member.map((issue) => issue.message));
  return [...new Set(messages)].join('; or ');
}
