import { type EngineDisease, type EngineFinding, type EngineKnowledge } from '../model/knowledge';
import { clipProbability } from '../numeric/bounds';
import { normalise } from '../numeric/normalise';
import { compareIds } from '../numeric/order';
import { checkDiseases } from './check-diseases';
import { checkFindings } from './check-findings';
import { checkPopulation, checkRedFlags, checkTests } from './check-rules';
import { compileLink, type SharedByLinks } from './compile-link';
import {
  type CompiledFinding,
  type CompiledKnowledge,
  type CompiledLink,
  type DiseaseDefinition,
  type EvidenceColumn,
} from './compiled-knowledge';
import { InvalidKnowledgeError, type KnowledgeIssue } from './invalid-knowledge-error';
import { compileRedFlag } from './compile-red-flag';
import { compileTest } from './compile-test';
import { excludingFindings } from './excluding-findings';
import { numberOfLink } from './link-numbers';
import { type OutcomeModel, outcomeModel } from './outcome-model';
import { layOut } from './outcome-table';
import { buildTaxonomy, findFamilies } from './taxonomy';

/**
 * Checks the knowledge of one setting and codes it once for scoring: ids become indices, probabilities are bounded
 * and turned into logarithms, links are indexed by finding. Do this when knowledge is loaded, not per case.
 *
 * @throws InvalidKnowledgeError with every issue found
 */
export function compileKnowledge(knowledge: EngineKnowledge): CompiledKnowledge {
  const issues = checkKnowledge(knowledge);
  if (issues.length > 0) throw new InvalidKnowledgeError(issues);

  const sources = [...knowledge.findings].sort((a, b) => compareIds(a.id, b.id));
  const findingIndex = new Map(sources.map((finding, index) => [finding.id, index]));
  const groups = [...new Set(sources.flatMap((finding) => finding.group ?? []))];
  const parent = Int32Array.from(sources, (finding) => findingIndex.get(finding.parent ?? '') ?? -1);
  const group = Int32Array.from(sources, (finding) => groups.indexOf(finding.group ?? ''));
  const family = findFamilies(parent, group);
  const taxonomy = buildTaxonomy(parent);

  const coded = sources.map((finding, index) => ({
    ...codeFinding(finding),
    group: group[index] ?? -1,
    family: family[index] ?? index,
    onlyIf: finding.onlyIf,
    line: [index, ...(taxonomy.ancestors[index] ?? []), ...(taxonomy.descendants[index] ?? [])],
  }));
  const diseases = [...knowledge.diseases].sort((a, b) => compareIds(a.id, b.id));
  const codedLinks = codeLinks(diseases, coded, findingIndex);
  const { links } = codedLinks;
  const byFinding = invert(links, sources.length);
  const byDisease = linkMaps(links, diseases.length);
  const diseaseIndex = new Map(diseases.map((disease, index) => [disease.id, index]));
  const models = layOut(
    coded.map((finding, index) => modelOf(finding, byFinding[index] ?? NONE, codedLinks)),
  );
  const findings = coded.map((finding, index) => ({
    ...finding,
    links: byFinding[index] ?? NONE,
    columns: columnsOf(finding, byFinding[index] ?? NONE, codedLinks),
    model: models.models[index] ?? modelOf(finding, NONE, codedLinks),
  }));
  return {
    population: knowledge.population,
    findings,
    outcomes: models.table,
    findingIndex,
    taxonomy,
    groupCount: groups.length,
    diseases: diseases.map((disease, index) => ({
      id: disease.id,
      definition: definitionOf(disease),
      excluding: excludingFindings(disease),
      linkOf: byDisease[index] ?? new Map<number, number>(),
      causes: [...new Set((disease.complicationOf ?? []).flatMap((id) => diseaseIndex.get(id) ?? []))].sort(
        (a, b) => a - b,
      ),
    })),
    diseaseIndex,
    ...codedLinks,
    restricted: [...diseases.keys()].filter(
      (index) => Object.keys(diseases[index]?.restrict ?? {}).length > 0,
    ),
    redFlags: knowledge.redFlags.map((flag) =>
      compileRedFlag(flag, { findings: coded, findingIndex, diseaseIndex }),
    ),
    mustNotMiss: diseases.flatMap(({ mustNotMiss: rule }, disease) => (rule ? [{ disease, rule }] : [])),
    questions: [...sources.keys()].filter((index) => isQuestion(sources[index])),
    tests: [...knowledge.tests]
      .sort((a, b) => compareIds(a.id, b.id))
      .map((test) => compileTest(test, coded, findingIndex)),
    tested: new Set(knowledge.tests.flatMap((test) => test.findings.map((id) => findingIndex.get(id) ?? -1))),
  };
}

/**
 * The same knowledge in another population (years, lo <= age < hi; weights of any sum): it is looked at when priors of a
 * patient whose age is unknown are wanted, and nothing else is made of it.
 *
 * @throws InvalidKnowledgeError for an empty range of ages or a negative weight
 */
export function inPopulation(
  compiled: CompiledKnowledge,
  population: EngineKnowledge['population'],
): CompiledKnowledge {
  const issues = checkPopulation(population);
  if (issues.length > 0) throw new InvalidKnowledgeError(issues);
  return { ...compiled, population };
}

