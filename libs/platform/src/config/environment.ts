import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * Reads the environment, the only place that does. Every wrong value is named at once; values are never
 * repeated, since they may be secrets.
 *
 * Each variable `X` can also be given as `X_FILE`, the path of a file that holds it: this is how containers are
 * given secrets. An empty variable or file counts as not set.
 *
 * @throws Error listing the variables that are missing, malformed, given twice or in files that cannot be read
 */
export function readEnvironment<T extends z.ZodObject>(
  schema: T,
  environment: NodeJS.ProcessEnv = process.env,
): z.output<T> {
  const { values, problems } = given(Object.keys(schema.shape), environment);
  const read = schema.safeParse(values);
  if (read.success && problems.size === 0) return read.data;
  for (const { path, message } of read.error?.issues ?? []) {
    const name = path.join('.');
    if (!problems.has(name)) problems.set(name, message);
  }
  const lines = [...problems].map(([name, message]) => `  ${name}: ${message}`);
  throw new Error(`The configuration is not usable:\n${lines.join('\n')}`);
}

interface Given {
  readonly values: Record<string, string>;
  /** What is wrong, by the name of the variable. */
  readonly problems: Map<string, string>;
}

function given(names: readonly string[], environment: NodeJS.ProcessEnv): Given {
  const values: Record<string, string> = {};
  const problems = new Map<string, string>();
  const set = (name: string): string | undefined => environment[name] || undefined;
  for (const name of names) {
    const fileName = `${name}_FILE`;
    const file = names.includes(fileName) ? undefined : set(fileName);
    const value = set(name);
    if (file !== undefined && value !== undefined) {
      problems.set(name, `given twice: here and by ${fileName}`);
    } else if (value !== undefined) {
      values[name] = value;
    } else if (file !== undefined) {
      const content = contentOf(file);
      if (content === undefined) problems.set(name, `${fileName} names a file that cannot be read`);
      else if (content !== '') values[name] = content;
    }
  }
  return { values, problems };
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** `"true"` or `"1"` switches on; anything else but empty, `"false"` or `"0"` is refused. */
export const Flag = z
  .enum(['', 'true', 'false', '1', '0'])
  .default('false')
  .transform((value) => value === 'true' || value === '1');

/** A comma-separated list; blanks are trimmed, empty entries dropped. */
export const CommaList = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  );
