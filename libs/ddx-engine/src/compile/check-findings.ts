import { type EngineFinding } from '../model/knowledge';
import { type KnowledgeIssue, type KnowledgeIssueCode } from './invalid-knowledge-error';
import { findingsOnCycles } from './taxonomy';

/** Whether a number is a probability; 0 and 1 are allowed here and bounded later. */
export function isProbability(value: number | undefined): boolean {
  return value !== undefined && value >= 0 && value <= 1;
}

/** Everything that keeps the findings from being scored: ids, baselines, states, parents, cycles. Empty if nothing does. */
export function checkFindings(findings: readonly EngineFinding[]): KnowledgeIssue[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return [
    ...repeatedIds(findings.map((finding) => finding.id)),
    ...findings.flatMap((finding) => [
      ...checkDomain(finding),
      ...checkMustExplain(finding),
      ...checkParent(finding, byId),
    ]),
    ...cycles(findings),
  ];
}

/** One issue for each id given twice. */
export function repeatedIds(ids: readonly string[]): KnowledgeIssue[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const id of ids) (seen.has(id) ? repeated : seen).add(id);
  return [...repeated].map((id) => ({ code: 'duplicate-id', id, detail: id }));
}

function checkDomain({ id, domain }: EngineFinding): KnowledgeIssue[] {
  if (domain.kind === 'binary') {
    return isProbability(domain.baseline) ? [] : [issue('probability-out-of-range', id, 'baseline')];
  }
  return [
    ...(new Set(domain.states).size >= 2 ? [] : [issue('too-few-states', id, domain.states.join(', '))]),
    ...repeatedIds(domain.states).map(({ detail }) => issue('duplicate-id', id, detail)),
    ...domain.states.flatMap((state) => {
      const probability = domain.baseline[state];
      if (probability === undefined) return [issue('baseline-state-missing', id, state)];
      return isProbability(probability) ? [] : [issue('probability-out-of-range', id, state)];
    }),
    ...Object.keys(domain.baseline)
      .filter((state) => !domain.states.includes(state))
      .map((state) => issue('unknown-id', id, state)),
  ];
}

function checkMustExplain({ id, domain, mustExplain }: EngineFinding): KnowledgeIssue[] {
  if (mustExplain === undefined || mustExplain === false) return [];
  if (domain.kind === 'binary')
    return mustExplain === true ? [] : [issue('must-explain-domain', id, 'states')];
  if (mustExplain === true) return [issue('must-explain-domain', id, 'true')];
  return mustExplain
    .filter((state) => !domain.states.includes(state))
    .map((state) => issue('must-explain-domain', id, state));
}

function checkParent(finding: EngineFinding, byId: ReadonlyMap<string, EngineFinding>): KnowledgeIssue[] {
  if (finding.parent === undefined) return [];
  const parent = byId.get(finding.parent);
  if (parent === undefined) return [issue('unknown-id', finding.id, finding.parent)];
  const bothBinary = finding.domain.kind === 'binary' && parent.domain.kind === 'binary';
  return bothBinary ? [] : [issue('parent-not-binary', finding.id, finding.parent)];
}

function cycles(findings: readonly EngineFinding[]): KnowledgeIssue[] {
  const indexOf = new Map(findings.map((finding, index) => [finding.id, index]));
  const parent = Int32Array.from(findings, (finding) => indexOf.get(finding.parent ?? '') ?? -1);
  return findingsOnCycles(parent).flatMap((index) => {
    const finding = findings[index];
    return finding === undefined ? [] : [issue('is-a-cycle', finding.id, finding.parent ?? '')];
  });
}

function issue(code: KnowledgeIssueCode, id: string, detail: string): KnowledgeIssue {
  return { code, id, detail };
}