const ASKED_BY_TEST: ReadonlySet<EngineFinding['kind']> = new Set(['lab', 'imaging', 'bedside-test']);

/** Whether the finding can be asked for or looked for without a test. */
function isQuestion(finding: EngineFinding | undefined): boolean {
  if (finding === undefined || ASKED_BY_TEST.has(finding.kind)) return false;
  return finding.stage === 'history' || finding.stage === 'examination';
}

function checkKnowledge(knowledge: EngineKnowledge): KnowledgeIssue[] {
  const findings = new Map(knowledge.findings.map((finding) => [finding.id, finding]));
  const diseaseIds = new Set(knowledge.diseases.map((disease) => disease.id));
  return [
    ...checkFindings(knowledge.findings),
    ...checkDiseases(knowledge.diseases, findings),
    ...checkTests(knowledge.tests, findings),
    ...checkRedFlags(knowledge.redFlags, findings, diseaseIds),
    ...checkPopulation(knowledge.population),
  ];
}

const NONE = new Int32Array();

type UnlinkedFinding = Omit<CompiledFinding, 'links' | 'columns' | 'model'>;
type CodedFinding = Omit<UnlinkedFinding, 'group' | 'family' | 'line' | 'onlyIf'>;
type CodedLinks = Pick<CompiledKnowledge, 'links' | 'linkNumbers'>;

function codeFinding({
  id,
  stage,
  domain,
  baselineGrade,
  impliesAbsence = true,
  mustExplain = false,
}: EngineFinding): CodedFinding {
  if (domain.kind === 'binary') {
    const present = clipProbability(domain.baseline);
    const baseline = Float64Array.of(present, 1 - present);
    return {
      id,
      stage,
      binary: true,
      outcomes: ['present', 'absent'],
      baseline,
      forecast: baseline,
      baselineGrade,
      impliesAbsence,
      mustExplain: [mustExplain === true, false],
    };
  }
  const baseline = Float64Array.from(domain.states, (state) =>
    clipProbability(domain.baseline[state] ?? NaN),
  );
  const demanding = Array.isArray(mustExplain) ? new Set<string>(mustExplain) : new Set<string>();
  return {
    id,
    stage,
    binary: false,
    outcomes: domain.states,
    baseline,
    forecast: normalise(baseline),
    baselineGrade,
    impliesAbsence,
    mustExplain: domain.states.map((state) => demanding.has(state)),
  };
}

function definitionOf({ links: _links, ...definition }: EngineDisease): DiseaseDefinition {
  return definition;
}

function codeLinks(
  diseases: readonly EngineDisease[],
  findings: readonly CodedFinding[],
  findingIndex: ReadonlyMap<string, number>,
): CodedLinks {
  const numbers = { logRatio: [], likelihood: [], forecast: [] };
  const shared: SharedByLinks = { numbers, sources: new Map() };
  const links = diseases.flatMap((disease, diseaseIndex) =>
    disease.links.flatMap((link) => {
      const index = findingIndex.get(link.finding) ?? -1;
      const finding = findings[index];
      return finding === undefined ? [] : [compileLink(link, diseaseIndex, index, finding, shared)];
    }),
  );
  return {
    links,
    linkNumbers: {
      logRatio: Float64Array.from(numbers.logRatio),
      likelihood: Float64Array.from(numbers.likelihood),
      forecast: Float64Array.from(numbers.forecast),
    },
  };
}

function modelOf({ outcomes, forecast }: UnlinkedFinding, own: Int32Array, known: CodedLinks): OutcomeModel {
  return outcomeModel({
    outcomes,
    elsewhere: forecast,
    diseases: own.map((link) => known.links[link]?.disease ?? -1),
    given: outcomes.map((_, outcome) =>
      Float64Array.from(own, (link) => numberOfLink(known, link, 'forecast', outcome)),
    ),
  });
}

function columnsOf({ outcomes }: UnlinkedFinding, own: Int32Array, known: CodedLinks): EvidenceColumn[] {
  return outcomes.map((_, outcome) => ({
    logRatio: Float64Array.from(own, (link) => knownOr0(numberOfLink(known, link, 'logRatio', outcome))),
    likelihood: Float64Array.from(own, (link) => numberOfLink(known, link, 'likelihood', outcome)),
  }));
}

/** What is not known counts for nothing. */
function knownOr0(logRatio: number): number {
  return Number.isNaN(logRatio) ? 0 : logRatio;
}

function invert(links: readonly CompiledLink[], findingCount: number): Int32Array[] {
  const lists: number[][] = Array.from({ length: findingCount }, () => []);
  links.forEach((link, index) => lists[link.finding]?.push(index));
  return lists.map((list) => Int32Array.from(list));
}

function linkMaps(links: readonly CompiledLink[], diseaseCount: number): Map<number, number>[] {
  const maps = Array.from({ length: diseaseCount }, () => new Map<number, number>());
  links.forEach((link, index) => maps[link.disease]?.set(link.finding, index));
  return maps;
}
