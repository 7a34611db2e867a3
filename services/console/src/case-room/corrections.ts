import type { CorrectionInput, Finding } from '../api/types';
import { type CodedFinding, type Draft, saysTheSame, toCaseInput } from './draft';

const withoutFindings = (draft: Draft): string => JSON.stringify(toCaseInput({ ...draft, findings: [] }));

/** A statement about a finding, as a correction of what was understood. */
function correctionOf(said: CodedFinding, isUnderstood: boolean): CorrectionInput[] {
  const { findingId, name: _name, at, accepted, ...statement } = said;
  if (said.presence === 'unknown') return isUnderstood ? [{ action: 'reject', findingId }] : [];
  if (accepted === true) return [{ action: 'accept', findingId }];
  return [{ action: 'set', findingId, ...(at !== undefined && { span: at }), ...statement }];
}

/**
 * What the teacher has changed since the case was ranked, as corrections to be kept with it. Null where more was
 * changed than findings: another text or patient is another case.
 */
export function correctionsOf(
  draft: Draft,
  ranked: Draft,
  understood: readonly Finding[],
): CorrectionInput[] | null {
  if (withoutFindings(draft) !== withoutFindings(ranked)) return null;
  const before = new Map(ranked.findings.map((finding) => [finding.findingId, finding]));
  const ids = new Set(understood.map(({ findingId }) => findingId));
  return draft.findings
    .filter((said) => {
      const earlier = before.get(said.findingId);
      return said.accepted === true || earlier === undefined || !saysTheSame(said, earlier);
    })
    .flatMap((said) => correctionOf(said, ids.has(said.findingId)));
}
