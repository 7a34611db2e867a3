import {
  type FindingCodes,
  type Vocabulary,
  type VocabularyFinding,
  type VocabularyPanel,
} from '../model/vocabulary';
import { PhraseReader } from './phrases';

/**
 * What a vocabulary knows of coded input: its ids, codes and names. Enough to check a case and to take one in from
 * elsewhere; reading text needs the dictionaries of a `CompiledVocabulary` besides. Its fields are this library's own
 * affair.
 */
export interface Terminology {
  readonly vocabulary: Vocabulary;
  /** @internal */
  readonly findings: ReadonlyMap<string, VocabularyFinding>;
  /** @internal */
  readonly panels: ReadonlyMap<string, VocabularyPanel>;
  /** @internal Ids that exist in the knowledge base but are no findings. */
  readonly otherIds: ReadonlySet<string>;
  /** @internal Finding by `system|code`, upper case. */
  readonly byCode: ReadonlyMap<string, string>;
  /** @internal State of a finding by `system|code`, where a code names a state. */
  readonly stateByCode: ReadonlyMap<string, string>;
  /** @internal Finding by normalised name or synonym, for laboratory names. */
  readonly byName: ReadonlyMap<string, string>;
}

/** What is listed in either language. */
export const bothLanguages = (
  lists: Partial<Record<'en' | 'zh', readonly string[]>> | undefined,
): string[] => [...(lists?.en ?? []), ...(lists?.zh ?? [])];

/** Every wording of a finding: its names and synonyms. */
export function wordingsOf(finding: VocabularyFinding): string[] {
  return [finding.name.en, finding.name.zh, ...bothLanguages(finding.synonyms)];
}

/** Names of the tests behind a finding that are not its own: BUN of urea, ANA of a positive ANA. */
const testNamesOf = ({ otherMeasures, decidedBy }: VocabularyFinding): string[] => [
  ...(otherMeasures ?? []).flatMap(({ names }) => bothLanguages(names)),
  ...bothLanguages(decidedBy?.names),
];

/** A code as the indices know it. */
export const codeKey = (system: string, code: string): string => `${system}|${code.toUpperCase()}`;

function keysOf({ hpo, loinc, icd10 }: FindingCodes = {}): string[] {
  const systems = [['HPO', hpo], ['LOINC', loinc], ['ICD-10', icd10]] as const; // prettier-ignore
  return systems.flatMap(([system, given]) => [given ?? []].flat().map((code) => codeKey(system, code)));
}

function codeIndex(findings: readonly VocabularyFinding[]): Map<string, string> {
  const index = new Map<string, string>();
  for (const { id, codes, stateCodes, otherMeasures } of findings) {
    const measured = { loinc: otherMeasures?.flatMap(({ loinc }) => loinc ?? []) ?? [] };
    for (const each of [codes, measured, ...Object.values(stateCodes ?? {})])
      for (const key of keysOf(each)) index.set(key, id);
  }
  return index;
}

function stateIndex(findings: readonly VocabularyFinding[]): Map<string, string> {
  return new Map(
    findings.flatMap(({ stateCodes = {} }) =>
      Object.entries(stateCodes).flatMap(([state, codes]) =>
        keysOf(codes).map((key) => [key, state] as const),
      ),
    ),
  );
}

function nameIndex(findings: readonly VocabularyFinding[], reader: PhraseReader): Map<string, string> {
  const index = new Map<string, string>();
  for (const finding of findings) {
    for (const wording of [finding.id, ...wordingsOf(finding), ...testNamesOf(finding)]) {
      const key = reader.keys(wording).join(' ');
      if (!index.has(key)) index.set(key, finding.id);
    }
  }
  return index;
}

/** Builds the indices of a vocabulary's ids, codes and names: a fraction of the work of `compileVocabulary`. */
export function compileTerminology(vocabulary: Vocabulary, reader = new PhraseReader()): Terminology {
  return {
    vocabulary,
    findings: new Map(vocabulary.findings.map((finding) => [finding.id, finding])),
    panels: new Map(vocabulary.panels.map((panel) => [panel.id, panel])),
    otherIds: new Set([...vocabulary.panels, ...(vocabulary.diseases ?? [])].map(({ id }) => id)),
    byCode: codeIndex(vocabulary.findings),
    stateByCode: stateIndex(vocabulary.findings),
    byName: nameIndex(vocabulary.findings, reader),
  };
}
