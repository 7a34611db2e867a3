import { type GoldMap, goldMapSchema } from '@openrounds/evaluation';
import { readJson } from '../io/read-json';
import { UnusableArgument } from '../surroundings';

/**
 * Gold maps as one; of a label that several hold, the first entry stands.
 *
 * @throws UnusableArgument where a file is no gold map
 */
export function readGold(paths: readonly string[]): GoldMap {
  const maps = paths.map((path) => {
    const read = goldMapSchema.safeParse(readJson(path));
    if (!read.success) throw new UnusableArgument(`${path} is not a gold map`);
    return read.data;
  });
  return Object.assign({}, ...maps.reverse()) as GoldMap;
}
