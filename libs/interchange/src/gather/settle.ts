import {
  findingOfLab,
  isPregnancyImpossible,
  type ClinicalIssue,
  type Terminology,
} from '@openrounds/clinical-language';
import { MAX_FINDINGS, MAX_LABS, type CaseInput, type LabInput, type Patient } from '@openrounds/contracts';
import { daysBetween, shifted, type Moment } from '../time/moment';
import { type Candidate, type Gathering } from './gathering';
import { issuesOf, momentMs, named, type FindingCandidate, type Held, type LabCandidate } from './held';
import { inDate } from './in-date';
import { verdictsOn, type Verdict } from './verdicts';

/** The day that a document is about, and that of its import. */
export interface Days {
  readonly day: Moment;
  readonly today: Moment;
}

/** What is told of the patient, and where. */
export interface PatientRead {
  readonly patient: Patient;
  readonly agePointer?: string | undefined;
  readonly pregnantPointer?: string | undefined;
}

/**
 * Makes a sound case of what was gathered: whatever is clinically impossible is rejected, and of two statements that
 * contradict one another the more recent stands, else the earlier in the document.
 *
 * @param days dates are moved by the days between them, so that no true date rests
 */
export function settle(
  gathering: Gathering,
  read: PatientRead,
  { day, today }: Days,
  vocabulary: Terminology,
): Pick<CaseInput, 'patient' | 'findings' | 'labs'> {
  const all = gathering.candidates.map((each) => named(each, vocabulary));
  const candidates = inDate(all, day, gathering, vocabulary);
  let held: Held = { patient: read.patient, ...inOrder(candidates, gathering, vocabulary) };
  for (;;) {
    const issues = issuesOf(held, vocabulary);
    if (issues.length === 0) {
      const patient = withPossiblePregnancy(held.patient, read, gathering);
      return asInput({ ...held, patient }, candidates, daysBetween(day, today), gathering);
    }
    const settled = {
      ...without(held, verdictsOn(issues, held, vocabulary), gathering),
      patient: soundPatient(held.patient, issues, read, gathering),
    };
    if (isSame(held, settled)) throw new Error(`nothing to take out for ${issues[0]?.code ?? ''}`);
    held = settled;
  }
}

const isSame = (a: Held, b: Held): boolean =>
  a.patient === b.patient &&
  a.findings.length === b.findings.length &&
  a.labs.every((lab, index) => lab === b.labs[index]);

/** Findings newest first, so that a contradiction falls on the older; results oldest first, so that the last counts. */
function inOrder(
  candidates: readonly Candidate[],
  gathering: Gathering,
  vocabulary: Terminology,
): { findings: FindingCandidate[]; labs: LabCandidate[] } {
  const newest = candidates.toSorted(
    (a, b) => Number(a.weak ?? false) - Number(b.weak ?? false) || Math.sign(momentMs(b) - momentMs(a)) || 0,
  );
  const findings = newest.filter((each) => each.kind === 'finding');
  const labs = newest.filter((each) => each.kind === 'lab');
  return {
    findings: capped(findings, MAX_FINDINGS, gathering),
    labs: oncePerMoment(capped(labs, MAX_LABS, gathering), gathering, vocabulary).reverse(),
  };
}

function capped<T extends Candidate>(candidates: readonly T[], most: number, gathering: Gathering): T[] {
  for (const each of candidates.slice(most)) gathering.reject(each, 'too-many');
  return candidates.slice(0, most);
}

/** Two different results of one test at one moment cannot both be right; the first in the document stands. */
function oncePerMoment(
  labs: readonly LabCandidate[],
  gathering: Gathering,
  vocabulary: Terminology,
): LabCandidate[] {
  const first = new Map<string, LabCandidate>();
  return labs.filter((lab) => {
    const test = findingOfLab(lab.input, vocabulary)?.id ?? lab.input.code ?? '';
    const key = `${test} ${String(momentMs(lab))}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, lab);
    else if (!isSameResult(before, lab)) gathering.reject(lab, 'contradiction', { kept: before.pointer });
    return before === undefined;
  });
}

const isSameResult = (a: LabCandidate, b: LabCandidate): boolean =>
  JSON.stringify([a.input.value, a.input.unit]) === JSON.stringify([b.input.value, b.input.unit]);

function without(
  { findings, labs }: Held,
  verdicts: readonly Verdict[],
  gathering: Gathering,
): Pick<Held, 'findings' | 'labs'> {
  for (const { place, code, detail } of verdicts) gathering.reject(place, code, detail);
  const taken = new Map(verdicts.map(({ candidate, takes }) => [candidate, takes]));
  return {
    findings: findings.filter((each) => !taken.has(each)),
    labs: labs
      .filter((each) => taken.get(each) !== 'item')
      .map((each) => (taken.get(each) === 'reference-range' ? withoutRange(each) : each)),
  };
}

const withoutRange = ({
  input: { referenceRange: _range, ...input },
  ...lab
}: LabCandidate): LabCandidate => ({
  ...lab,
  input,
});

/** An impossible age is forgotten: the rest of the patient stands. */
function soundPatient(
  patient: Patient,
  issues: readonly ClinicalIssue[],
  { agePointer = '' }: PatientRead,
  gathering: Gathering,
): Patient {
  if (!issues.some(({ code }) => code === 'age-impossible')) return patient;
  gathering.reject(agePointer, 'age-impossible');
  return { ...patient, age: null };
}

/** So is a pregnancy of somebody who cannot be pregnant. */
function withPossiblePregnancy(
  patient: Patient,
  { pregnantPointer = '' }: PatientRead,
  gathering: Gathering,
): Patient {
  if (!isPregnancyImpossible(patient)) return patient;
  gathering.reject(pregnantPointer, 'pregnancy-impossible');
  return { ...patient, pregnant: null };
}

/** True dates identify a patient: they are moved by whole days together, so that what lay between them stays. */
function asInput(
  { patient, findings, labs }: Held,
  candidates: readonly Candidate[],
  shiftDays: number,
  gathering: Gathering,
): Pick<CaseInput, 'patient' | 'findings' | 'labs'> {
  const dated = labs.map(({ input, when }): LabInput => {
    const collectedAt = when === undefined ? undefined : shifted(when, shiftDays);
    return collectedAt === undefined ? input : { ...input, collectedAt };
  });
  gathering.withhold('date', dated.filter(({ collectedAt }) => collectedAt !== undefined).length);
  const standing = new Set<Candidate>(findings);
  const told = candidates.flatMap((each) =>
    each.kind === 'finding' && standing.has(each) ? [each.input] : [],
  );
  return {
    patient,
    ...(told.length === 0 ? {} : { findings: told }),
    ...(dated.length === 0 ? {} : { labs: dated }),
  };
}
