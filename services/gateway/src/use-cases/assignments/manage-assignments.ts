import { Inject, Injectable } from '@nestjs/common';
import {
  CodedAssignment,
  SEAL_PLACES,
  ToldAssignmentResults,
  ToldAssignments,
  type Assignment,
  type AssignmentList,
  type AssignmentResults,
  type CreateAssignmentInput,
  type SealedAssignment,
} from '@openrounds/contracts';
import { CLOCK, Sealer, type Clock } from '@openrounds/platform';
import { presentAssignment } from '@openrounds/presentation';
import { IDEMPOTENCY_STORE, type IdempotencyStore } from '../../ports/idempotency';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../../ports/knowledge-library';
import { SERVICES, type Services } from '../../ports/services';
import { claimId, type Idempotency } from '../claim-id';
import { decodeCursor, encodeCursor } from '../paging';
import { askerOf, type TeachingRequest } from '../teaching-cases';

export interface PageWanted {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Assignments: made, released and looked at by teachers, listed for learners too. */
@Injectable()
export class ManageAssignments {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(IDEMPOTENCY_STORE) private readonly idempotency: Pick<IdempotencyStore, 'claim'>,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'versions'>,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `case-not-published`, `class-archived`, `idempotency-key-reused` … */
  async create(
    request: TeachingRequest,
    given: CreateAssignmentInput,
    idempotency: Idempotency,
  ): Promise<Assignment> {
    const { principal, meta } = request;
    const now = this.clock.now();
    const assignmentId = await claimId(this.idempotency, principal, 'createAssignment', idempotency, now);
    const versions = this.knowledge.versions();
    const payload = { meta, by: askerOf(principal), assignmentId, versions, given };
    return this.tell(await this.services.ask('create-assignment.v1', payload), request);
  }

  /** @throws DomainError `invalid-request` for a cursor that is none of ours */
  async list(
    request: TeachingRequest,
    { limit, cursor, classId }: PageWanted & { readonly classId?: string | undefined },
  ): Promise<AssignmentList> {
    const { principal, meta, language } = request;
    const before = decodeCursor(cursor);
    const { sealed, more } = await this.services.ask('list-assignments.v1', {
      meta,
      by: askerOf(principal),
      limit,
      ...(before === undefined ? {} : { before }),
      ...(classId === undefined ? {} : { classId }),
    });
    const told = this.sealer.open(sealed, placeOf(request), ToldAssignments);
    const last = told.at(-1);
    return {
      items: told.map((each) => presentAssignment(each, language)),
      nextCursor: more && last !== undefined ? encodeCursor(last.id) : null,
    };
  }

  /** @throws DomainError `not-found`, `forbidden`, `learner-erased` */
  async read(request: TeachingRequest, assignmentId: string): Promise<Assignment> {
    const { principal, meta } = request;
    const payload = { meta, by: askerOf(principal), assignmentId };
    return this.tell(await this.services.ask('get-assignment.v1', payload), request);
  }

  /** @throws DomainError `not-found`, `forbidden` */
  async release(request: TeachingRequest, assignmentId: string): Promise<Assignment> {
    const { principal, meta } = request;
    const payload = { meta, by: askerOf(principal), assignmentId };
    return this.tell(await this.services.ask('release-assignment.v1', payload), request);
  }

  /** @throws DomainError `not-found`, `forbidden` */
  async remove({ principal, meta }: TeachingRequest, assignmentId: string): Promise<void> {
    await this.services.ask('delete-assignment.v1', { meta, by: askerOf(principal), assignmentId });
  }

  /** @throws DomainError `not-found`, `forbidden`; `invalid-request` for a cursor that is none of ours */
  async results(
    request: TeachingRequest,
    assignmentId: string,
    { limit, cursor }: PageWanted,
  ): Promise<AssignmentResults> {
    const { principal, meta } = request;
    const after = decodeCursor(cursor);
    const { sealed, next, withheld } = await this.services.ask('list-assignment-results.v1', {
      meta,
      by: askerOf(principal),
      assignmentId,
      limit,
      ...(after === undefined ? {} : { after }),
    });
    const items = this.sealer.open(sealed, placeOf(request), ToldAssignmentResults);
    return { items, nextCursor: next === undefined ? null : encodeCursor(next), withheld };
  }

  private tell({ sealed }: SealedAssignment, request: TeachingRequest): Assignment {
    return presentAssignment(this.sealer.open(sealed, placeOf(request), CodedAssignment), request.language);
  }
}

/** Where seals of what teaching tells this request belong. */
export const placeOf = ({ meta }: TeachingRequest) =>
  SEAL_PLACES.shownAssignments(meta.tenantId, meta.requestId);
