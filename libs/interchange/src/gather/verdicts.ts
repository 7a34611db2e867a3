import {
  findingOfLab,
  type ClinicalIssue,
  type ClinicalIssueCode,
  type Terminology,
} from '@openrounds/clinical-language';
import { type RejectionCode } from '@openrounds/contracts';
import { type RejectionDetail } from '../model/imported';
import { type Candidate, type Place } from './gathering';
import { momentMs, type Held } from './held';
import { at } from './measured';
import { below } from './pointer';

/** What follows from one clinical issue. */
export interface Verdict {
  readonly candidate: Candidate;
  /** The whole item, or only the reference range that came with it. */
  readonly takes: 'item' | 'reference-range';
  readonly place: Place;
  readonly code: RejectionCode;
  readonly detail: RejectionDetail;
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

/** The candidate that a pointer of the check points into. */
function pointedAt({ findings, labs }: Held, pointer: string | undefined): Candidate | undefined {
  const [, list, index] = /^\/(findings|labs)\/(\d+)/.exec(pointer ?? '') ?? [];
  return (list === 'findings' ? findings : labs)[Number(index)];
}

/** Where in the document the fault stands: a table has a column for each thing that can be wrong. */
function placeOf(candidate: Candidate, issue: ClinicalIssue): Place {
  const parts = issue.pointer.split('/').slice(3);
  const column = parts.at(-1) ?? '';
  if (candidate.line !== undefined && ['unit', 'presence', 'certainty'].includes(column))
    return { ...candidate, pointer: below(candidate.pointer, column) };
  return ['value', 'unit', 'referenceRange'].includes(parts[0] ?? '') ? at(candidate) : candidate;
}

function namedBy(candidate: Candidate, vocabulary: Terminology): RejectionDetail {
  const findingId =
    candidate.kind === 'lab' ? findingOfLab(candidate.input, vocabulary)?.id : candidate.input.findingId;
  return findingId === undefined || !vocabulary.findings.has(findingId) ? {} : { findingId };
}

function verdictOn(issue: ClinicalIssue, held: Held, vocabulary: Terminology): Verdict | undefined {
  const [blamed, other] = [pointedAt(held, issue.pointer), pointedAt(held, issue.conflictsWith)];
  if (blamed === undefined) return undefined;
  const candidate = other !== undefined && momentMs(other) < momentMs(blamed) ? other : blamed;
  const kept = other === undefined ? undefined : candidate === blamed ? other : blamed;
  return {
    candidate,
    takes: issue.pointer.includes('/referenceRange') ? 'reference-range' : 'item',
    place: placeOf(candidate, issue),
    code: REASON[issue.code],
    detail: { ...namedBy(candidate, vocabulary), ...(kept === undefined ? {} : { kept: kept.pointer }) },
  };
}

/**
 * One verdict for each item at fault. What is impossible by itself goes first; only what is left can contradict. Of
 * two that contradict one another the older goes, else the later in the document; one that has gone contradicts
 * nothing any more.
 */
export function verdictsOn(issues: readonly ClinicalIssue[], held: Held, vocabulary: Terminology): Verdict[] {
  const alone = issues.filter(({ conflictsWith }) => conflictsWith === undefined);
  const verdicts = new Map<Candidate, Verdict>();
  for (const issue of alone.length > 0 ? alone : issues) {
    const involved = [issue.pointer, issue.conflictsWith].map((pointer) => pointedAt(held, pointer));
    if (involved.some((each) => each !== undefined && verdicts.has(each))) continue;
    const verdict = verdictOn(issue, held, vocabulary);
    if (verdict !== undefined) verdicts.set(verdict.candidate, verdict);
  }
  return [...verdicts.values()];
}
