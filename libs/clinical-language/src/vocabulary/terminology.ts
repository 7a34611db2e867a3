import { panelsOf } from './as-usual';
import {
  type FindingCodes,
  type Vocabulary,
  type VocabularyDisease,
  type VocabularyFinding,
  type VocabularyPanel,
} from '../model/vocabulary';
import { findingRules, type FindingRules } from './finding-rules';
import { PhraseReader } from '../normalise/phrases';
import { Archive, writeArchive } from './stored/archive';
import { JsonTable, JsonWriter } from './stored/json-table';
import { Lists, mapParts } from './stored/lists';
import { type Lookup, ReadOnce } from './stored/lookup';
import { Texts, TextWriter } from './stored/texts';

/**
 * What a vocabulary knows of coded input: its ids, codes and names. Enough to check a case and to take one in from
 * elsewhere; reading text needs the dictionaries of a `CompiledVocabulary` besides. Its fields are this library's own
 * affair.
 */
export interface Terminology {
  /** @internal */
  readonly findings: Lookup<VocabularyFinding>;
  /** @internal */
  readonly panels: Lookup<VocabularyPanel>;
  /** @internal In the order of the vocabulary. */
  readonly diseases: () => readonly VocabularyDisease[];
  /** @internal Findings that are told by what is measured in specimens other than blood. */
  readonly ofSpecimens: () => readonly string[];
  /** @internal What findings declare of how a text tells them. */
  readonly rules: FindingRules;
  /** @internal Ids that exist in the knowledge base but are no findings. */
  readonly otherIds: Pick<Lookup<true>, 'has'>;
  /** @internal Finding by `system|code`, upper case. */
  readonly byCode: Lookup<string>;
  /** @internal State of a finding by `system|code`, where a code names a state. */
  readonly stateByCode: Lookup<string>;
  /** @internal Finding by normalised name or synonym, for laboratory names. */
  readonly byName: Lookup<string>;
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
  ...(decidedBy ?? []).flatMap(({ names }) => bothLanguages(names)),
];

/** A code as the indices know it. */
export const codeKey = (system: string, code: string): string => `${system}|${code.toUpperCase()}`;

function keysOf({ hpo, loinc, icd10 }: FindingCodes = {}): string[] {
  const systems = [
    ['HPO', hpo],
    ['LOINC', loinc],
    ['ICD-10', icd10],
  ] as const;
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

const ofSpecimens = (findings: readonly VocabularyFinding[]): string[] =>
  findings.flatMap(({ id, specimenTests, measuredIn }) =>
    specimenTests === undefined && measuredIn === undefined ? [] : [id],
  );

/**
 * The indices of a vocabulary's ids, codes and names as bytes: a fraction of the work of the dictionaries.
 *
 * @returns what {@link openTerminology} reads
 */
export function terminologyBytes(vocabulary: Vocabulary, reader = new PhraseReader()): Uint8Array {
  const { findings, diseases = [] } = vocabulary;
  const panels = panelsOf(vocabulary);
  const texts = new TextWriter();
  const entries = new JsonWriter();
  const entriesById = (list: readonly { readonly id: string }[]): Map<number, number> =>
    new Map(list.map((entry) => [texts.idOf(entry.id), entries.idOf(entry)]));
  const textByText = (map: ReadonlyMap<string, string>): Map<number, number> =>
    new Map(Array.from(map, ([key, value]) => [texts.idOf(key), texts.idOf(value)]));
  const parts = {
    ...mapParts('findings', entriesById(findings)),
    ...mapParts('panels', entriesById(panels)),
    diseases: Uint32Array.of(entries.idOf(diseases)),
    ofSpecimens: Uint32Array.of(entries.idOf(ofSpecimens(findings))),
    rules: Uint32Array.of(entries.idOf(findingRules(findings))),
    ...mapParts('otherIds', new Map([...panels, ...diseases].map(({ id }) => [texts.idOf(id), 1]))),
    ...mapParts('byCode', textByText(codeIndex(findings))),
    ...mapParts('stateByCode', textByText(stateIndex(findings))),
    ...mapParts('byName', textByText(nameIndex(findings, reader))),
  };
  return writeArchive({ ...parts, ...texts.parts('texts'), ...entries.parts('entries') });
}

/** A terminology as it stands in its bytes; what is asked for is read when it is asked for. */
export function openTerminology(bytes: Uint8Array): Terminology {
  const archive = new Archive(bytes);
  const texts = new Texts(archive, 'texts');
  const entries = new JsonTable<unknown>(archive, 'entries');
  const entriesById = <T>(part: string): Lookup<T> => {
    const ids = new Lists(archive, part);
    return new ReadOnce((id) => {
      const entry = ids.one(texts.idOf(id));
      return entry === undefined ? undefined : (entries.at(entry) as T);
    });
  };
  const textByText = (part: string): Lookup<string> => {
    const map = new Lists(archive, part);
    return new ReadOnce((key) => {
      const value = map.one(texts.idOf(key));
      return value === undefined ? undefined : texts.at(value);
    });
  };
  const others = new Lists(archive, 'otherIds');
  return {
    findings: entriesById('findings'),
    panels: entriesById('panels'),
    diseases: () => entries.at(archive.u32('diseases')[0] ?? 0) as readonly VocabularyDisease[],
    ofSpecimens: () => entries.at(archive.u32('ofSpecimens')[0] ?? 0) as readonly string[],
    rules: entries.at(archive.u32('rules')[0] ?? 0) as FindingRules,
    otherIds: { has: (id) => others.has(texts.idOf(id)) },
    byCode: textByText('byCode'),
    stateByCode: textByText('stateByCode'),
    byName: textByText('byName'),
  };
}

/** Builds the indices of a vocabulary's ids, codes and names. */
export const compileTerminology = (vocabulary: Vocabulary): Terminology =>
  openTerminology(terminologyBytes(vocabulary));
