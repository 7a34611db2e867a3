import { type KnowledgeBundle } from '@openrounds/knowledge';
import { readLines } from '../io/read-lines';
import { type CodedFindings, codedFindings, codedLineSchema } from './coded-findings';

/**
 * The findings of a file of coded cases, by case id.
 *
 * @throws UnusableArgument where the file cannot be read or a line is no coded case
 */
export async function readCodedFile(
  path: string,
  bundle: KnowledgeBundle,
): Promise<ReadonlyMap<string, CodedFindings>> {
  const lines = await readLines(path, codedLineSchema);
  return new Map(lines.map((line) => [line.id, codedFindings(line, bundle)]));
}

/** How often each id was found to have no counterpart, most frequent first. */
export function unmappedCounts(coded: ReadonlyMap<string, CodedFindings>): [id: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { unmapped } of coded.values()) {
    for (const id of unmapped) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
