import { type CaseInput, type Finding } from '@openrounds/contracts';
import { type CompiledVocabulary } from './vocabulary/compile';
import {
  type EnginePatient,
  type EngineReadyCase,
  type StageFindings,
  type Understanding,
  type UnderstandingWarning,
} from './model/understanding';
import { explainLabs, withoutSerial } from './laboratory-report/explain-labs';
import { warn } from './model/warnings';
import { enginePatient, understandText } from './understand';
import {
  correctFacts,
  correctLabs,
  correctWarnings,
  type StandingCorrection,
} from './case/apply-corrections';
import { clinicalIssuesOf } from './case/clinical-issues';
import { codedFinding, observe } from './case/coded-fact';
import { readCodedLabs } from './case/coded-labs';
import { dropIsAContradictions, type Fact, mergeFacts, RANK_CODED, RANK_TEXT } from './case/merge-facts';
import { BEFORE_STAGES, codedFindings } from './case/coded-items';

interface Gathered {
  readonly facts: Fact[];
  readonly warnings: UnderstandingWarning[];
}

function gatherFindings(
  input: CaseInput,
  vocabulary: CompiledVocabulary,
  patient: EnginePatient,
  into: Gathered,
): void {
  for (const { item, stage } of codedFindings(input)) {
    const finding = codedFinding(item, vocabulary);
    if ('warning' in finding) {
      into.warnings.push(finding.warning);
      continue;
    }
    const known = vocabulary.findings.get(finding.findingId);
    const observed = known === undefined ? undefined : observe(finding, known, patient);
    if (observed === undefined) into.warnings.push(warn('interval-missing', undefined, finding.findingId));
    else into.facts.push({ finding, observed, rank: RANK_CODED, stage });
  }
}

/** A stage's own text has no place in the case's narrative: its findings keep the quote, not the offsets. */
function withoutOffsets(finding: Finding): Finding {
  const { source } = finding;
  if (source === undefined) return finding;
  return {
    ...finding,
    source: { kind: source.kind, ...(source.quote === undefined ? {} : { quote: source.quote }) },
  };
}

interface TextOfCase extends Omit<Understanding, 'findings'> {
  readonly findings: readonly { readonly finding: Finding; readonly stage: number }[];
}

function understandAll(input: CaseInput, vocabulary: CompiledVocabulary): TextOfCase {
  const main = understandText(input.narrative ?? '', input.patient, vocabulary);
  const patient = main.patient;
  const stages = (input.stages ?? []).flatMap(({ narrative }, stage) =>
    narrative === undefined ? [] : [{ stage, text: understandText(narrative, patient, vocabulary) }],
  );
  return {
    findings: [
      ...main.findings.map((finding) => ({ finding, stage: BEFORE_STAGES })),
      ...stages.flatMap(({ stage, text }) =>
        text.findings.map((finding) => ({ finding: withoutOffsets(finding), stage })),
      ),
    ],
    labs: [...main.labs, ...stages.flatMap(({ text }) => text.labs)],
    patient: stages.reduce(
      (known, { text }) => ({ ...text.patient, age: known.age ?? text.patient.age }),
      patient,
    ),
    unmatched: main.unmatched,
    setAside: main.setAside,
    // Which of several laboratory values counts is settled for the case as a whole.
    warnings: [main, ...stages.map(({ text }) => text)].flatMap(({ warnings }) =>
      warnings.filter(({ code }) => code !== 'latest-value-kept'),
    ),
  };
}

/** A finding whose value changed belongs to the stage that gave the last one. */
const stagesOfCase = ({ stages = [] }: CaseInput, facts: readonly Fact[]): StageFindings[] =>
  stages.map(({ name }, place) => ({
    name,
    findingIds: facts.filter(({ stage }) => stage === place).map(({ observed }) => observed.findingId),
  }));

/**
 * The one way from a case to the ranking engine's input: codes mapped, text understood, quantities turned into states
 * for this patient's age, sex and pregnancy, past and family statements into risk factors, contradictions settled
 * (coded beats text; the more specific beats the less). A finding that the text calls possible is present with
 * certainty 0.7.
 *
 * What a teacher has corrected stands above everything that was given or read, and a later correction above an
 * earlier one.
 *
 * Text never fails. `issues` lists what is clinically wrong with the coded part; a caller that must not go on with it
 * rejects the case.
 */
export function toEngineCase(
  input: CaseInput,
  vocabulary: CompiledVocabulary,
  corrections: readonly StandingCorrection[] = [],
): EngineReadyCase {
  const text = understandAll(input, vocabulary);
  const patient = enginePatient(text.patient);
  const gathered: Gathered = { facts: [], warnings: [...text.warnings] };
  gatherFindings(input, vocabulary, patient, gathered);
  const coded = readCodedLabs(input, vocabulary, patient);
  gathered.facts.push(...coded.facts);
  gathered.warnings.push(...coded.warnings);
  for (const { finding, stage } of text.findings) {
    const known = vocabulary.findings.get(finding.findingId);
    const observed = known === undefined ? undefined : observe(finding, known, patient);
    if (observed !== undefined) gathered.facts.push({ finding, observed, rank: RANK_TEXT, stage });
  }
  const corrected = correctFacts(gathered, corrections, { input, vocabulary, patient });
  const warnings = correctWarnings(gathered.warnings, corrections);
  const facts = dropIsAContradictions(mergeFacts(corrected, warnings), vocabulary, warnings);
  const labs = correctLabs([...coded.labs, ...text.labs], corrections);
  const explained = explainLabs(labs, patient, vocabulary, input.setting);
  return {
    observed: facts.map(({ observed }) => observed),
    patient,
    stages: stagesOfCase(input, facts),
    understood: {
      findings: facts.map(({ finding }) => finding),
      labs: explained.labs,
      ...(explained.laboratory === undefined ? {} : { laboratory: explained.laboratory }),
      patient: text.patient,
      unmatched: text.unmatched,
      setAside: text.setAside,
      warnings: withoutSerial([...warnings, ...explained.warnings]),
    },
    issues: clinicalIssuesOf(input, vocabulary),
  };
}
