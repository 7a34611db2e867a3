import { findingOf, type Terminology } from '@openrounds/clinical-language';
import { type KnowledgeBundle } from '@openrounds/knowledge';

/** Laboratory orders as the knowledge sees them. */
export interface OrderedTests {
  /** What their results would report. */
  readonly findingIds: ReadonlySet<string>;
  /** Tests that report it, each once. */
  readonly testIds: readonly string[];
  /** LOINC codes that the knowledge does not hold. */
  readonly unknown: readonly string[];
}

/** What is ordered by LOINC codes, in terms of the knowledge. */
export function orderedTests(
  loinc: readonly string[],
  bundle: KnowledgeBundle,
  vocabulary: Terminology,
): OrderedTests {
  const found = loinc.map((code) => ({ code, id: findingOf({ system: 'LOINC', code }, vocabulary)?.id }));
  const findingIds = new Set(found.flatMap(({ id }) => id ?? []));
  const reports = ({ findings = [], outcomes = [] }: KnowledgeBundle['tests'][number]): boolean =>
    [...findings, ...outcomes.flatMap(({ states }) => Object.keys(states))].some((id) => findingIds.has(id));
  return {
    findingIds,
    testIds: bundle.tests.filter(reports).map(({ id }) => id),
    unknown: found.flatMap(({ code, id }) => (id === undefined ? code : [])),
  };
}
