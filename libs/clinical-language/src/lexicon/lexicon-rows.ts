import { z } from 'zod';
import { WORDS } from './compiled/words';

/**
 * The rows of a file of the lexicon.
 *
 * @param name path below `lexicon/` without the ending: `en/people`
 * @throws where the lexicon has no such file, or a row is not what the schema says
 */
export function lexiconRows<T extends z.ZodType>(name: string, schema: T): z.output<T> {
  const json = WORDS[name];
  if (json === undefined) throw new Error(`the lexicon has no file ${name}`);
  return schema.parse(JSON.parse(json));
}

/**
 * The lists of words of files of the lexicon, by what they are for.
 *
 * @param files whose lists of one name are one list
 * @param names of all the lists of each file
 * @throws where a file lacks one of them or has another
 */
export function wordLists<K extends string>(
  files: string | readonly string[],
  names: readonly K[],
): Readonly<Record<K, ReadonlySet<string>>> {
  const schema = z.record(z.enum(names), z.array(z.string()).min(1));
  const read = [files].flat().map((file) => lexiconRows(file, schema));
  const lists = names.map((name) => [name, new Set(read.flatMap((file) => file[name]))] as const);
  return Object.fromEntries(lists) as unknown as Record<K, ReadonlySet<string>>;
}
