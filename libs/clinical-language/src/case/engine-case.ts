import { type CaseInput, type Finding, type Lab } from '@openrounds/contracts';
import { type CompiledVocabulary } from '../lexicon/compile';
import { deniersOf } from '../merge/contradictions';
import {
  type EnginePatient,
  type EngineReadyCase,
  type ObservedFinding,
  type Understanding,
  type UnderstandingWarning,
} from '../model/understanding';
import { type VocabularyFinding } from '../model/vocabulary';
import { stateOfValue } from '../quantities/intervals';
import { warn } from '../merge/warnings';
import { enginePatient, understandText } from '../understand';
import { checkCase } from './check-case';
import { readLab } from './lab-state';
import {
  codedFindings,
  codedLabs,
  type FindingInput,
  findingOf,
  findingOfLab,
  type LabInput,
} from './resolve';

/** A fact with what the engine takes of it; `rank` orders facts that disagree: coded before text, later before earlier. */
interface Fact {
  readonly finding: Finding;
  readonly observed: ObservedFinding;
  readonly rank: number;
}

const RANK_CODED = 1;
const RANK_TEXT = 0;

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
  for (const { item } of codedFindings(input)) {
    const finding = codedFinding(item, vocabulary);
    if ('warning' in finding) {
      into.warnings.push(finding.warning);
      continue;
    }
    const known = vocabulary.findings.get(finding.findingId);
    const observed = known === undefined ? undefined : observe(finding, known, patient);
    if (observed === undefined) into.warnings.push(warn('interval-missing', undefined, finding.findingId));
    else into.facts.push({ finding, observed, rank: RANK_CODED });
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
  for (const { item } of codedLabs(input)) {
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
    if (observed !== undefined) into.facts.push({ finding, observed, rank: RANK_CODED });
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

function understandAll(input: CaseInput, vocabulary: CompiledVocabulary): Understanding {
  const main = understandText(input.narrative ?? '', input.patient, vocabulary);
  const patient = main.patient;
  const stages = (input.stages ?? []).flatMap((stage) =>
    stage.narrative === undefined ? [] : [understandText(stage.narrative, patient, vocabulary)],
  );
  return {
    findings: [...main.findings, ...stages.flatMap((stage) => stage.findings.map(withoutOffsets))],
    labs: [...main.labs, ...stages.flatMap((stage) => stage.labs)],
    patient: stages.reduce(
      (known, stage) => ({ ...stage.patient, age: known.age ?? stage.patient.age }),
      patient,
    ),
    unmatched: main.unmatched,
    warnings: [...main.warnings, ...stages.flatMap((stage) => stage.warnings)],
  };
}

const saysTheSame = (a: ObservedFinding, b: ObservedFinding): boolean =>
  a.presence === b.presence && a.state === b.state;

/** One fact per finding: coded beats text, a later stage an earlier one, and of facts that agree the surest counts. */
function mergeFacts(facts: readonly Fact[], warnings: UnderstandingWarning[]): Fact[] {
  const kept = new Map<string, Fact>();
  for (const fact of facts) {
    const before = kept.get(fact.observed.findingId);
    if (before === undefined) kept.set(fact.observed.findingId, fact);
    else if (saysTheSame(before.observed, fact.observed)) {
      if (fact.rank === before.rank && fact.observed.certainty > before.observed.certainty)
        kept.set(fact.observed.findingId, fact);
    } else if (fact.rank < before.rank)
      warnings.push(warn('coded-beats-text', undefined, fact.observed.findingId));
    else {
      if (fact.rank === RANK_TEXT)
        warnings.push(warn('contradiction-resolved', undefined, fact.observed.findingId));
      kept.set(fact.observed.findingId, fact);
    }
  }
  return [...kept.values()];
}

/** Text never contradicts what is coded along an is-a line; within the text the more specific finding stands. */
function dropIsAContradictions(
  facts: readonly Fact[],
  vocabulary: CompiledVocabulary,
  warnings: UnderstandingWarning[],
): Fact[] {
  const kept = new Map(facts.map((fact) => [fact.observed.findingId, fact]));
  for (const child of facts.filter(({ observed }) => observed.presence === 'present')) {
    for (const ancestor of deniersOf(child.observed.findingId, vocabulary)) {
      const denied = kept.get(ancestor);
      if (denied?.observed.presence !== 'absent' || !kept.has(child.observed.findingId)) continue;
      const loser = denied.rank > child.rank ? child : denied;
      kept.delete(loser.observed.findingId);
      warnings.push(
        warn(
          child.rank === denied.rank ? 'contradiction-resolved' : 'coded-beats-text',
          undefined,
          loser.observed.findingId,
        ),
      );
    }
  }
  return facts.filter((fact) => kept.get(fact.observed.findingId) === fact);
}

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
  for (const finding of text.findings) {
    const known = vocabulary.findings.get(finding.findingId);
    const observed = known === undefined ? undefined : observe(finding, known, patient);
    if (observed !== undefined) gathered.facts.push({ finding, observed, rank: RANK_TEXT });
  }
  const facts = dropIsAContradictions(
    mergeFacts(gathered.facts, gathered.warnings),
    vocabulary,
    gathered.warnings,
  );
  return {
    observed: facts.map(({ observed }) => observed),
    patient,
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
