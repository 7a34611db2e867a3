import { Controller, Req } from '@nestjs/common';
import {
  type FeedbackDraft,
  type FeedbackDraftList,
  type Principal,
  type QuestionDrafts,
  type QuestionDraftsList,
} from '@openrounds/contracts';
import { DraftFeedback } from '../../use-cases/voice/draft-feedback';
import { DraftQuestions } from '../../use-cases/voice/draft-questions';
import { type ApiRequest } from '../api-request';
import { idempotencyOf } from '../idempotency-key';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { teachingRequest } from '../teaching-request';

/** What a language model drafts for teachers. */
@Controller()
export class DraftsController {
  constructor(
    private readonly questions: DraftQuestions,
    private readonly feedback: DraftFeedback,
  ) {}

  @Operate('createQuestionDrafts')
  createQuestions(
    @Input() { params, body }: OperationInput<'createQuestionDrafts'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<QuestionDrafts> {
    const asked = teachingRequest(request, principal);
    return this.questions.create(asked, params.id, body, idempotencyOf(request));
  }

  @Operate('listQuestionDrafts')
  listQuestions(
    @Input() { params }: OperationInput<'listQuestionDrafts'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<QuestionDraftsList> {
    return this.questions.list(teachingRequest(request, principal), params.id);
  }

  @Operate('createFeedbackDraft')
  createFeedback(
    @Input() { params, body }: OperationInput<'createFeedbackDraft'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<FeedbackDraft> {
    const asked = teachingRequest(request, principal);
    return this.feedback.create(asked, params.code, body, idempotencyOf(request));
  }

  @Operate('listFeedbackDrafts')
  listFeedback(
    @Input() { params, query }: OperationInput<'listFeedbackDrafts'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<FeedbackDraftList> {
    return this.feedback.list(teachingRequest(request, principal), params.code, query.roundId);
  }

  @Operate('releaseFeedback')
  release(
    @Input() { params, body }: OperationInput<'releaseFeedback'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<FeedbackDraft> {
    const { code, draftId } = params;
    return this.feedback.release(teachingRequest(request, principal), code, draftId, body);
  }
}
