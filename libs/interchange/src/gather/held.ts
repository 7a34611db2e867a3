import { checkCase, type ClinicalIssue, type Terminology } from '@openrounds/clinical-language';
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
  return checkCase(input, vocabulary);
};

/** When something was said; without a date, before all that has one. */
export const momentOf = ({ when }: Candidate): number => when?.ms ?? Number.NEGATIVE_INFINITY;
