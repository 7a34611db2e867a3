import { type Language } from '@openrounds/contracts';
import { lookupOf, type KnowledgeBundle } from '@openrounds/knowledge';

/** Names of a knowledge version in one language. An id that the version does not hold stands for itself. */
export interface Names {
  readonly language: Language;
  finding(id: string): string;
  state(findingId: string, state: string): string;
  disease(id: string): string;
  test(id: string): string;
  redFlag(id: string): string;
  /** What a change of a laboratory quantity means that meets one of its criteria. */
  criterion(findingId: string, id: string): string | undefined;
  /** The source of a number; none where it is an estimate. */
  citation(sourceId: string): string | undefined;
}

export function namesOf(bundle: KnowledgeBundle, language: Language): Names {
  const { findings, diseases, tests, sources } = lookupOf(bundle);
  const redFlags = new Map(bundle.redFlags.map((flag) => [flag.id, flag.name[language]]));
  return {
    language,
    finding: (id) => findings.get(id)?.name[language] ?? id,
    state: (findingId, state) => findings.get(findingId)?.stateNames?.[state]?.[language] ?? state,
    disease: (id) => diseases.get(id)?.name[language] ?? id,
    test: (id) => tests.get(id)?.name[language] ?? id,
    redFlag: (id) => redFlags.get(id) ?? id,
    criterion: (findingId, id) =>
      findings.get(findingId)?.changeCriteria?.find((one) => one.id === id)?.text[language],
    citation: (sourceId) => sources.get(sourceId)?.citation,
  };
}
