import {
  type CodedAnswer,
  type CodedPassage,
  type Language,
  type Run,
  type RunSummary,
  type WhatIfAnswer,
  type WhatIfResult,
} from '@openrounds/contracts';
import { lookupOf, type KnowledgeBundle } from '@openrounds/knowledge';
import { presentPitfalls, presentStatements } from '../knowledge/present-knowledge';
import { notice } from '../messages/catalogue';
import { namesOf } from './names';
import { type ToldRanking } from './narration-evidence';
import { presentReading } from './reading';
import { type RunLine, type RunRecord } from './run-record';
import { runScores } from './run-scores';
import * as section from './sections';
import { presentUnderstood } from './understood';

/** A run in the reader's language: codes get their names, reasons their sentences. Nothing is computed here. */
export function presentRun(record: RunRecord, bundle: KnowledgeBundle, language: Language): Run {
  const names = namesOf(bundle, language);
  const { answer } = record;
  return {
    id: record.id,
    status: record.status,
    createdAt: record.createdAt.toISOString(),
    completedAt: record.completedAt?.toISOString() ?? null,
    caseId: record.caseId,
    caseVersion: record.caseVersion,
    understood: record.understood === null ? null : presentUnderstood(record.understood, names),
    sufficiency: answer === null ? null : section.sufficiency(answer.sufficiency, names),
    differential: (answer?.differential ?? []).map((entry) =>
      section.differentialEntry(entry, bundle, names),
    ),
    remainder: answer?.remainder ?? null,
    other: answer?.other ?? null,
    caseMix: record.options.caseMix,
    excluded: (answer?.excluded ?? []).map((entry) => section.excluded(entry, names)),
    mustNotMiss: (answer?.mustNotMiss ?? []).map((entry) => section.mustNotMiss(entry, bundle, names)),
    mustNotMissMore: answer?.mustNotMissMore ?? 0,
    unexplainedFindings: (answer?.unexplainedFindings ?? []).map((entry) =>
      section.unexplained(entry, names),
    ),
    jointHypotheses: answer?.jointHypotheses ?? [],
    nextQuestions: (answer?.nextQuestions ?? []).map((entry) => section.nextQuestion(entry, names)),
    nextTests: (answer?.nextTests ?? []).map((entry) => section.nextTest(entry, bundle, names)),
    guidelines: (record.guidelines ?? []).flatMap((entry) => section.passage(entry, bundle, names) ?? []),
    scores: runScores(answer?.scores ?? [], bundle, language),
    outlook: outlookOf(answer, bundle, language),
    llm: section.llm(record.llm, names),
    reading: record.reading === null ? null : presentReading(record.reading, names),
    revisionOf: record.revision?.of ?? null,
    revisedBy: record.revisedBy,
    degraded: [...record.degraded],
    notice: notice(language),
    versions: record.versions,
    logEntry: record.logEntry,
    ...(record.problem === null ? {} : { problem: record.problem }),
  };
}

/** What the engine says, and passages about it, where there is no run. */
export function presentRanking(
  { answer, guidelines }: { readonly answer: CodedAnswer; readonly guidelines: readonly CodedPassage[] },
  bundle: KnowledgeBundle,
  language: Language,
): ToldRanking {
  const names = namesOf(bundle, language);
  return {
    differential: answer.differential.map((entry) => section.differentialEntry(entry, bundle, names)),
    mustNotMiss: answer.mustNotMiss.map((entry) => section.mustNotMiss(entry, bundle, names)),
    nextTests: answer.nextTests.map((entry) => section.nextTest(entry, bundle, names)),
    guidelines: guidelines.flatMap((entry) => section.passage(entry, bundle, names) ?? []),
  };
}

const OUTLOOK_FOR = 3;

/** Course, principles of treatment and pitfalls of the leading diseases. */
const outlookOf = (
  answer: RunRecord['answer'],
  bundle: KnowledgeBundle,
  language: Language,
): Run['outlook'] =>
  (answer?.differential ?? []).slice(0, OUTLOOK_FOR).flatMap(({ diseaseId }) => {
    const disease = lookupOf(bundle).diseases.get(diseaseId);
    if (disease === undefined) return [];
    return {
      diseaseId,
      name: disease.name[language],
      prognosis: presentStatements(disease, 'prognosis', bundle, language),
      treatmentPrinciples: presentStatements(disease, 'treatmentPrinciples', bundle, language),
      pitfalls: presentPitfalls(disease, bundle, language),
    };
  });

/** A run as one line of a list. */
export function presentRunSummary(
  { leading, createdAt, completedAt, degraded, ...line }: RunLine,
  bundle: KnowledgeBundle,
  language: Language,
): RunSummary {
  const name = leading === null ? '' : namesOf(bundle, language).disease(leading.diseaseId);
  return {
    ...line,
    createdAt: createdAt.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
    degraded: [...degraded],
    leading: leading === null ? null : { ...leading, name },
  };
}

/** What a changed case would do to the list, in the reader's language. */
export function presentWhatIf(
  run: RunRecord,
  result: WhatIfResult,
  bundle: KnowledgeBundle,
  language: Language,
): WhatIfAnswer {
  const names = namesOf(bundle, language);
  const { diseases } = lookupOf(bundle);
  return {
    runId: run.id,
    differential: result.differential.map((entry) => ({
      rank: entry.rankAfter,
      rankBefore: entry.rankBefore,
      diseaseId: entry.diseaseId,
      name: names.disease(entry.diseaseId),
      icd10: diseases.get(entry.diseaseId)?.codes.icd10 ?? [],
      mustNotMiss: diseases.get(entry.diseaseId)?.mustNotMiss !== undefined,
      probability: entry.probabilityAfter,
      probabilityBefore: entry.probabilityBefore,
      probabilityAfter: entry.probabilityAfter,
      changedEvidence: entry.changed.map((change) => ({ ...change, name: names.finding(change.findingId) })),
    })),
    remainder: result.remainder,
    other: { ...result.other, probability: result.other.probabilityAfter },
    notice: notice(language),
    versions: run.versions,
  };
}
