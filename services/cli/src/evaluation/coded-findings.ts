import { type FindingInput } from '@openrounds/contracts';
import { type Finding, type KnowledgeBundle, lookupOf } from '@openrounds/knowledge';
import { z } from 'zod';

/** One line of a file of coded cases: what is there and what is not, by the ids of a draft vocabulary. */
export const codedLineSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  present: z.array(z.string()),
  absent: z.array(z.string()),
});
export type CodedLine = z.output<typeof codedLineSchema>;

export interface CodedFindings {
  readonly findings: readonly z.input<typeof FindingInput>[];
  /** Ids that the vocabulary does not hold. */
  readonly unmapped: readonly string[];
}

interface StateOf {
  readonly findingId: string;
  readonly state: string;
}

/** A draft id per state of the case-level findings, which here are one finding each. */
const CASE_LEVEL: ReadonlyMap<string, StateOf> = new Map(
  (
    [
      ['illness-onset-sudden', 'illness-onset', 'seconds-minutes'],
      ['illness-onset-acute', 'illness-onset', 'hours'],
      ['illness-onset-gradual', 'illness-onset', 'gradual'],
      ['duration-under-24h', 'illness-duration', 'under-24h'],
      ['duration-1-7d', 'illness-duration', 'days-1-7'],
      ['duration-1-4w', 'illness-duration', 'weeks-1-4'],
      ['duration-1-3mo', 'illness-duration', 'months-1-3'],
      ['duration-over-3mo', 'illness-duration', 'over-3-months'],
      ['course-constant', 'illness-course', 'first-constant'],
      ['course-episodic', 'illness-course', 'episodic'],
      ['course-progressive', 'illness-course', 'progressive'],
    ] as const
  ).map(([id, findingId, state]) => [id, { findingId, state }]),
);

/** How sure "no tachycardia" makes a normal heart rate: a slow one is possible too. That of normality phrases. */
const NORMAL_BY_DENIAL = 0.8;

/**
 * Coded facts in the vocabulary of a bundle. An id stands for the binary finding of that name, for a state of a
 * categorical one (`sodium-low`: `sodium` in state `low`; `tachycardia`: the only finding with such a state), or for
 * nothing. The first statement about a finding stands.
 */
export function codedFindings({ present, absent }: CodedLine, bundle: KnowledgeBundle): CodedFindings {
  const findings = new Map<string, z.input<typeof FindingInput>>();
  const unmapped: string[] = [];
  const take = (id: string, finding: (z.input<typeof FindingInput> & { findingId: string }) | undefined) => {
    if (finding === undefined) unmapped.push(id);
    else if (!findings.has(finding.findingId)) findings.set(finding.findingId, finding);
  };
  for (const id of present) take(id, presentFinding(id, bundle));
  for (const id of absent) take(id, absentFinding(id, bundle));
  return { findings: [...findings.values()], unmapped };
}

function presentFinding(id: string, bundle: KnowledgeBundle) {
  if (isBinary(lookupOf(bundle).findings.get(id))) return { findingId: id, presence: 'present' as const };
  const named = stateNamed(id, bundle);
  return named && { findingId: named.findingId, value: { code: named.state } };
}

function absentFinding(id: string, bundle: KnowledgeBundle) {
  const { findings } = lookupOf(bundle);
  if (isBinary(findings.get(id))) return { findingId: id, presence: 'absent' as const };
  const named = stateNamed(id, bundle);
  if (!named || named.state === 'normal') return undefined;
  if (!findings.get(named.findingId)?.states?.includes('normal')) return undefined;
  return { findingId: named.findingId, value: { code: 'normal' }, certainty: NORMAL_BY_DENIAL };
}

function stateNamed(id: string, bundle: KnowledgeBundle): StateOf | undefined {
  const caseLevel = CASE_LEVEL.get(id);
  const candidates = caseLevel ? [caseLevel] : [...splittings(id), ...bearersOf(id, bundle)];
  return candidates.find(({ findingId, state }) =>
    lookupOf(bundle).findings.get(findingId)?.states?.includes(state),
  );
}

/** Every way to read an id as a finding followed by a state. */
const splittings = (id: string): StateOf[] =>
  [...id.matchAll(/-/g)].map(({ index }) => ({ findingId: id.slice(0, index), state: id.slice(index + 1) }));

/** The finding that alone has a state of this name. */
function bearersOf(state: string, { findings }: KnowledgeBundle): StateOf[] {
  const bearers = findings.filter(({ states }) => states?.includes(state));
  return bearers.length === 1 ? bearers.map(({ id }) => ({ findingId: id, state })) : [];
}

const isBinary = (finding: Finding | undefined): boolean => finding?.domain === 'binary';
