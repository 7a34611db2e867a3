import {
  type CodedComparedEvidence,
  type CodedComparison,
  type CodedCounterfactual,
  type CodedStages,
  type Comparison,
  type Counterfactual,
  type Language,
  type Stages,
} from '@openrounds/contracts';
import { lookupOf, type KnowledgeBundle } from '@openrounds/knowledge';
import { notice, OUTCOMES, OWN_STAGE, STAGES, UNKNOWN } from '../messages/catalogue';
import { namesOf, type Names } from './names';
import { type RunRecord } from './run-record';
import { evidenceOf, sufficiency } from './sections';

const about = (run: RunRecord, language: Language) => ({
  runId: run.id,
  notice: notice(language),
  versions: run.versions,
});

/** A finding's value in words: present, absent, unknown, or one of its states. */
const stateName = (findingId: string, code: string, names: Names): string =>
  code === 'unknown'
    ? UNKNOWN[names.language]()
    : (OUTCOMES[code]?.[names.language]() ?? names.state(findingId, code));

const compared = (evidence: CodedComparedEvidence, names: Names): Comparison['shared'][number] => ({
  ...evidence,
  names: evidence.from.map((id) => names.finding(id)),
  rowsA: evidence.rowsA.map((row) => evidenceOf(row, names)),
  rowsB: evidence.rowsB.map((row) => evidenceOf(row, names)),
});

/** Two diseases head to head in the reader's language. */
export function presentComparison(
  run: RunRecord,
  coded: CodedComparison,
  bundle: KnowledgeBundle,
  language: Language,
): Comparison {
  const names = namesOf(bundle, language);
  const { diseaseIds, probabilities, ...rest } = coded;
  const side = (index: number) => {
    const diseaseId = diseaseIds[index] ?? '';
    return { diseaseId, name: names.disease(diseaseId), probability: probabilities[index] ?? 0 };
  };
  return {
    ...about(run, language),
    ...rest,
    a: side(0),
    b: side(1),
    shared: rest.shared.map((each) => compared(each, names)),
    forA: rest.forA.map((each) => compared(each, names)),
    forB: rest.forB.map((each) => compared(each, names)),
    separating: rest.separating.map((each) => ({
      ...each,
      name: names.finding(each.findingId),
      outcomes: each.outcomes.map((outcome) => ({
        ...outcome,
        name: stateName(each.findingId, outcome.outcome, names),
      })),
    })),
  };
}

/** The smallest change that puts another disease first, in the reader's language. */
export function presentCounterfactual(
  run: RunRecord,
  { caseMix, first, counterfactual }: CodedCounterfactual,
  bundle: KnowledgeBundle,
  language: Language,
): Counterfactual {
  const names = namesOf(bundle, language);
  const named = (disease: { diseaseId: string; probability: number }) => ({
    ...disease,
    name: names.disease(disease.diseaseId),
  });
  return {
    ...about(run, language),
    caseMix,
    first: first === null ? null : named(first),
    counterfactual:
      counterfactual === null
        ? null
        : {
            lead: counterfactual.lead,
            first: named(counterfactual.first),
            formerFirst: named(counterfactual.formerFirst),
            changes: counterfactual.changes.map(({ findingId, observed, imagined }) => ({
              findingId,
              name: names.finding(findingId),
              observed: { code: observed, name: stateName(findingId, observed, names) },
              imagined: { code: imagined, name: stateName(findingId, imagined, names) },
            })),
          },
  };
}

/** The steps of a work-up have titles of ours; a stage of the case has the teacher's as long as the text is kept. */
function stageWords(code: string, ownStage: number | undefined, run: RunRecord, language: Language) {
  if (ownStage === undefined) return { name: code, title: STAGES[code]?.[language]() ?? code };
  const given = run.understood?.stages?.[ownStage]?.name.trim() ?? '';
  return given === ''
    ? { name: code, title: OWN_STAGE[language]({ number: ownStage + 1 }) }
    : { name: given, title: given };
}

/** A case revealed step by step, in the reader's language. */
export function presentStages(
  run: RunRecord,
  { stages }: CodedStages,
  bundle: KnowledgeBundle,
  language: Language,
): Stages {
  const names = namesOf(bundle, language);
  const { diseases } = lookupOf(bundle);
  return {
    ...about(run, language),
    caseMix: run.options.caseMix,
    stages: stages.map(({ ownStage, ...stage }) => ({
      ...stage,
      ...stageWords(stage.name, ownStage, run, language),
      revealed: stage.revealed.map((findingId) => ({ findingId, name: names.finding(findingId) })),
      sufficiency: sufficiency(stage.sufficiency, names),
      differential: stage.differential.map((entry) => ({
        ...entry,
        name: names.disease(entry.diseaseId),
        icd10: diseases.get(entry.diseaseId)?.codes.icd10 ?? [],
        evidence: entry.evidence.map((row) => evidenceOf(row, names)),
      })),
    })),
  };
}
