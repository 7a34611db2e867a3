import { Inject, Injectable } from '@nestjs/common';
import {
  CodedAttempt,
  CodedFeedback,
  CodedReview,
  DomainError,
  SEAL_PLACES,
  ToldAttempts,
  type Attempt,
  type AttemptList,
  type AttemptReview,
  type AttemptStepInput,
  type Feedback,
  type SealedAssignment,
} from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { namesOf, presentAttempt, presentFeedback, presentReview } from '@openrounds/presentation';
import { textsOfAnswer, withAnswerTexts } from '../../model/answer-texts';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../../ports/knowledge-library';
import { MASKER, type Masker } from '../../ports/masker';
import { SERVICES, type Services } from '../../ports/services';
import { decodeCursor, encodeCursor } from '../paging';
import { inWords } from '../rooms/refusal';
import { askerOf, type TeachingRequest } from '../teaching-cases';
import { placeOf, type PageWanted } from './manage-assignments';

/** Learners who take cases alone: what they write is de-identified here and travels sealed. */
@Injectable()
export class TakeAttempts {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'bundleFor'>,
    @Inject(MASKER) private readonly masker: Masker,
    private readonly sealer: Sealer,
  ) {}

  /** @throws DomainError `not-found`, `not-open`, `assignment-closed`, `attempts-used`, `case-in-room` … */
  async begin(request: TeachingRequest, assignmentId: string): Promise<Attempt> {
    const { principal, meta } = request;
    const payload = { meta, by: askerOf(principal), assignmentId };
    return this.tell(await this.services.ask('start-attempt.v1', payload), request);
  }

  /** @throws DomainError `not-found`, `learner-erased`; `invalid-request` for a cursor that is none of ours */
  async list(
    request: TeachingRequest,
    { limit, cursor, assignmentId }: PageWanted & { readonly assignmentId?: string | undefined },
  ): Promise<AttemptList> {
    const { principal, meta } = request;
    const before = decodeCursor(cursor);
    const { sealed, more } = await this.services.ask('list-attempts.v1', {
      meta,
      by: askerOf(principal),
      limit,
      ...(before === undefined ? {} : { before }),
      ...(assignmentId === undefined ? {} : { assignmentId }),
    });
    const items = this.sealer.open(sealed, placeOf(request), ToldAttempts);
    const last = items.at(-1);
    return { items, nextCursor: more && last !== undefined ? encodeCursor(last.id) : null };
  }

  /** @throws DomainError `not-found`, `case-erased`, `case-in-room` … */
  async read(request: TeachingRequest, attemptId: string): Promise<Attempt> {
    const { principal, meta } = request;
    const payload = { meta, by: askerOf(principal), attemptId };
    return this.tell(await this.services.ask('get-attempt.v1', payload), request);
  }

  /** @throws DomainError `assignment-closed`, `attempt-finished`, `commit-first`, `step-out-of-order`, `invalid-request` … */
  async step(
    request: TeachingRequest,
    attemptId: string,
    { position, step }: AttemptStepInput,
  ): Promise<Attempt> {
    const { principal, meta } = request;
    const place = SEAL_PLACES.givenStep(principal.tenantId, attemptId, position);
    const sealed = this.sealer.seal(await this.masked(step), place);
    const told = await this.services
      .ask('take-step.v1', { meta, by: askerOf(principal), attemptId, position, sealed })
      .catch(refuseInWords);
    return this.tell(told, request);
  }

  /** @throws DomainError `not-found`, `commit-first`, `not-released`, `case-in-room` … */
  async feedback(request: TeachingRequest, attemptId: string): Promise<Feedback> {
    const { principal, meta, language } = request;
    const payload = { meta, by: askerOf(principal), attemptId };
    const { sealed } = await this.services.ask('read-feedback.v1', payload);
    const feedback = this.sealer.open(sealed, placeOf(request), CodedFeedback);
    return presentFeedback(feedback, namesOf(this.knowledge.bundleFor(feedback.versions), language));
  }

  /** To whoever teaches the learner. @throws DomainError `not-found`, `forbidden`, `case-erased`, `practice-withheld` */
  async review(request: TeachingRequest, attemptId: string): Promise<AttemptReview> {
    const { principal, meta, language } = request;
    const payload = { meta, by: askerOf(principal), attemptId };
    const { sealed } = await this.services.ask('review-attempt.v1', payload);
    const review = this.sealer.open(sealed, placeOf(request), CodedReview);
    return presentReview(review, namesOf(this.knowledge.bundleFor(review.attempt.versions), language));
  }

  private async masked(step: AttemptStepInput['step']): Promise<AttemptStepInput['step']> {
    if (step.kind === 'next') return step;
    const mask = await this.masker.read(textsOfAnswer(step.answer));
    const answer = withAnswerTexts(step.answer, (text) => mask(text).text);
    return answer.kind === 'differential' ? { ...step, answer } : step;
  }

  private tell({ sealed }: SealedAssignment, request: TeachingRequest): Attempt {
    const attempt = this.sealer.open(sealed, placeOf(request), CodedAttempt);
    return presentAttempt(attempt, namesOf(this.knowledge.bundleFor(attempt.versions), request.language));
  }
}

/** A refusal with what is wrong in each field, in words. */
function refuseInWords(error: unknown): never {
  if (!(error instanceof DomainError) || error.code !== 'invalid-request') throw error;
  throw new DomainError(error.code, undefined, error.errors.map(inWords));
}
