import { z } from 'zod';

/**
 * Reads the environment, the only place that does. Every wrong value is named at once; values are never
 * repeated, since they may be secrets.
 *
 * @throws Error listing the variables that are missing or malformed
 */
export function readEnvironment<T extends z.ZodType>(
  schema: T,
  environment: NodeJS.ProcessEnv = process.env,
): z.output<T> {
  const read = schema.safeParse(environment);
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The configuration is not usable:\n${problems.join('\n')}`);
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
