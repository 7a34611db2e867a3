import {
  type CodedAnswer,
  type CodedDisease,
  type CodedEvidence,
  type CodedLlm,
  type CodedMustNotMiss,
  type CodedOutcome,
  type CodedPassage,
  type DifferentialEntry,
  type Evidence,
  type GuidelinePassage,
  type Language,
  type OwnPassage,
  type PassageReference,
  type Run,
} from '@openrounds/contracts';
import { lookupOf, type KnowledgeBundle } from '@openrounds/knowledge';
import {
  documentLicenceText,
  EXCLUDED,
  MUST_NOT_MISS,
  OUTCOMES,
  OWN_PASSAGE,
  PASSAGE_BASIS,
  RATIONALE,
  SUFFICIENCY,
  UNEXPLAINED,
} from '../messages/catalogue';
import { OPINION_LABEL } from '../messages/narration';
import { nothingExcludes } from '../messages/nothing-excludes';
import { guidanceOf } from '../knowledge/present-guidance';
import { type Names } from './names';

const textOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

export const sufficiency = (
  { level, reasons }: CodedAnswer['sufficiency'],
  names: Names,
): NonNullable<Run['sufficiency']> => ({
  level,
  reasons: reasons.map((reason) => ({
    code: reason.code,
    text: SUFFICIENCY[reason.code]?.[names.language](reason.params as Record<string, number>) ?? reason.code,
  })),
});

export const evidenceOf = (row: CodedEvidence, names: Names): Evidence => ({
  ...row,
  name: names.finding(row.findingId),
  ...(row.state === undefined
    ? {}
    : { value: { code: row.state, name: names.state(row.findingId, row.state) } }),
});

export function differentialEntry(
  entry: CodedDisease,
  bundle: KnowledgeBundle,
  names: Names,
): DifferentialEntry {
  const disease = lookupOf(bundle).diseases.get(entry.diseaseId);
  return {
    ...entry,
    name: names.disease(entry.diseaseId),
    icd10: disease?.codes.icd10 ?? [],
    ...(disease?.codes.icd11 === undefined ? {} : { icd11: disease.codes.icd11 }),
    status: disease?.status ?? 'draft',
    evidence: entry.evidence.map((row) => evidenceOf(row, names)),
  };
}

export function mustNotMiss(
  entry: CodedMustNotMiss,
  bundle: KnowledgeBundle,
  names: Names,
): Run['mustNotMiss'][number] {
  const rule = lookupOf(bundle).diseases.get(entry.diseaseId)?.mustNotMiss;
  const words = {
    threshold: entry.threshold,
    why: rule?.why[names.language] ?? '',
    redFlags: textOf(entry.reason.params['redFlagIds']).map((id) => names.redFlag(id)),
  };
  return {
    ...entry,
    name: names.disease(entry.diseaseId),
    reasonCode: entry.reason.code,
    reason: MUST_NOT_MISS[entry.reason.code]?.[names.language](words) ?? entry.reason.code,
    ...(words.why === '' || rule === undefined
      ? {}
      : {
          why: words.why,
          ...guidanceOf(
            { owner: entry.diseaseId, place: 'mustNotMiss', text: rule.why },
            bundle,
            names.language,
          ),
        }),
    ...nothingExcludes(rule, names.language),
  };
}

const outcome = (
  coded: CodedOutcome,
  name: string,
  names: Names,
): Run['nextTests'][number]['outcomes'][number] => ({
  ...coded,
  name,
  topAfter: coded.topAfter.map((top) => ({ ...top, name: names.disease(top.diseaseId) })),
});

const outcomeOfFinding = (findingId: string, code: string, names: Names): string =>
  OUTCOMES[code]?.[names.language]() ?? names.state(findingId, code);

export const nextQuestion = (
  question: CodedAnswer['nextQuestions'][number],
  names: Names,
): Run['nextQuestions'][number] => ({
  ...question,
  name: names.finding(question.findingId),
  outcomes: question.outcomes.map((each) =>
    outcome(each, outcomeOfFinding(question.findingId, each.outcome, names), names),
  ),
});

export function nextTest(
  coded: CodedAnswer['nextTests'][number],
  bundle: KnowledgeBundle,
  names: Names,
): Run['nextTests'][number] {
  const test = lookupOf(bundle).tests.get(coded.testId);
  const patterns = new Map(
    (test?.outcomes ?? []).map((each) => [each.id, each.name?.[names.language] ?? each.id]),
  );
  const single = test?.findings?.[0] ?? '';
  return {
    ...coded,
    name: names.test(coded.testId),
    rationale: coded.rationale
      .map((reason) =>
        RATIONALE[reason.code]?.[names.language]({
          diseases: textOf(reason.params['diseaseIds']).map((id) => names.disease(id)),
        }),
      )
      .join(names.language === 'en' ? ' ' : ''),
    outcomes: coded.outcomes.map((each) =>
      outcome(each, patterns.get(each.outcome) ?? outcomeOfFinding(single, each.outcome, names), names),
    ),
  };
}

export const excluded = (
  { diseaseId, reason }: CodedAnswer['excluded'][number],
  names: Names,
): Run['excluded'][number] => ({
  diseaseId,
  name: names.disease(diseaseId),
  reason: EXCLUDED[reason.code]?.[names.language]() ?? reason.code,
});

