import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  ToldQuestionDraftsList,
  type CreateQuestionDraftsInput,
  type QuestionDrafts,
  type QuestionDraftsList,
} from '@openrounds/contracts';
import { notice, presentQuestionDrafts } from '@openrounds/presentation';
import { SERVICES, type Services } from '../../ports/services';
import { type Idempotency } from '../claim-id';
import { askerOf, type TeachingRequest } from '../teaching-cases';
import { RoleRequests } from './role-requests';

/** Drafts of questions, for who owns the case alone. */
@Injectable()
export class DraftQuestions {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    private readonly requests: RoleRequests,
  ) {}

  /** @throws DomainError `dependency-unavailable`, `not-found`, `forbidden`, `built-in-case`, `thread-full` … */
  async create(
    request: TeachingRequest,
    caseId: string,
    { language, count }: CreateQuestionDraftsInput,
    idempotency: Idempotency,
  ): Promise<QuestionDrafts> {
    const { principal, meta } = request;
    const roleRequestId = await this.requests.claim(principal, 'createQuestionDrafts', idempotency);
    const told = await this.services.ask('draft-questions.v1', {
      meta,
      by: askerOf(principal),
      roleRequestId,
      caseId,
      versions: this.requests.versions(),
      language,
      count,
    });
    const drafts = this.requests.open(told, request, ToldQuestionDraftsList);
    const drafted = drafts.find(({ id }) => id === roleRequestId);
    if (drafted === undefined) throw new DomainError('not-found');
    return presentQuestionDrafts(drafted, request.language);
  }

  /** @throws DomainError `not-found`, `forbidden`, `built-in-case` … */
  async list(request: TeachingRequest, caseId: string): Promise<QuestionDraftsList> {
    const { principal, meta, language } = request;
    const payload = { meta, by: askerOf(principal), caseId };
    const told = await this.services.ask('list-question-drafts.v1', payload);
    const items = this.requests.open(told, request, ToldQuestionDraftsList);
    return { items: items.map((each) => presentQuestionDrafts(each, language)), notice: notice(language) };
  }
}
