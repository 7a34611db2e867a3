import { Controller, Req, Res } from '@nestjs/common';
import {
  type Principal,
  type TutorQuestion,
  type TutorThread,
  type TutorThreadList,
} from '@openrounds/contracts';
import { AskTutor, type ThreadRequest } from '../../use-cases/ask-tutor';
import { OpenRequests } from '../../use-cases/open-requests';
import { TutorGrounds } from '../../use-cases/tutor-grounds';
import { type ApiReply, type ApiRequest } from '../api-request';
import { idempotencyOf } from '../idempotency-key';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { waitSeconds } from '../prefer';
import { teachingRequest } from '../teaching-request';

/** Questions about lists: of runs, of attempts, of rooms. */
@Controller()
export class TutorController {
  constructor(
    private readonly tutor: AskTutor,
    private readonly grounds: TutorGrounds,
    private readonly openRequests: OpenRequests,
  ) {}

  @Operate('createTutorThread')
  begin(
    @Input() { params, body }: OperationInput<'createTutorThread'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<TutorThread> {
    const about = { kind: 'run', id: params.id } as const;
    return this.begun(request, reply, principal, { about, operation: 'createTutorThread', input: body });
  }

  @Operate('listTutorThreads')
  list(
    @Input() { params, query }: OperationInput<'listTutorThreads'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TutorThreadList> {
    return this.tutor.list(teachingRequest(request, principal), { kind: 'run', id: params.id }, query);
  }

  @Operate('createAttemptTutorThread')
  beginOfAttempt(
    @Input() { params, body }: OperationInput<'createAttemptTutorThread'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<TutorThread> {
    const about = { kind: 'attempt', id: params.id } as const;
    const operation = 'createAttemptTutorThread';
    return this.begun(request, reply, principal, { about, operation, input: body });
  }

  @Operate('listAttemptTutorThreads')
  listOfAttempt(
    @Input() { params, query }: OperationInput<'listAttemptTutorThreads'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TutorThreadList> {
    return this.tutor.list(teachingRequest(request, principal), { kind: 'attempt', id: params.id }, query);
  }

  @Operate('createRoomTutorThread')
  async beginOfRoom(
    @Input() { params, body }: OperationInput<'createRoomTutorThread'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<TutorThread> {
    const about = await this.grounds.room(teachingRequest(request, principal), params.code);
    const operation = 'createRoomTutorThread';
    return this.begun(request, reply, principal, { about, operation, input: body });
  }

  @Operate('listRoomTutorThreads')
  async listOfRoom(
    @Input() { params, query }: OperationInput<'listRoomTutorThreads'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TutorThreadList> {
    const asked = teachingRequest(request, principal);
    return this.tutor.list(asked, await this.grounds.room(asked, params.code), query);
  }

  @Operate('getTutorThread')
  read(
    @Input() { params }: OperationInput<'getTutorThread'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TutorThread> {
    return this.tutor.read(teachingRequest(request, principal), params.id, request.language);
  }

  @Operate('askTutor')
  async ask(
    @Input() { params, body }: OperationInput<'askTutor'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<TutorQuestion> {
    const seconds = waitSeconds(request.headers.prefer);
    const id = await this.tutor.ask({
      ...teachingRequest(request, principal),
      threadId: params.id,
      question: body.question,
      idempotency: idempotencyOf(request),
    });
    const question = await this.readWithin(request, principal, { threadId: params.id, id, seconds });
    const status = seconds > 0 && question.status !== 'waiting' ? 200 : 202;
    void reply.header('location', `/v1/tutor-threads/${params.id}/questions/${id}`).status(status);
    if (seconds > 0) void reply.header('preference-applied', `wait=${String(seconds)}`);
    return question;
  }

  @Operate('getTutorQuestion')
  readQuestion(
    @Input() { params }: OperationInput<'getTutorQuestion'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TutorQuestion> {
    const seconds = waitSeconds(request.headers.prefer);
    return this.readWithin(request, principal, { threadId: params.id, id: params.questionId, seconds });
  }

  private async begun(
    request: ApiRequest,
    reply: ApiReply,
    principal: Principal,
    wanted: Pick<ThreadRequest, 'about' | 'operation' | 'input'>,
  ): Promise<TutorThread> {
    const asked = teachingRequest(request, principal);
    const id = await this.tutor.begin({ ...asked, ...wanted, idempotency: idempotencyOf(request) });
    void reply.header('location', `/v1/tutor-threads/${id}`);
    return this.tutor.read(asked, id, request.language);
  }

  private readWithin(
    request: ApiRequest,
    principal: Principal,
    { threadId, id, seconds }: { readonly threadId: string; readonly id: string; readonly seconds: number },
  ): Promise<TutorQuestion> {
    const asked = teachingRequest(request, principal);
    const read = () => this.tutor.readQuestion(asked, threadId, id, seconds, request.language);
    return seconds > 0 ? this.openRequests.during(principal, read) : read();
  }
}
