import { Controller, Req, Res } from '@nestjs/common';
import { type Language, type Narration, type Principal } from '@openrounds/contracts';
import { NarrateRun } from '../../use-cases/narrate-run';
import { OpenRequests } from '../../use-cases/open-requests';
import { type ApiReply, type ApiRequest } from '../api-request';
import { idempotencyOf } from '../idempotency-key';
import { jobMeta } from '../job-meta';
import { Caller, Input, Lang, Operate, type OperationInput } from '../operate';
import { waitSeconds } from '../prefer';

/** Runs told in sentences. */
@Controller()
export class NarrationsController {
  constructor(
    private readonly narrate: NarrateRun,
    private readonly openRequests: OpenRequests,
  ) {}

  @Operate('createNarration')
  async create(
    @Input() { params, body }: OperationInput<'createNarration'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Narration> {
    const seconds = waitSeconds(request.headers.prefer);
    const id = await this.narrate.create({
      principal,
      meta: jobMeta(request, principal),
      runId: params.id,
      input: body,
      idempotency: idempotencyOf(request),
    });
    const narration = await this.readWithin(principal, params.id, id, seconds, language);
    const status = seconds > 0 && narration.status !== 'waiting' ? 200 : 202;
    void reply.header('location', `/v1/runs/${params.id}/narrations/${id}`).status(status);
    if (seconds > 0) void reply.header('preference-applied', `wait=${String(seconds)}`);
    return narration;
  }

  @Operate('getNarration')
  read(
    @Input() { params }: OperationInput<'getNarration'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
  ): Promise<Narration> {
    const seconds = waitSeconds(request.headers.prefer);
    return this.readWithin(principal, params.id, params.narrationId, seconds, language);
  }

  private readWithin(
    principal: Principal,
    runId: string,
    id: string,
    seconds: number,
    language: Language,
  ): Promise<Narration> {
    const read = () => this.narrate.read(principal, runId, id, seconds, language);
    return seconds > 0 ? this.openRequests.during(principal, read) : read();
  }
}
