import {
  GivenSubmission,
  SEAL_PLACES,
  type RecordSubmissionsPayload,
  type RecordSubmissionsResult,
} from '@openrounds/contracts';
import { faultPoint, Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { z } from 'zod';
import { type Received, RecordSubmissions } from '../use-cases/record-submissions';

type Receipt = RecordSubmissionsResult['receipts'][number];

/** Writes a batch of answers; what it replies was committed before. */
@Handles('teaching-interactive', 'record-submissions.v1')
export class RecordSubmissionsResponder {
  constructor(
    private readonly recordSubmissions: RecordSubmissions,
    private readonly sealer: Sealer,
  ) {}

  async answer({
    meta: { tenantId },
    roomId,
    sealed,
  }: RecordSubmissionsPayload): Promise<RecordSubmissionsResult> {
    const place = SEAL_PLACES.givenSubmissions(tenantId, roomId);
    const given = this.sealer.open(sealed, place, z.array(GivenSubmission));
    const received = await answerWithKnowledge(() =>
      this.recordSubmissions.execute({ tenantId, roomId }, given),
    );
    faultPoint('teaching:record-submissions');
    return { receipts: given.flatMap((each, at) => receiptOf(each, received, at)) };
  }
}

function receiptOf(
  { roundId, attempt, revision }: GivenSubmission,
  { judged, receivedAt }: Received,
  at: number,
): Receipt[] {
  const one = judged[at];
  if (one === undefined) return [];
  if (!one.ok) return [{ ...one, errors: [...one.errors] }];
  return [{ ok: true, status: one.status, roundId, attempt, revision, receivedAt: receivedAt.toISOString() }];
}
