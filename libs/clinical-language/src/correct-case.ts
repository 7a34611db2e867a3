import {
  type CaseInput,
  type CorrectionInput,
  type Finding,
  type NarrativeSpan,
} from '@openrounds/contracts';
import { type CompiledVocabulary } from './vocabulary/compile';
import { type ClinicalIssue, type ClinicalIssueCode } from './model/issue';
import { type EnginePatient } from './model/understanding';
import { codePointLength } from './normalise/code-points';
import { enginePatient } from './conclude/patient';
import { type StandingCorrection } from './case/apply-corrections';
import { checkFinding, contradictionsOf, identityIssue } from './case/clinical-issues';
import { toEngineCase } from './read-case';
import { BEFORE_STAGES } from './case/coded-items';
import { gather } from './normalise/lists-by-key';

/** What a teacher's corrections come to. Nothing is to be kept of them if there are issues. */
export interface CorrectedCase {
  /** Those that stand from now on: one for each finding, the earlier ones that were not corrected again first. */
  readonly corrections: StandingCorrection[];
  readonly issues: ClinicalIssue[];
}

interface Reading {
  /** Findings as they stand, earlier corrections applied. */
  readonly standing: ReadonlyMap<string, Finding>;
  /** A finding as it was given or read, without any correction. */
  readonly read: (findingId: string) => Finding | undefined;
  readonly patient: EnginePatient;
  readonly textLength: number;
  readonly vocabulary: CompiledVocabulary;
}

interface Resolved {
  readonly pointer: string;
  readonly correction: StandingCorrection;
}

const byId = (findings: readonly Finding[]): Map<string, Finding> =>
  new Map(findings.map((finding) => [finding.findingId, finding]));

function readingOf(
  input: CaseInput,
  earlier: readonly StandingCorrection[],
  vocabulary: CompiledVocabulary,
): Reading {
  const { understood } = toEngineCase(input, vocabulary, earlier);
  const standing = byId(understood.findings);
  // Reading a long text takes its time: once more only where somebody takes a rejection back.
  let uncorrected: Map<string, Finding> | undefined;
  return {
    standing,
    read: (findingId) => {
      if (earlier.length === 0) return standing.get(findingId);
      uncorrected ??= byId(toEngineCase(input, vocabulary).understood.findings);
      return uncorrected.get(findingId);
    },
    patient: enginePatient(understood.patient),
    textLength: codePointLength(input.narrative ?? ''),
    vocabulary,
  };
}

const spanOf = (finding: Finding | undefined): NarrativeSpan | undefined => {
  const { start, end } = finding?.source ?? {};
  return start === undefined || end === undefined ? undefined : { start, end };
};

const isWithin = (finding: Finding, { start, end }: NarrativeSpan): boolean => {
  const place = spanOf(finding);
  return place !== undefined && start <= place.start && place.end <= end;
};

const issue = (pointer: string, code: ClinicalIssueCode, message: string): ClinicalIssue[] => [
  { pointer, code, message },
];

type OrIssues<T> = { readonly value: T } | { readonly issues: ClinicalIssue[] };

/** The findings that a correction is about: the one it names, or those that were read within its span. */
function targetsOf(given: CorrectionInput, pointer: string, reading: Reading): OrIssues<string[]> {
  const { action, span, findingId } = given;
  if (findingId !== undefined && !reading.vocabulary.findings.has(findingId)) {
    const placed = { pointer, stage: BEFORE_STAGES, item: { findingId } };
    return { issues: [identityIssue(placed, reading.vocabulary)] };
  }
  if (span === undefined) return { value: findingId === undefined ? [] : [findingId] };
  const at = `${pointer}/span`;
  if (span.end > reading.textLength) {
    const length = String(reading.textLength);
    return {
      issues: issue(`${at}/end`, 'span-outside-text', `the narrative has ${length} code points`),
    };
  }
  if (action === 'set' && findingId !== undefined) return { value: [findingId] };
  const there = [...reading.standing.values()]
    .filter((finding) => isWithin(finding, span))
    .map((finding) => finding.findingId)
    .filter((id) => findingId === undefined || id === findingId);
  if (there.length === 0)
    return { issues: issue(at, 'nothing-read-there', 'no such finding was read within this span') };
  if (action === 'set' && there.length > 1) {
    return {
      issues: issue(at, 'several-read-there', `name one of the findings read there: ${there.join(', ')}`),
    };
  }
  return { value: there };
}

