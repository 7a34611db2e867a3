import { type CaseInput, type Finding, type Lab } from '@openrounds/contracts';
import { type CompiledVocabulary } from '../lexicon/compile';
import {
  type EnginePatient,
  type EngineReadyCase,
  type ObservedFinding,
  type StageFindings,
  type Understanding,
  type UnderstandingWarning,
} from '../model/understanding';
import { type VocabularyFinding } from '../model/vocabulary';
import { stateOfValue } from '../quantities/intervals';
import { warn } from '../merge/warnings';
import { enginePatient, understandText } from '../understand';
import { checkCase } from './check-case';
import { readLab } from './lab-state';
import { dropIsAContradictions, type Fact, mergeFacts, RANK_CODED, RANK_TEXT } from './merge-facts';
import {
  BEFORE_STAGES,
  codedFindings,
  codedLabs,
  type FindingInput,
  findingOf,
  findingOfLab,
  type LabInput,
} from './resolve';

function observe(
  finding: Finding,
  known: VocabularyFinding,
  patient: EnginePatient,
): ObservedFinding | undefined {
  const certainty = finding.certainty ?? 1;
  if (known.domain === 'binary') {
    return finding.presence === undefined
      ? undefined
      : { findingId: known.id, presence: finding.presence, certainty };
  }
  if (finding.value === undefined) return undefined;
  if ('code' in finding.value) return { findingId: known.id, state: finding.value.code, certainty };
  const read = stateOfValue(known, patient, finding.value.number, finding.value.unit);
  return 'state' in read
    ? { findingId: known.id, state: read.state, certainty: Math.min(certainty, read.certainty) }
    : undefined;
}

/** A coded finding under the id it comes to: past and family occurrences become their risk factors. */
function codedFinding(
  item: FindingInput,
  vocabulary: CompiledVocabulary,
): Finding | { warning: UnderstandingWarning } {
  const known = findingOf(item, vocabulary);
  if (known === undefined) return { warning: warn('lab-unmapped') };
  const { presence, value, certainty, assertion = 'current', note } = item;
  const base = { ...(presence === undefined ? {} : { presence }), ...(value === undefined ? {} : { value }), ...(certainty === undefined ? {} : { certainty }), ...(note === undefined ? {} : { note }) }; // prettier-ignore
  const coded = (findingId: string): Finding => ({
    findingId,
    ...base,
    assertion: 'current',
    source: { kind: 'coded' },
  });
  if (assertion === 'current') return coded(known.id);
  if (assertion === 'family' || assertion === 'historical') {
    const mapped = assertion === 'family' ? known.whenFamily : known.whenHistorical;
    if (mapped !== undefined) {
      const said = {
        findingId: mapped,
        presence: presence ?? 'present',
        assertion: 'current' as const,
        source: { kind: 'coded' as const },
      };
      return certainty === undefined ? said : { ...said, certainty };
    }
    const backgroundKind =
      assertion === 'historical' && ['history', 'risk-factor', 'exposure'].includes(known.kind);
    if (backgroundKind) return coded(known.id);
    return {
      warning: warn(
        assertion === 'family' ? 'family-history-unmapped' : 'past-history-unmapped',
        undefined,
        known.id,
      ),
    };
  }
  const code =
    assertion === 'conditional'
      ? 'conditional-ignored'
      : assertion === 'planned'
        ? 'planned-ignored'
        : 'other-person-ignored';
  return { warning: warn(code, undefined, known.id) };
}

interface Gathered {
  readonly facts: Fact[];
  readonly warnings: UnderstandingWarning[];
  readonly labs: Lab[];
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

function labLine(lab: LabInput, findingId: string | undefined, state: string | undefined): Lab {
  return {
    ...lab,
    ...(findingId === undefined ? {} : { findingId }),
    ...(state === undefined ? {} : { state }),
    source: { kind: 'coded' },
  };
}

function gatherLabs(
  input: CaseInput,
  vocabulary: CompiledVocabulary,
  patient: EnginePatient,
  into: Gathered,
): void {
  for (const { item, stage } of codedLabs(input)) {
    const known = findingOfLab(item, vocabulary);
    const read = known === undefined ? undefined : readLab(item, known, patient);
    if (known === undefined || read === undefined || 'problem' in read) {
      const problem = read !== undefined && 'problem' in read ? read.problem : 'lab-unmapped';
      const code =
        problem === 'unknown-state' || problem === 'value-not-allowed' ? 'interval-missing' : problem;
      into.warnings.push(warn(code, undefined, known?.id));
      into.labs.push(labLine(item, known?.id, undefined));
      continue;
    }
    const said = 'state' in read ? { value: { code: read.state } } : { presence: read.presence };
    const finding: Finding = {
      findingId: known.id,
      ...said,
      certainty: read.certainty,
      assertion: 'current',
      source: { kind: 'coded' },
    };
    const observed = observe(finding, known, patient);
    if (observed !== undefined) into.facts.push({ finding, observed, rank: RANK_CODED, stage });
    into.labs.push(labLine(item, known.id, 'state' in read ? read.state : undefined));
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
    warnings: [...main.warnings, ...stages.flatMap(({ text }) => text.warnings)],
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
 * Text never fails. `issues` lists what is clinically wrong with the coded part; a caller that must not go on with it
 * rejects the case.
 */
export function toEngineCase(input: CaseInput, vocabulary: CompiledVocabulary): EngineReadyCase {
  const text = understandAll(input, vocabulary);
  const patient = enginePatient(text.patient);
  const gathered: Gathered = { facts: [], warnings: [...text.warnings], labs: [] };
  gatherFindings(input, vocabulary, patient, gathered);
  gatherLabs(input, vocabulary, patient, gathered);
  for (const { finding, stage } of text.findings) {
    const known = vocabulary.findings.get(finding.findingId);
    const observed = known === undefined ? undefined : observe(finding, known, patient);
    if (observed !== undefined) gathered.facts.push({ finding, observed, rank: RANK_TEXT, stage });
  }
  const facts = dropIsAContradictions(
    mergeFacts(gathered.facts, gathered.warnings),
    vocabulary,
    gathered.warnings,
  );
  return {
    observed: facts.map(({ observed }) => observed),
    patient,
    stages: stagesOfCase(input, facts),
    understood: {
      findings: facts.map(({ finding }) => finding),
      labs: [...gathered.labs, ...text.labs],
      patient: text.patient,
      unmatched: text.unmatched,
      warnings: gathered.warnings,
    },
    issues: checkCase(input, vocabulary),
  };
}
