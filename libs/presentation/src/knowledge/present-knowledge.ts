import {
  type Disease as DiseasePage,
  type DiseaseSummary,
  type FindingSummary,
  type KnowledgeInfo,
  type Language,
  type PresentingProblem as ProblemPage,
  type Pitfall,
  type Statement,
  type TestSummary,
} from '@openrounds/contracts';
import {
  lookupOf,
  type Disease,
  type DiseaseLink,
  type Finding,
  type KnowledgeBundle,
  type LinkHeading,
  type PresentingProblem,
  type Test,
} from '@openrounds/knowledge';
import { notice } from '../messages/catalogue';
import { nothingExcludes } from '../messages/nothing-excludes';
import { namesOf } from '../run/names';
import { guidanceOf } from './present-guidance';

interface Sourced {
  readonly source: string;
  readonly grade?: string;
}

/** Where a number came from, with the citation to look up. Statements without a grade are judgements: D. */
const sourceOf = ({ source, grade = 'D' }: Sourced, bundle: KnowledgeBundle) => {
  const citation = lookupOf(bundle).sources.get(source)?.citation;
  return {
    kind: source === 'estimate' ? ('estimate' as const) : ('published' as const),
    id: source,
    grade,
    ...(citation === undefined ? {} : { citation }),
  };
};

export const presentFinding = (finding: Finding, language: Language, matched?: string): FindingSummary => ({
  id: finding.id,
  name: finding.name[language],
  kind: finding.kind,
  stage: finding.stage,
  domain: finding.domain,
  ...(finding.states === undefined
    ? {}
    : {
        states: finding.states.map((code) => ({
          code,
          name: finding.stateNames?.[code]?.[language] ?? code,
        })),
      }),
  ...(finding.unit === undefined ? {} : { unit: finding.unit }),
  ...(finding.parent === undefined ? {} : { parent: finding.parent }),
  ...(matched === undefined ? {} : { matched }),
});

export const presentDiseaseSummary = (disease: Disease, language: Language): DiseaseSummary => ({
  id: disease.id,
  name: disease.name[language],
  icd10: disease.codes.icd10,
  tier: disease.tier,
  mustNotMiss: disease.mustNotMiss !== undefined,
  status: disease.status,
});

const SETTINGS = ['emergency', 'primary-care'] as const;

const restrictions = ({ restrict }: Disease): string[] => [
  ...(restrict.sex === undefined ? [] : [restrict.sex]),
  ...(restrict.pregnant === undefined ? [] : [restrict.pregnant ? 'pregnant' : 'not-pregnant']),
];

/** Statements with their sources, and what the passages say of them: what a disease does, what its treatment rests on. */
export const presentStatements = (
  disease: Disease,
  place: 'prognosis' | 'treatmentPrinciples',
  bundle: KnowledgeBundle,
  language: Language,
): Statement[] =>
  disease[place].map(({ text, source }, index) => ({
    text: text[language],
    source: sourceOf({ source }, bundle),
    ...guidanceOf({ owner: disease.id, place, index, text }, bundle, language),
  }));

/** What leads astray with a disease, and what the passages say of it. */
export const presentPitfalls = (disease: Disease, bundle: KnowledgeBundle, language: Language): Pitfall[] =>
  disease.teaching.pitfalls.map(({ bias, ...text }, index) => ({
    text: text[language],
    ...(bias === undefined ? {} : { bias }),
    ...guidanceOf({ owner: disease.id, place: 'pitfalls', index, text }, bundle, language),
  }));

const HEADINGS: Readonly<Record<LinkHeading, Record<Language, (neighbour: string) => string>>> = {
  describes: { en: () => 'Describes it or makes it more likely', zh: () => '描述本病或支持本病' },
  against: { en: () => 'Argues against it', zh: () => '不支持本病' },
  'more-typical-of': { en: (name) => `More typical of ${name}`, zh: (name) => `更常见于${name}` },
};

/** Under which heading a link stands; knowledge written before there were headings has none. */
function headingOf(link: Partial<DiseaseLink>, bundle: KnowledgeBundle, language: Language) {
  if (link.heading === undefined) return {};
  const neighbour =
    link.heading === 'more-typical-of' && link.disease !== undefined
      ? { id: link.disease, name: namesOf(bundle, language).disease(link.disease) }
      : undefined;
  return {
    heading: { code: link.heading, text: HEADINGS[link.heading][language](neighbour?.name ?? '') },
    ...(neighbour === undefined ? {} : { moreTypicalOf: neighbour }),
  };
}

