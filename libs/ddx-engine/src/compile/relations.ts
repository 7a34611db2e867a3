import { type CompiledLink, type RelationTable } from './compiled-knowledge';

const BITS = 32;

/** One bit per disease and finding, set where the disease links something on the finding's is-a line. */
export function buildRelations(
  diseaseCount: number,
  findingCount: number,
  links: readonly CompiledLink[],
  lineOf: (finding: number) => readonly number[],
): RelationTable {
  const wordsPerDisease = Math.ceil(findingCount / BITS);
  const words = new Uint32Array(diseaseCount * wordsPerDisease);
  const wordOf = (disease: number, finding: number): number =>
    disease * wordsPerDisease + Math.floor(finding / BITS);
  for (const link of links) {
    for (const finding of lineOf(link.finding)) {
      const word = wordOf(link.disease, finding);
      words[word] = (words[word] ?? 0) | (1 << (finding % BITS));
    }
  }
  return {
    relates: (disease, finding) => ((words[wordOf(disease, finding)] ?? 0) & (1 << (finding % BITS))) !== 0,
  };
}
