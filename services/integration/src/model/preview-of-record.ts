import { type Terminology } from '@openrounds/clinical-language';
import { type CodedEhrPreview, type CodedEhrRejection } from '@openrounds/contracts';
import { fromFhir, type Rejection } from '@openrounds/interchange';
import { type ReadRecord } from '../ports/ehr-records';

/** What a record gives: codes, age and sex. The record itself goes no further; what was not taken is counted. */
export function previewOfRecord(
  { resources, complete }: Pick<ReadRecord, 'resources' | 'complete'>,
  vocabulary: Terminology,
  today: Date,
): CodedEhrPreview {
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  };
  const { case: read, rejected, withheld } = fromFhir(bundle, vocabulary, { today });
  const usable = read.findings !== undefined || read.labs !== undefined;
  return {
    case: usable ? read : null,
    rejected: counted(rejected),
    masked: [...withheld],
    resources: resources.length,
    complete,
  };
}

/** Pointers lead into a record that nobody sees: the same reason is told once. */
function counted(rejections: readonly Rejection[]): CodedEhrRejection[] {
  const byReason = new Map<string, CodedEhrRejection>();
  for (const { code, detail } of rejections) {
    const { kept: _pointer, ...told } = detail;
    const key = JSON.stringify([code, told.coding, told.findingId, told.kind]);
    byReason.set(key, { code, detail: told, count: (byReason.get(key)?.count ?? 0) + 1 });
  }
  return [...byReason.values()];
}