export const unexplained = (
  { findingId }: CodedAnswer['unexplainedFindings'][number],
  names: Names,
): Run['unexplainedFindings'][number] => ({
  findingId,
  name: names.finding(findingId),
  reason: UNEXPLAINED[names.language](),
});

/** Enough of a passage to link to it. Undefined if the version lacks it. */
export function passageReference(
  id: string,
  bundle: KnowledgeBundle,
  language: Language,
): PassageReference | undefined {
  const { passages, documents } = lookupOf(bundle);
  const found = passages.get(id);
  const document = found === undefined ? undefined : documents.get(found.document);
  if (found === undefined || document === undefined) return undefined;
  const inLanguage = (text: { en?: string | undefined; zh?: string | undefined }): string =>
    text[language] ?? text.en ?? text.zh ?? '';
  return {
    passageId: id,
    title: inLanguage(document.title),
    publisher: document.publisher,
    year: document.year,
    section: inLanguage(found.section),
    ...(found.about === undefined ? {} : { about: found.about }),
  };
}

/** A passage with its text, in the reader's language where it has one. Undefined if the version lacks it. */
export function passage(
  coded: CodedPassage,
  bundle: KnowledgeBundle,
  names: Names,
): GuidelinePassage | undefined {
  if (coded.own !== undefined) return ownPassage({ ...coded, own: coded.own }, names.language);
  const { passageId, score, forDiseases } = coded;
  const { passages, documents } = lookupOf(bundle);
  const found = passages.get(passageId);
  const document = found === undefined ? undefined : documents.get(found.document);
  if (found === undefined || document === undefined) return undefined;
  const language =
    found.text[names.language] === undefined ? (names.language === 'en' ? 'zh' : 'en') : names.language;
  const inLanguage = (text: { en?: string | undefined; zh?: string | undefined }): string =>
    text[language] ?? text.en ?? text.zh ?? '';
  const said = (text: string | { en: string; zh: string }): string =>
    typeof text === 'string' ? text : text[names.language];
  const original = document.title[document.language];
  const basis = found.seen === undefined ? 'from-memory' : 'seen';
  return {
    passageId,
    documentId: document.id,
    title: inLanguage(document.title),
    ...(original === undefined || document.language === language ? {} : { originalTitle: original }),
    publisher: document.publisher,
    year: document.year,
    section: inLanguage(found.section),
    quote: inLanguage(found.text),
    kind: found.kind,
    url: found.url ?? null,
    language,
    ...(found.strength === undefined ? {} : { strength: said(found.strength) }),
    ...(found.certainty === undefined ? {} : { certainty: said(found.certainty) }),
    licence: found.licence,
    documentLicence: document.documentLicence,
    documentLicenceText: documentLicenceText(document.documentLicence, names.language),
    ...(document.supersededBy === undefined ? {} : { supersededBy: document.supersededBy[names.language] }),
    region: found.region,
    ...(document.edition === undefined ? {} : { edition: said(document.edition) }),
    ...(found.about === undefined ? {} : { about: found.about }),
    ...(found.population === undefined ? {} : { population: inLanguage(found.population) }),
    basis,
    basisText: PASSAGE_BASIS[found.kind][basis][names.language],
    conflictsWith: found.conflictsWith.flatMap((id) => passageReference(id, bundle, language) ?? []),
    score,
    forDiseases,
  };
}

/** A passage of a document of the institution's own: it brings along all that is shown of it. */
export function ownPassage(
  { passageId, score, forDiseases, own }: CodedPassage & { readonly own: OwnPassage },
  language: Language,
): GuidelinePassage {
  const { documentId, title, publisher, year, section, text, licence, source, region } = own;
  return {
    passageId,
    documentId,
    title,
    publisher,
    year,
    section,
    quote: text,
    kind: 'quoted',
    url: isAddress(source) ? source : null,
    language: own.language,
    licence,
    documentLicence: licence,
    documentLicenceText: licence,
    ...(own.supersededBy === null ? {} : { supersededBy: own.supersededBy }),
    region,
    basis: 'seen',
    basisText: OWN_PASSAGE[language],
    conflictsWith: [],
    own: true,
    source,
    ...(own.page === null ? {} : { page: own.page }),
    sha256: own.sha256,
    score,
    forDiseases,
  };
}

/** An address that a page may link to. */
const isAddress = (source: string): boolean =>
  URL.canParse(source) && /^https?:$/.test(new URL(source).protocol);

export const llm = (coded: CodedLlm | null, names: Names): Run['llm'] => {
  if (coded === null) return { used: false };
  const { model: _model, exchanges: _exchanges, differential, pooled, ...rest } = coded;
  const named = (list: NonNullable<CodedLlm['differential']>) =>
    list.map((each) => ({ ...each, name: names.disease(each.diseaseId) }));
  return {
    ...rest,
    ...(rest.used && { label: OPINION_LABEL[names.language] }),
    ...(differential === undefined ? {} : { differential: named(differential) }),
    ...(pooled === undefined ? {} : { pooled: named(pooled) }),
  };
};
