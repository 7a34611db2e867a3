import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedRow } from '../evidence/coded-row';
import {
  familyRows,
  type Hypothesis,
  hypothesisRows,
  type KnownLinks,
  linkedLogRatio,
  linksOnLine,
} from '../evidence/family-rows';
import { type ScoredCase } from '../ranking/scored-case';
import { jointLogRatio } from './joint-likelihood';

/** What one disease alone makes of one family of findings. */
interface FamilyView {
  readonly rows: readonly CodedRow[];
  /** Whether it knows anything on the is-a lines of what was observed. */
  readonly isKnown: boolean;
}

/** A disease with what it makes of the case, by family. */
export interface SingleView {
  readonly disease: number;
  readonly families: ReadonlyMap<number, FamilyView>;
}

/** What one disease alone makes of every family of findings in the case, worked out once for all its pairs. */
export function singleView(compiled: CompiledKnowledge, scored: ScoredCase, disease: number): SingleView {
  const links = compiled.diseases[disease]?.linkOf ?? new Map<number, number>();
  const families = [...scored.coded.families.values()].map((family) => {
    const observed = [...family.present, ...family.absent, ...family.states];
    const view = {
      rows: familyRows(compiled, scored.parameters, family, disease),
      isKnown: observed.some(({ finding }) => linksOnLine(compiled, links, finding)),
    };
    return [family.family, view] as const;
  });
  return { disease, families: new Map(families) };
}

/**
 * All rows of evidence for two diseases at once, which together know what either knows. Where only one of them knows
 * anything about a family of findings, what it makes of it stands for both.
 */
export function pairRows(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  a: SingleView,
  b: SingleView,
): CodedRow[] {
  const hypothesis = pairHypothesis(compiled, scored, a.disease, b.disease);
  return [...scored.coded.families.values()].flatMap((family) => {
    const [viewA, viewB] = [a.families.get(family.family), b.families.get(family.family)];
    if (viewA !== undefined && viewB?.isKnown === false) return viewA.rows;
    if (viewB !== undefined && viewA?.isKnown === false) return viewB.rows;
    return hypothesisRows(compiled, scored.parameters, family, hypothesis);
  });
}

function pairHypothesis(
  compiled: CompiledKnowledge,
  { parameters }: ScoredCase,
  a: number,
  b: number,
): Hypothesis {
  const linksOfA = compiled.diseases[a]?.linkOf ?? new Map<number, number>();
  const linksOfB = compiled.diseases[b]?.linkOf ?? new Map<number, number>();
  const links: KnownLinks = {
    has: (finding) => linksOfA.has(finding) || linksOfB.has(finding),
    get: (finding) => {
      const [linkA, linkB] = [linksOfA.get(finding), linksOfB.get(finding)];
      return linkA === undefined ? linkB : linkB === undefined ? linkA : -1;
    },
  };
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
