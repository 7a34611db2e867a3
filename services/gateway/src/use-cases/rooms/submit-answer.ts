import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  MAX_ROOM_BATCH,
  MAX_SUBMISSION_BYTES,
  SEAL_PLACES,
  type GivenSubmission,
  type RecordSubmissionsResult,
  type SubmissionInput,
  type SubmissionReceipt,
} from '@openrounds/contracts';
import { Metrics, newId, Sealer } from '@openrounds/platform';
import { textsOfAnswer, withAnswerTexts } from '../../model/answer-texts';
import { type Seat } from '../../model/seat';
import { MASKER, type Masker } from '../../ports/masker';
import { SERVICES, type Services } from '../../ports/services';
import { BATCH_DEADLINE_MS, RoomBatches, type BatchOfRoom } from './batches';
import { refusalOf } from './refusal';

type Receipt = RecordSubmissionsResult['receipts'][number];

/** Takes answers of a class, many in one message; what people wrote is de-identified here and travels sealed. */
@Injectable()
export class SubmitAnswer {
  private readonly batches = new RoomBatches<GivenSubmission, Receipt>(MAX_ROOM_BATCH, (room, answers) =>
    this.send(room, answers),
  );

  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(MASKER) private readonly masker: Masker,
    private readonly sealer: Sealer,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'rooms'>,
  ) {}

  /** @throws DomainError `too-large`, `round-not-open`, `round-reset`, `newer-revision`, `invalid-request` … */
  async execute(seat: Seat, input: SubmissionInput): Promise<SubmissionReceipt> {
    if (Buffer.byteLength(JSON.stringify(input)) > MAX_SUBMISSION_BYTES)
      throw new DomainError('too-large', `An answer has at most ${String(MAX_SUBMISSION_BYTES)} bytes`);
    const { participantId, number } = seat;
    const mask = await this.masker.read(textsOfAnswer(input.answer));
    const answer = withAnswerTexts(input.answer, (text) => mask(text).text);
    const receipt = await this.batches.add(seat, { ...input, participantId, number, answer });
    if (!receipt.ok) throw refusalOf(receipt);
    const { ok: _ok, ...told } = receipt;
    return told;
  }

  private async send(
    { tenantId, roomId }: BatchOfRoom,
    answers: readonly GivenSubmission[],
  ): Promise<readonly Receipt[]> {
    const meta = { tenantId, requestId: newId() };
    const sealed = this.sealer.seal(answers, SEAL_PLACES.givenSubmissions(tenantId, roomId));
    const payload = { meta, roomId, sealed };
    const { receipts } = await this.metrics.rooms.measured('answers', answers.length, () =>
      this.services.ask('record-submissions.v1', payload, BATCH_DEADLINE_MS),
    );
    return receipts;
  }
}
