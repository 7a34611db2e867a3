import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedRow } from '../evidence/coded-row';
import { type Hypothesis, hypothesisRows, linkedLogRatio, linksOnLine } from '../evidence/family-rows';
import { type ScoredCase } from '../ranking/scored-case';
import { jointLogRatio } from './joint-likelihood';

/** All rows of evidence for two diseases at once, which together know what either knows. */
export function pairRows(compiled: CompiledKnowledge, scored: ScoredCase, a: number, b: number): CodedRow[] {
  const hypothesis = pairHypothesis(compiled, scored, a, b);
  return [...scored.coded.families.values()].flatMap((family) =>
    hypothesisRows(compiled, scored.parameters, family, hypothesis),
  );
}

function pairHypothesis(
  compiled: CompiledKnowledge,
  { parameters }: ScoredCase,
  a: number,
  b: number,
): Hypothesis {
  const linksOfA = compiled.diseases[a]?.linkOf ?? new Map<number, number>();
  const linksOfB = compiled.diseases[b]?.linkOf ?? new Map<number, number>();
  const links = new Map(linksOfA);
  for (const [finding, link] of linksOfB) links.set(finding, linksOfA.has(finding) ? -1 : link);
  return {
    links,
    relates: (finding) => linksOnLine(compiled, links, finding),
    logRatioOf: (entry) => {
      const finding = compiled.findings[entry.finding];
      const linkA = compiled.links[linksOfA.get(entry.finding) ?? -1];
      const linkB = compiled.links[linksOfB.get(entry.finding) ?? -1];
      if (finding === undefined || linkA === undefined || linkB === undefined) {
        return linkedLogRatio(compiled, parameters, links.get(entry.finding) ?? -1, entry);
      }
      return jointLogRatio(finding, [linkA, linkB], entry, parameters.nu);
    },
  };
}
