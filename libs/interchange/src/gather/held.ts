import {
  clinicalIssuesOf,
  findingOf,
  withStateNamed,
  type ClinicalIssue,
  type Terminology,
} from '@openrounds/clinical-language';
import { type CaseInput, type Patient } from '@openrounds/contracts';
import { type Candidate } from './gathering';

export type FindingCandidate = Extract<Candidate, { kind: 'finding' }>;
export type LabCandidate = Extract<Candidate, { kind: 'lab' }>;

/** What still stands while the unsound is taken out. */
export interface Held {
  readonly patient: Patient;
  readonly findings: readonly FindingCandidate[];
  readonly labs: readonly LabCandidate[];
}

/** What is clinically wrong with it, as with any case. */
export const issuesOf = ({ patient, findings, labs }: Held, vocabulary: Terminology): ClinicalIssue[] => {
  const input: CaseInput = {
    patient,
    findings: findings.map(({ input }) => input),
    labs: labs.map(({ input }) => input),
  };
  return clinicalIssuesOf(input, vocabulary);
};

/** When something was said; without a date, before all that has one. */
export const momentMs = ({ when, weak = false }: Candidate): number =>
  weak ? Number.NEGATIVE_INFINITY : (when?.ms ?? Number.NEGATIVE_INFINITY);

/**
 * A finding that was named by a code, by its id. A code may name a state: to deny fever is to say that the temperature
 * is normal, as long as nobody says otherwise.
 */
export function named(candidate: Candidate, vocabulary: Terminology): Candidate {
  if (candidate.kind === 'lab' || candidate.input.findingId !== undefined) return candidate;
  const input = withStateNamed(candidate.input, vocabulary);
  if (input.findingId !== undefined)
    return { ...candidate, input, weak: candidate.input.presence === 'absent' };
  const { system: _system, code: _code, ...said } = input;
  const finding = findingOf(input, vocabulary);
  return finding === undefined ? candidate : { ...candidate, input: { findingId: finding.id, ...said } };
}
