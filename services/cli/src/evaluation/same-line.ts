import { type KnowledgeBundle, lookupOf } from '@openrounds/knowledge';

/** Whether two findings are the same or one is a kind of the other. */
export type SameLine = (one: string, other: string) => boolean;

/** Findings on one line of descent count for each other: a reader may be more or less exact than a writer. */
export function sameLineOf(bundle: KnowledgeBundle): SameLine {
  const { findings } = lookupOf(bundle);
  const lineOf = (findingId: string): string[] => {
    const line = [findingId];
    for (let next = findings.get(findingId)?.parent; next !== undefined; next = findings.get(next)?.parent)
      line.push(next);
    return line;
  };
  return (one, other) => lineOf(one).includes(other) || lineOf(other).includes(one);
}
