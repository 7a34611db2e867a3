import { type Grade } from '../schema/primitives';
import { type KnowledgeBundle } from './knowledge-bundle';

/** Counts for `knowledge stats` and for the attribute sheet of `GET /v1/knowledge`. */
export interface KnowledgeStats {
  readonly version: string;
  readonly diseases: number;
  readonly diseasesByTier: Readonly<Record<string, number>>;
  readonly mustNotMissDiseases: number;
  readonly reviewedDiseases: number;
  readonly findings: number;
  readonly findingsByKind: Readonly<Record<string, number>>;
  readonly links: number;
  readonly linksByGrade: Readonly<Record<Grade, number>>;
  /** Links whose number comes from a named source rather than an estimate. */
  readonly publishedLinks: number;
  readonly tests: number;
  readonly panels: number;
  readonly redFlags: number;
  readonly scores: number;
  readonly presentingProblems: number;
  readonly sources: number;
  readonly verifiedSources: number;
  readonly guidelineDocuments: number;
  readonly passages: number;
  readonly quotedPassages: number;
}

export function knowledgeStats(bundle: KnowledgeBundle): KnowledgeStats {
  const { diseases, findings, sources, guidelines } = bundle;
  const links = diseases.flatMap((disease) => disease.links);
  return {
    version: bundle.hashes.knowledge,
    diseases: diseases.length,
    diseasesByTier: countBy(diseases, ({ tier }) => String(tier)),
    mustNotMissDiseases: count(diseases, ({ mustNotMiss }) => mustNotMiss !== undefined),
    reviewedDiseases: count(diseases, ({ status }) => status === 'reviewed'),
    findings: findings.length,
    findingsByKind: countBy(findings, ({ kind }) => kind),
    links: links.length,
    linksByGrade: { A: 0, B: 0, C: 0, D: 0, ...countBy(links, ({ grade }) => grade) },
    publishedLinks: count(links, ({ source }) => source !== 'estimate'),
    tests: bundle.tests.length,
    panels: bundle.panels.length,
    redFlags: bundle.redFlags.length,
    scores: bundle.scores.length,
    presentingProblems: bundle.problems.length,
    sources: sources.length,
    verifiedSources: count(sources, ({ verified }) => verified),
    guidelineDocuments: guidelines.documents.length,
    passages: guidelines.passages.length,
    quotedPassages: count(guidelines.passages, ({ kind }) => kind === 'quoted'),
  };
}

function count<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  return items.filter(test).length;
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}