/** What a disease's page says of one finding. */
function presentLink(
  link: DiseaseLink,
  bundle: KnowledgeBundle,
  language: Language,
): DiseasePage['findings'][number] {
  const { finding, theta, lrPos, lrNeg, publishedLr, reason } = link;
  return {
    findingId: finding,
    name: namesOf(bundle, language).finding(finding),
    kind: lookupOf(bundle).findings.get(finding)?.kind ?? 'symptom',
    ...(theta === undefined ? {} : { theta }),
    ...(lrPos === undefined ? {} : { lrPos }),
    ...(lrNeg === undefined ? {} : { lrNeg }),
    ...(publishedLr === undefined ? {} : { publishedLr }),
    source: sourceOf(link, bundle),
    ...headingOf(link, bundle, language),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** The illness script of a disease: all its numbers, each with its source. */
export function presentDisease(disease: Disease, bundle: KnowledgeBundle, language: Language): DiseasePage {
  const names = namesOf(bundle, language);
  const { documents, passagesByDisease, scoresByDisease } = lookupOf(bundle);
  return {
    ...presentDiseaseSummary(disease, language),
    synonyms: disease.synonyms[language],
    ...(disease.codes.icd11 === undefined ? {} : { icd11: disease.codes.icd11 }),
    epidemiology: {
      prior: SETTINGS.map((setting) => ({
        setting,
        perThousand: disease.prior[setting].value,
        source: sourceOf(disease.prior[setting], bundle),
      })),
      age: disease.prior.age ?? {},
      sexRatio: disease.prior.sexRatio ?? { female: 1, male: 1 },
      restrictedTo: restrictions(disease),
    },
    mustNotMissRule:
      disease.mustNotMiss === undefined
        ? null
        : {
            threshold: disease.mustNotMiss.threshold,
            harm: disease.mustNotMiss.harm,
            why: disease.mustNotMiss.why[language] ?? disease.mustNotMiss.why.en,
            ...guidanceOf(
              { owner: disease.id, place: 'mustNotMiss', text: disease.mustNotMiss.why },
              bundle,
              language,
            ),
            excludedWhen: disease.mustNotMiss.excludedWhen.map(({ finding }) => ({
              id: finding,
              name: names.finding(finding),
            })),
            ...nothingExcludes(disease.mustNotMiss, language),
          },
    findings: disease.links.map((link) => presentLink(link, bundle, language)),
    tests: disease.tests.map((id) => ({ id, name: names.test(id) })),
    scores: (scoresByDisease.get(disease.id) ?? []).map(({ id, name }) => ({ id, name: name[language] })),
    illnessScript: disease.teaching.script[language],
    mechanism: disease.teaching.mechanism[language],
    pitfalls: presentPitfalls(disease, bundle, language),
    compareWith: disease.teaching.compareWith.map((id) => ({ id, name: names.disease(id) })),
    prognosis: presentStatements(disease, 'prognosis', bundle, language),
    treatmentPrinciples: presentStatements(disease, 'treatmentPrinciples', bundle, language),
    guidelines: (passagesByDisease.get(disease.id) ?? []).map(({ id, document }) => {
      const title = documents.get(document)?.title;
      return {
        passageId: id,
        documentId: document,
        title: title?.[language] ?? title?.en ?? title?.zh ?? document,
      };
    }),
    notice: notice(language),
  };
}

export function presentProblem(
  problem: PresentingProblem,
  bundle: KnowledgeBundle,
  language: Language,
): ProblemPage {
  const names = namesOf(bundle, language);
  const diseases = (ids: readonly string[]) => ids.map((id) => ({ id, name: names.disease(id) }));
  return {
    id: problem.id,
    name: problem.name[language],
    findings: problem.findings.map(({ finding }) => ({ id: finding, name: names.finding(finding) })),
    mustNotMiss: diseases(problem.mustNotMiss),
    common: diseases(problem.common),
    teachingQuestions: problem.teachingQuestions.map((question) => question[language]),
  };
}

export function presentTest(test: Test, bundle: KnowledgeBundle, language: Language): TestSummary {
  const names = namesOf(bundle, language);
  const reported = test.findings ?? [
    ...new Set((test.outcomes ?? []).flatMap(({ states }) => Object.keys(states))),
  ];
  return {
    id: test.id,
    name: test.name[language],
    outcomes: (test.outcomes ?? []).map(({ id, name }) => ({ id, name: name?.[language] ?? id })),
    cost: { tier: test.cost.tier },
    invasiveness: test.invasiveness,
    radiation: test.radiation === 'none' ? null : test.radiation,
    turnaround: test.turnaround,
    findings: reported.map((id) => ({ id, name: names.finding(id) })),
  };
}

/** Version, size, sources and calibration of a knowledge version: what a reader needs to judge it. */
export function presentKnowledge(bundle: KnowledgeBundle, language: Language): KnowledgeInfo {
  const links = bundle.diseases.flatMap(({ links }) => links);
  const estimates = links.filter(({ source }) => source === 'estimate').length;
  return {
    version: bundle.hashes.knowledge,
    calibration: bundle.hashes.calibration,
    guidelines: bundle.hashes.guidelines,
    counts: {
      diseases: bundle.diseases.length,
      mustNotMiss: bundle.diseases.filter(({ mustNotMiss }) => mustNotMiss !== undefined).length,
      reviewed: bundle.diseases.filter(({ status }) => status === 'reviewed').length,
      findings: bundle.findings.length,
      links: links.length,
      linksEstimated: estimates,
      linksPublished: links.length - estimates,
      tests: bundle.tests.length,
      redFlags: bundle.redFlags.length,
      scores: bundle.scores.length,
      presentingProblems: bundle.problems.length,
      guidelinePassages: bundle.guidelines.passages.length,
    },
    sources: bundle.sources.map((source) => ({ ...source })),
    licences: { code: 'Apache-2.0', knowledge: 'CC-BY-4.0' },
    sourceAttributes: sourceAttributes(language),
    calibrationFigures: { ...bundle.calibration },
    notice: notice(language),
  };
}

/** What the product is for and what it rests on, in the terms of transparency sheets for decision support. */
const sourceAttributes = (language: Language): Record<string, string> =>
  language === 'en'
    ? {
        purpose: 'Teaching of diagnostic reasoning; not for the care of patients.',
        method: 'Bayesian ranking with explicit likelihoods; each number carries its source.',
        review: 'No clinician has reviewed entries with status draft.',
        caseMix: 'Priors assume presentations to an emergency department or a general practitioner.',
      }
    : {
        purpose: '用于诊断思维教学，不用于患者诊疗。',
        method: '基于显式似然的贝叶斯排序，每个数值均注明来源。',
        review: '状态为草稿的条目未经临床医师审核。',
        caseMix: '先验概率基于急诊科或全科门诊的就诊人群。',
      };
