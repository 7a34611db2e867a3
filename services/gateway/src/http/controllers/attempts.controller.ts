import { Controller, Req, Res } from '@nestjs/common';
import {
  type Attempt,
  type AttemptList,
  type AttemptReview,
  type Feedback,
  type Principal,
} from '@openrounds/contracts';
import { TakeAttempts } from '../../use-cases/assignments/take-attempts';
import { type ApiReply, type ApiRequest } from '../api-request';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { teachingRequest } from '../teaching-request';

/** Cases that a learner takes alone. */
@Controller()
export class AttemptsController {
  constructor(private readonly attempts: TakeAttempts) {}

  @Operate('createAttempt')
  async begin(
    @Input() { body }: OperationInput<'createAttempt'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Attempt> {
    const attempt = await this.attempts.begin(teachingRequest(request, principal), body.assignmentId);
    void reply.header('location', `/v1/attempts/${attempt.id}`);
    return attempt;
  }

  @Operate('listAttempts')
  list(
    @Input() { query }: OperationInput<'listAttempts'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<AttemptList> {
    return this.attempts.list(teachingRequest(request, principal), query);
  }

  @Operate('getAttempt')
  read(
    @Input() { params }: OperationInput<'getAttempt'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<Attempt> {
    return this.attempts.read(teachingRequest(request, principal), params.id);
  }

  @Operate('reviewAttempt')
  review(
    @Input() { params }: OperationInput<'reviewAttempt'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<AttemptReview> {
    return this.attempts.review(teachingRequest(request, principal), params.id);
  }

  @Operate('takeAttemptStep')
  step(
    @Input() { params, body }: OperationInput<'takeAttemptStep'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<Attempt> {
    return this.attempts.step(teachingRequest(request, principal), params.id, body);
  }

  @Operate('getAttemptFeedback')
  feedback(
    @Input() { params }: OperationInput<'getAttemptFeedback'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<Feedback> {
    return this.attempts.feedback(teachingRequest(request, principal), params.id);
  }
}