/** What a correction fixes of one finding: enough to stand without reading the text again. */
function fixed(
  given: CorrectionInput,
  findingId: string,
  pointer: string,
  reading: Reading,
): OrIssues<StandingCorrection> {
  const { action } = given;
  const known =
    reading.standing.get(findingId) ?? (action === 'reject' ? undefined : reading.read(findingId));
  const named = action === 'set' && given.findingId !== undefined ? given.span : undefined;
  const place = named ?? spanOf(known);
  const span = place === undefined ? {} : { span: place };
  if (action === 'set') return setting(given, { findingId, ...span }, known, pointer, reading);
  if (known === undefined)
    return {
      issues: issue(`${pointer}/findingId`, 'finding-not-in-case', `the case does not say ${findingId}`),
    };
  if (action === 'reject') return { value: { action, findingId, ...span } };
  return { value: { action, findingId, ...span, ...saidOf(known), certainty: 1 } };
}

const saidOf = ({ presence, value }: Pick<Finding, 'presence' | 'value'>) => ({
  ...(presence === undefined ? {} : { presence }),
  ...(value === undefined ? {} : { value }),
});

/** A certainty alone is that of what is known already. */
function setting(
  { presence, value, certainty, assertion, proposedBy }: CorrectionInput,
  target: Pick<StandingCorrection, 'findingId' | 'span'>,
  known: Finding | undefined,
  pointer: string,
  { vocabulary, patient }: Reading,
): OrIssues<StandingCorrection> {
  const statement = {
    ...(presence === undefined && value === undefined ? saidOf(known ?? {}) : saidOf({ presence, value })),
    certainty: certainty ?? 1,
    ...(assertion === undefined ? {} : { assertion }),
  };
  const item = { findingId: target.findingId, ...statement };
  const issues = checkFinding({ pointer, stage: BEFORE_STAGES, item }, vocabulary, patient);
  const proposed = proposedBy === undefined ? {} : { proposedBy };
  return issues.length > 0 ? { issues } : { value: { action: 'set', ...target, ...statement, ...proposed } };
}

/** Two corrections that are made together must not differ about one finding. */
function withoutRepetition(resolved: readonly Resolved[]): { kept: Resolved[]; issues: ClinicalIssue[] } {
  const first = new Map<string, Resolved>();
  const issues: ClinicalIssue[] = [];
  for (const each of resolved) {
    const { findingId } = each.correction;
    const before = first.get(findingId);
    if (before === undefined) first.set(findingId, each);
    else if (JSON.stringify(before.correction) !== JSON.stringify(each.correction)) {
      const message = `${findingId} is corrected otherwise at ${before.pointer}`;
      issues.push(...issue(each.pointer, 'contradiction-correction', message));
    }
  }
  return { kept: [...first.values()], issues };
}

/** "No chest pain" and "pleuritic chest pain" cannot both be set at once. */
function contradictions(resolved: readonly Resolved[], vocabulary: CompiledVocabulary): ClinicalIssue[] {
  const claims = gather(resolved, ({ pointer, correction }) => {
    const { findingId, presence, assertion = 'current' } = correction;
    return presence === undefined || assertion !== 'current' ? [] : [{ pointer, findingId, says: presence }];
  });
  return contradictionsOf(claims, [], vocabulary);
}

/**
 * Applies a teacher's corrections to a case as it is understood: `accept` fixes what was understood, coded and
 * certain; `reject` takes it out; `set` says how it is, also of a finding or a span that was not understood. Each
 * correction of what was read keeps its place in the text. A later correction of a finding takes the place of an
 * earlier one.
 * @param input the case as it was given, de-identified
 * @param earlier the corrections that stand already
 * @returns the corrections that stand from now on, each naming its finding, or what is wrong with them, by JSON
 *   pointer into the request
 */
export function mergeCorrections(
  input: CaseInput,
  earlier: readonly StandingCorrection[],
  given: readonly CorrectionInput[],
  vocabulary: CompiledVocabulary,
): CorrectedCase {
  const reading = readingOf(input, earlier, vocabulary);
  const issues: ClinicalIssue[] = [];
  const resolved = gather(given, (correction, place): Resolved[] => {
    const pointer = `/corrections/${String(place)}`;
    const targets = targetsOf(correction, pointer, reading);
    const outcomes =
      'issues' in targets
        ? [targets]
        : targets.value.map((findingId) => fixed(correction, findingId, pointer, reading));
    issues.push(...gather(outcomes, (outcome) => ('issues' in outcome ? outcome.issues : [])));
    return gather(outcomes, (outcome) =>
      'value' in outcome ? [{ pointer, correction: outcome.value }] : [],
    );
  });
  const { kept, issues: repeated } = withoutRepetition(resolved);
  const corrected = new Set(kept.map(({ correction }) => correction.findingId));
  return {
    corrections: [
      ...earlier.filter(({ findingId }) => !corrected.has(findingId)),
      ...kept.map(({ correction }) => correction),
    ],
    issues: [...issues, ...repeated, ...contradictions(kept, vocabulary)],
  };
}
