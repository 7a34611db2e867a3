import { Controller, Req, Res } from '@nestjs/common';
import { type Language, type Principal, type TutorQuestion, type TutorThread } from '@openrounds/contracts';
import { AskTutor } from '../../use-cases/ask-tutor';
import { OpenRequests } from '../../use-cases/open-requests';
import { type ApiReply, type ApiRequest } from '../api-request';
import { idempotencyOf } from '../idempotency-key';
import { jobMeta } from '../job-meta';
import { Caller, Input, Lang, Operate, type OperationInput } from '../operate';
import { waitSeconds } from '../prefer';

/** Questions about runs. */
@Controller()
export class TutorController {
  constructor(
    private readonly tutor: AskTutor,
    private readonly openRequests: OpenRequests,
  ) {}

  @Operate('createTutorThread')
  async begin(
    @Input() { params, body }: OperationInput<'createTutorThread'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<TutorThread> {
    const idempotency = idempotencyOf(request);
    const id = await this.tutor.begin({ principal, runId: params.id, input: body, idempotency });
    void reply.header('location', `/v1/tutor-threads/${id}`);
    return this.tutor.read(principal, id, language);
  }

  @Operate('getTutorThread')
  read(
    @Input() { params }: OperationInput<'getTutorThread'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
  ): Promise<TutorThread> {
    return this.tutor.read(principal, params.id, language);
  }

  @Operate('askTutor')
  async ask(
    @Input() { params, body }: OperationInput<'askTutor'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<TutorQuestion> {
    const seconds = waitSeconds(request.headers.prefer);
    const id = await this.tutor.ask({
      principal,
      meta: jobMeta(request, principal),
      threadId: params.id,
      question: body.question,
      idempotency: idempotencyOf(request),
    });
    const question = await this.readWithin(principal, params.id, id, seconds, language);
    const status = seconds > 0 && question.status !== 'waiting' ? 200 : 202;
    void reply.header('location', `/v1/tutor-threads/${params.id}/questions/${id}`).status(status);
    if (seconds > 0) void reply.header('preference-applied', `wait=${String(seconds)}`);
    return question;
  }

  @Operate('getTutorQuestion')
  readQuestion(
    @Input() { params }: OperationInput<'getTutorQuestion'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
  ): Promise<TutorQuestion> {
    const seconds = waitSeconds(request.headers.prefer);
    return this.readWithin(principal, params.id, params.questionId, seconds, language);
  }

  private readWithin(
    principal: Principal,
    threadId: string,
    id: string,
    seconds: number,
    language: Language,
  ): Promise<TutorQuestion> {
    const read = () => this.tutor.readQuestion(principal, threadId, id, seconds, language);
    return seconds > 0 ? this.openRequests.during(principal, read) : read();
  }
}
