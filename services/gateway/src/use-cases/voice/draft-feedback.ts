import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  ToldFeedbackDrafts,
  type CreateFeedbackDraftInput,
  type FeedbackDraft,
  type FeedbackDraftList,
  type ReleaseFeedbackInput,
  type SealedRoleRequests,
} from '@openrounds/contracts';
import { notice, presentFeedbackDraft } from '@openrounds/presentation';
import { SERVICES, type Services } from '../../ports/services';
import { type Idempotency } from '../claim-id';
import { FindRoom } from '../rooms/find-room';
import { askerOf, type TeachingRequest } from '../teaching-cases';
import { RoleRequests } from './role-requests';

/** Drafts of feedback on what participants of a room wrote, for who leads it alone until something is released. */
@Injectable()
export class DraftFeedback {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    private readonly find: FindRoom,
    private readonly requests: RoleRequests,
  ) {}

  /** @throws DomainError `dependency-unavailable`, `not-found`, `forbidden`, `round-open`, `thread-full` … */
  async create(
    request: TeachingRequest,
    address: string,
    { roundId, number, language, rubric }: CreateFeedbackDraftInput,
    idempotency: Idempotency,
  ): Promise<FeedbackDraft> {
    const { principal, meta } = request;
    const { roomId } = await this.find.ledBy(principal, address, meta);
    const criteria = await this.requests.masked(rubric);
    const roleRequestId = await this.requests.claim(principal, 'createFeedbackDraft', idempotency);
    const told = await this.services.ask('draft-feedback.v1', {
      meta,
      by: askerOf(principal),
      roleRequestId,
      ...{ roomId, roundId, number, language },
      versions: this.requests.versions(),
      sealed: this.requests.seal(criteria, principal, roleRequestId),
    });
    return this.one(told, request, roleRequestId);
  }

  /** @throws DomainError `not-found`, `forbidden` */
  async list(
    request: TeachingRequest,
    address: string,
    roundId: string | undefined,
  ): Promise<FeedbackDraftList> {
    const { principal, meta, language } = request;
    const { roomId } = await this.find.ledBy(principal, address, meta);
    const told = await this.services.ask('list-feedback-drafts.v1', {
      meta,
      by: askerOf(principal),
      roomId,
      ...(roundId === undefined ? {} : { roundId }),
    });
    const items = this.requests.open(told, request, ToldFeedbackDrafts);
    return { items: items.map((each) => presentFeedbackDraft(each, language)), notice: notice(language) };
  }

  /** @throws DomainError `not-found`, `forbidden` */
  async release(
    request: TeachingRequest,
    address: string,
    draftId: string,
    { criteria }: ReleaseFeedbackInput,
  ): Promise<FeedbackDraft> {
    const { principal, meta } = request;
    const { roomId } = await this.find.ledBy(principal, address, meta);
    const texts = await this.requests.masked(
      criteria.flatMap(({ criterion, advice }) => [criterion, advice]),
    );
    const clean = criteria.map(({ judgement }, place) => ({
      judgement,
      criterion: texts[2 * place] ?? '',
      advice: texts[2 * place + 1] ?? '',
    }));
    const told = await this.services.ask('release-feedback.v1', {
      meta,
      by: askerOf(principal),
      roomId,
      roleRequestId: draftId,
      sealed: this.requests.seal({ criteria: clean }, principal, draftId),
    });
    return this.one(told, request, draftId);
  }

  private one(told: SealedRoleRequests, request: TeachingRequest, id: string): FeedbackDraft {
    const drafts = this.requests.open(told, request, ToldFeedbackDrafts);
    const draft = drafts.find((each) => each.id === id);
    if (draft === undefined) throw new DomainError('not-found');
    return presentFeedbackDraft(draft, request.language);
  }
}
