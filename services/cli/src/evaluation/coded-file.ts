import { createReadStream } from 'node:fs';
import { type KnowledgeBundle } from '@openrounds/knowledge';
import { linesOf } from '../io/lines';
import { type CodedFindings, codedFindings, codedLineSchema } from './coded-findings';

/** The findings of a file of coded cases, by case id. Lines that are no coded cases are left out. */
export async function readCodedFile(
  path: string,
  bundle: KnowledgeBundle,
): Promise<ReadonlyMap<string, CodedFindings>> {
  const coded = new Map<string, CodedFindings>();
  for await (const line of linesOf(createReadStream(path, 'utf8'))) {
    if ('tooLong' in line || line.text === '') continue;
    const read = codedLineSchema.safeParse(JSON.parse(line.text));
    if (read.success) coded.set(read.data.id, codedFindings(read.data, bundle));
  }
  return coded;
}

/** How often each id was found to have no counterpart, most frequent first. */
export function unmappedCounts(coded: ReadonlyMap<string, CodedFindings>): [id: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { unmapped } of coded.values()) {
    for (const id of unmapped) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
