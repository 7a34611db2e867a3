import { type EvidenceChange } from '../model/answer';
import { type EvidenceRow } from '../model/evidence';
import { compareIds } from '../numeric/order';

/** Rows that are new, gone or different, by finding id; a row that merely moved in the order has not changed. */
export function changedEvidence(
  before: readonly EvidenceRow[],
  after: readonly EvidenceRow[],
): EvidenceChange[] {
  const findings = [...new Set([...before, ...after].map((row) => row.findingId))].sort(compareIds);
  return findings.flatMap((findingId) => {
    const [old, now] = [before, after].map((rows) => rows.filter((row) => row.findingId === findingId));
    const pairs = Array.from({ length: Math.max(old?.length ?? 0, now?.length ?? 0) }, (_, at) => ({
      findingId,
      before: old?.[at] ?? null,
      after: now?.[at] ?? null,
    }));
    return pairs.filter((pair) => JSON.stringify(pair.before) !== JSON.stringify(pair.after));
  });
}
