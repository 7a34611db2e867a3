import { type AppendRecordPayload, type WithdrawGuidelineDocumentPayload } from '@openrounds/contracts';
import { uuidOf } from '@openrounds/platform';
import { type StoodDocument } from '../ports/document-store';

/**
 * That a guideline document of an institution was withdrawn: which, by the hash of its bytes too, and by which role. Its passages
 * stay in the records of old runs; this says why new ones do not show them. The same withdrawal has the same id, and so is logged once.
 */
export function documentWithdrawn(
  { meta, by }: Pick<WithdrawGuidelineDocumentPayload, 'meta' | 'by'>,
  { id, sha256, passages, supersedes }: StoodDocument,
  at: Date,
): AppendRecordPayload {
  const kind = 'document-withdrawn';
  return {
    meta,
    recordId: uuidOf(`openrounds/${kind} ${meta.tenantId} ${id}`),
    subjectId: id,
    kind,
    at: at.toISOString(),
    record: { documentId: id, sha256, passages, supersedes, ...(by && { by }) },
  };
}
