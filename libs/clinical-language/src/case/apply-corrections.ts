import { type CaseInput, type Correction, type Lab } from '@openrounds/contracts';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type EnginePatient, type UnderstandingWarning, type WarningCode } from '../model/understanding';
import { warn } from '../model/warnings';
import { codePointLength, Quoter } from '../normalise/code-points';
import { codedFinding, observe } from './coded-fact';
import { type Fact, RANK_CORRECTED } from './merge-facts';
import { BEFORE_STAGES } from './coded-items';

/** A correction that names its finding, and says itself what it fixed: it needs no reading of the text. */
export type StandingCorrection = Omit<Correction, 'name' | 'version' | 'at'>;

interface CorrectedCase {
  readonly input: CaseInput;
  readonly vocabulary: CompiledVocabulary;
  readonly patient: EnginePatient;
}

/** The last correction of each finding, in the order in which they were made. */
function standingOf(corrections: readonly StandingCorrection[]): StandingCorrection[] {
  const last = new Map(corrections.map((correction) => [correction.findingId, correction]));
  return corrections.filter((correction) => last.get(correction.findingId) === correction);
}

/** Where the corrected finding stands. A narrative that was forgotten, or a shorter one, has no such place. */
function sourceOf({ span, proposedBy }: StandingCorrection, narrative: string): Fact['finding']['source'] {
  const source = { kind: 'coded' as const, ...(proposedBy && { proposedBy }) };
  return span === undefined || span.end > codePointLength(narrative)
    ? source
    : { ...source, ...new Quoter(narrative).quote(span) };
}

function factOf(
  correction: StandingCorrection,
  rank: number,
  stage: number,
  { input, vocabulary, patient }: CorrectedCase,
): Fact | UnderstandingWarning {
  const { action: _action, span: _span, proposedBy: _proposedBy, ...statement } = correction;
  const coded = codedFinding(statement, vocabulary);
  if ('warning' in coded) return coded.warning;
  const finding = { ...coded, source: sourceOf(correction, input.narrative ?? '') };
  const known = vocabulary.findings.get(finding.findingId);
  const observed = known === undefined ? undefined : observe(finding, known, patient);
  return observed === undefined
    ? warn('interval-missing', undefined, finding.findingId)
    : { finding, observed, rank, stage };
}

/**
 * The facts of a case as its teacher has corrected them: whatever was given or read of a corrected finding is gone;
 * what was accepted or set stands in its place, in the stage in which the finding came up.
 */
export function correctFacts(
  { facts, warnings }: { readonly facts: readonly Fact[]; readonly warnings: UnderstandingWarning[] },
  corrections: readonly StandingCorrection[],
  corrected: CorrectedCase,
): Fact[] {
  const standing = standingOf(corrections);
  const ids = new Set(standing.map(({ findingId }) => findingId));
  const untouched = facts.filter(({ observed }) => !ids.has(observed.findingId));
  const stated = standing.flatMap((correction, place) => {
    if (correction.action === 'reject') return [];
    const stage = facts.find(({ observed }) => observed.findingId === correction.findingId)?.stage;
    const fact = factOf(correction, RANK_CORRECTED + place, stage ?? BEFORE_STAGES, corrected);
    if ('observed' in fact) return [fact];
    warnings.push(fact);
    return [];
  });
  return [...untouched, ...stated];
}

/** A laboratory value whose finding was corrected is still the value; it says no more what it was taken for. */
export function correctLabs(labs: readonly Lab[], corrections: readonly StandingCorrection[]): Lab[] {
  const actions = new Map(corrections.map(({ findingId, action }) => [findingId, action]));
  return labs.map((lab) => {
    const action = lab.findingId === undefined ? undefined : actions.get(lab.findingId);
    if (action === undefined || action === 'accept') return lab;
    const { findingId, state: _state, quantity, ...value } = lab;
    if (action !== 'set' || findingId === undefined) return value;
    return { ...value, findingId, ...(quantity === undefined ? {} : { quantity }) };
  });
}

const SETTLED_BY_CORRECTION: ReadonlySet<WarningCode> = new Set([
  'contradiction-resolved',
  'coded-beats-text',
]);

/** A contradiction about a finding that the teacher has corrected is settled: nobody needs to hear of it any more. */
export function correctWarnings(
  warnings: readonly UnderstandingWarning[],
  corrections: readonly StandingCorrection[],
): UnderstandingWarning[] {
  const ids = new Set(corrections.map(({ findingId }) => findingId));
  return warnings.filter(
    ({ code, findingId }) =>
      !SETTLED_BY_CORRECTION.has(code) || findingId === undefined || !ids.has(findingId),
  );
}
