import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { type z } from 'zod';
import { linesOf } from './lines';
import { requireReadable } from './require-readable';
import { UnusableArgument } from '../surroundings';

/**
 * All lines of a file of JSON objects.
 *
 * @throws UnusableArgument where the file cannot be read or a line is not what the schema says
 */
export async function readLines<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T>[]> {
  await requireReadable(path);
  const rows: z.output<T>[] = [];
  let number = 0;
  for await (const line of linesOf(createReadStream(path, 'utf8'))) {
    number += 1;
    if ('text' in line && line.text === '') continue;
    const read = 'text' in line ? schema.safeParse(jsonOf(line.text)) : undefined;
    if (!read?.success)
      throw new UnusableArgument(`${basename(path)}, line ${String(number)}, cannot be used`);
    rows.push(read.data);
  }
  return rows;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
