import {
  checkCase,
  findingOfLab,
  type ClinicalIssue,
  type ClinicalIssueCode,
  type CompiledVocabulary,
} from '@openrounds/clinical-language';
import {
  MAX_FINDINGS,
  MAX_LABS,
  type CaseInput,
  type FindingInput,
  type LabInput,
  type Patient,
  type RejectionCode,
} from '@openrounds/contracts';
import { shifted } from '../time/moment';
import { type Candidate, type Gathering } from './gathering';
import { at } from './measured';

/** What is told of the patient, and where. */
export interface PatientRead {
  readonly patient: Patient;
  readonly agePointer?: string | undefined;
  readonly pregnantPointer?: string | undefined;
}

type Finding = Extract<Candidate, { kind: 'finding' }>;
type Lab = Extract<Candidate, { kind: 'lab' }>;

/** What is in question while candidates contradict one another. */
interface Held {
  patient: Patient;
  findings: Finding[];
  labs: Lab[];
}

const REASON: Readonly<Record<ClinicalIssueCode, RejectionCode>> = {
  'finding-missing': 'no-code',
  'unknown-finding': 'unknown-finding',
  'unknown-code-system': 'unread-system',
  'unmapped-code': 'unknown-code',
  'not-a-finding': 'unknown-finding',
  'presence-missing': 'presence-missing',
  'presence-not-allowed': 'presence-not-allowed',
  'value-missing': 'value-missing',
  'value-not-allowed': 'value-not-allowed',
  'unknown-state': 'unknown-state',
  'not-a-quantity': 'not-a-quantity',
  'unit-missing': 'unit-missing',
  'unit-unknown': 'unit-not-ucum',
  'unit-not-convertible': 'unit-not-convertible',
  'value-impossible': 'value-impossible',
  'value-out-of-intervals': 'value-out-of-intervals',
  'certainty-out-of-range': 'certainty-out-of-range',
  'age-impossible': 'age-impossible',
  'pregnancy-impossible': 'pregnancy-impossible',
  'unknown-lab': 'unknown-finding',
  'lab-value-not-allowed': 'value-not-allowed',
  'contradiction-presence': 'contradiction',
  'contradiction-state': 'older-value',
  'contradiction-is-a': 'contradiction',
  'contradiction-correction': 'contradiction',
  'span-outside-text': 'malformed',
  'nothing-read-there': 'malformed',
  'several-read-there': 'malformed',
  'finding-not-in-case': 'malformed',
};

const moment = ({ when }: Candidate): number => when?.ms ?? Number.NEGATIVE_INFINITY;

/**
 * Makes a sound case of what was gathered: whatever is clinically impossible is rejected, and of two statements that
 * contradict one another the more recent stands, else the earlier in the document.
 *
 * @param shiftDays by how many days dates are moved, so that no true date rests
 */
export function settle(
  gathering: Gathering,
  { patient, agePointer, pregnantPointer }: PatientRead,
  shiftDays: number,
  vocabulary: CompiledVocabulary,
): Pick<CaseInput, 'patient' | 'findings' | 'labs'> {
  const held: Held = { patient, ...inOrder(gathering, vocabulary) };
  for (;;) {
    const issues = checkCase(caseOf(held), vocabulary);
    if (issues.length === 0) break;
    for (const issue of issues.filter(({ pointer }) => pointer.startsWith('/patient/'))) {
      const isAge = issue.pointer.startsWith('/patient/age');
      held.patient = isAge ? { ...held.patient, age: null } : { ...held.patient, pregnant: null };
      gathering.reject((isAge ? agePointer : pregnantPointer) ?? '', REASON[issue.code]);
    }
    dropFaulty(held, issues, gathering, vocabulary);
  }
  return withDates(held, shiftDays, gathering);
}

/** Findings newest first, so that a contradiction falls on the older; results oldest first, so that the last counts. */
function inOrder(gathering: Gathering, vocabulary: CompiledVocabulary): Pick<Held, 'findings' | 'labs'> {
  const newest = [...gathering.candidates].sort((a, b) =>
    moment(a) < moment(b) ? 1 : moment(a) > moment(b) ? -1 : 0,
  );
  const findings = capped(
    newest.filter((each) => each.kind === 'finding'),
    MAX_FINDINGS,
    gathering,
  );
  const labs = capped(
    newest.filter((each) => each.kind === 'lab'),
    MAX_LABS,
    gathering,
  );
  return { findings, labs: oncePerMoment(labs, gathering, vocabulary).reverse() };
}

