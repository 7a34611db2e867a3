import { type z } from 'zod';
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
