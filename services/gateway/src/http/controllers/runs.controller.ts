import { Controller, Req, Res } from '@nestjs/common';
import { type Language, type Principal, type Run, type RunSummary } from '@openrounds/contracts';
import { notice } from '@openrounds/presentation';
import { CreateRun } from '../../use-cases/create-run';
import { KeepRun } from '../../use-cases/keep-run';
import { OpenRequests } from '../../use-cases/open-requests';
import { hasEnded, ReadRun } from '../../use-cases/read-run';
import { StreamRun } from '../../use-cases/stream-run';
import { type ApiReply, type ApiRequest } from '../api-request';
import { eventText, sendEvents } from '../event-stream';
import { idempotencyOf } from '../idempotency-key';
import { Caller, Input, Lang, Operate, type OperationInput } from '../operate';
import { waitSeconds } from '../prefer';
import { ShuttingDown } from '../shutting-down';

@Controller()
export class RunsController {
  constructor(
    private readonly createRun: CreateRun,
    private readonly keepRun: KeepRun,
    private readonly readRun: ReadRun,
    private readonly streamRun: StreamRun,
    private readonly openRequests: OpenRequests,
    private readonly shuttingDown: ShuttingDown,
  ) {}

  @Operate('createRun')
  async create(
    @Input() { body }: OperationInput<'createRun'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Run> {
    const seconds = waitSeconds(request.headers.prefer);
    const accept = async (): Promise<Run> => {
      const { runId } = await this.createRun.execute({
        principal,
        language,
        requestId: request.id,
        traceparent: request.traceparent,
        input: body,
        idempotency: idempotencyOf(request),
      });
      return this.readRun.readWhenEnded(principal, runId, seconds, language);
    };
    const run = await (seconds > 0 ? this.openRequests.during(principal, accept) : accept());
    void reply.header('location', `/v1/runs/${run.id}`).status(seconds > 0 && hasEnded(run) ? 200 : 202);
    if (seconds > 0) void reply.header('preference-applied', `wait=${String(seconds)}`);
    return run;
  }

  @Operate('listRuns')
  async list(
    @Input() { query }: OperationInput<'listRuns'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
  ): Promise<{ items: RunSummary[]; nextCursor: string | null; notice: string }> {
    return { ...(await this.readRun.list(principal, query, language)), notice: notice(language) };
  }

  @Operate('getRun')
  read(
    @Input() { params }: OperationInput<'getRun'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
  ): Promise<Run> {
    return this.readRun.read(principal, params.id, language);
  }

  @Operate('keepRun')
  keep(@Input() { params }: OperationInput<'keepRun'>, @Caller() principal: Principal): Promise<void> {
    return this.keepRun.execute(principal, params.id);
  }

  @Operate('streamRunEvents')
  async events(
    @Input() { params }: OperationInput<'streamRunEvents'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res() reply: ApiReply,
  ): Promise<void> {
    await this.readRun.find(principal, params.id);
    const lastSeen = Number(request.headers['last-event-id'] ?? 0);
    const after = Number.isSafeInteger(lastSeen) ? lastSeen : 0;
    await this.openRequests.during(principal, () =>
      sendEvents(reply, (signal) => this.written(principal, params.id, after, language, signal), {
        shuttingDown: this.shuttingDown.signal,
        greeting: 'the sections of the run follow as they become known',
      }),
    );
  }

  private async *written(...asked: Parameters<StreamRun['events']>): AsyncGenerator<string | null> {
    for await (const event of this.streamRun.events(...asked)) yield event && eventText(event);
  }
}