function capped<T extends Candidate>(candidates: readonly T[], most: number, gathering: Gathering): T[] {
  for (const each of candidates.slice(most)) gathering.reject(each, 'too-many');
  return candidates.slice(0, most);
}

/** Two different results of one test at one moment cannot both be right; the first in the document stands. */
function oncePerMoment(labs: readonly Lab[], gathering: Gathering, vocabulary: CompiledVocabulary): Lab[] {
  const first = new Map<string, Lab>();
  return labs.filter((lab) => {
    const test = findingOfLab(lab.input, vocabulary)?.id ?? lab.input.code ?? '';
    const key = `${test} ${String(moment(lab))}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, lab);
    else if (!isSameResult(before, lab)) gathering.reject(lab, 'contradiction', { kept: before.pointer });
    return before === undefined;
  });
}

const isSameResult = (a: Lab, b: Lab): boolean =>
  JSON.stringify([a.input.value, a.input.unit]) === JSON.stringify([b.input.value, b.input.unit]);

const caseOf = ({ patient, findings, labs }: Held): CaseInput => ({
  patient,
  findings: findings.map(({ input }) => input),
  labs: labs.map(({ input }) => input),
});

/** The candidate that a pointer of the check points into. */
function blamed({ findings, labs }: Held, pointer: string | undefined): Candidate | undefined {
  const [, list, place] = /^\/(findings|labs)\/(\d+)/.exec(pointer ?? '') ?? [];
  return (list === 'findings' ? findings : labs)[Number(place)];
}

/** What is impossible by itself goes first; only what is left can contradict. */
function dropFaulty(
  held: Held,
  issues: readonly ClinicalIssue[],
  gathering: Gathering,
  vocabulary: CompiledVocabulary,
): void {
  const alone = issues.filter(({ conflictsWith }) => conflictsWith === undefined);
  const dropped = new Set<Candidate>();
  const unranged = new Set<Candidate>();
  for (const issue of alone.length > 0 ? alone : issues) {
    const [candidate, other] = [blamed(held, issue.pointer), blamed(held, issue.conflictsWith)];
    if (candidate === undefined || dropped.has(candidate) || (other !== undefined && dropped.has(other)))
      continue;
    if (issue.pointer.includes('/referenceRange')) {
      unranged.add(candidate);
      gathering.reject(at(candidate), REASON[issue.code], namedBy(candidate, vocabulary));
      continue;
    }
    const loser = other !== undefined && moment(other) < moment(candidate) ? other : candidate;
    const winner = loser === candidate ? other : candidate;
    dropped.add(loser);
    const detail = {
      ...namedBy(loser, vocabulary),
      ...(winner === undefined ? {} : { kept: winner.pointer }),
    };
    gathering.reject(/\/value|\/unit/.test(issue.pointer) ? at(loser) : loser, REASON[issue.code], detail);
  }
  held.findings = held.findings.filter((each) => !dropped.has(each));
  held.labs = held.labs
    .filter((each) => !dropped.has(each))
    .map((each) => (unranged.has(each) ? withoutRange(each) : each));
}

const withoutRange = ({ input: { referenceRange: _range, ...input }, ...lab }: Lab): Lab => ({
  ...lab,
  input,
});

function namedBy(candidate: Candidate, vocabulary: CompiledVocabulary): { findingId?: string } {
  const findingId =
    candidate.kind === 'lab' ? findingOfLab(candidate.input, vocabulary)?.id : candidate.input.findingId;
  return findingId === undefined || !vocabulary.findings.has(findingId) ? {} : { findingId };
}

/** True dates identify a patient: they are moved by whole days together, so that what lay between them stays. */
function withDates({ patient, findings, labs }: Held, shiftDays: number, gathering: Gathering) {
  const dated = labs.map(({ input, when }): LabInput => {
    const collectedAt = when === undefined ? undefined : shifted(when, shiftDays);
    return collectedAt === undefined ? input : { ...input, collectedAt };
  });
  gathering.withhold('date', dated.filter(({ collectedAt }) => collectedAt !== undefined).length);
  const sorted = findings.toSorted(
    (a, b) => gathering.candidates.indexOf(a) - gathering.candidates.indexOf(b),
  );
  return {
    patient,
    ...some(
      'findings',
      sorted.map(({ input }): FindingInput => input),
    ),
    ...some('labs', dated),
  };
}

const some = <K extends string, T>(key: K, list: readonly T[]): Partial<Record<K, T[]>> =>
  list.length === 0 ? {} : ({ [key]: [...list] } as Record<K, T[]>);
