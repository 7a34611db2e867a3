import { Inject, Injectable } from '@nestjs/common';
import {
  Class,
  SEAL_PLACES,
  ToldClasses,
  ToldMembers,
  type ActOnClassPayload,
  type ClassList,
  type ClassMemberList,
  type CreateClassInput,
  type SealedPeople,
} from '@openrounds/contracts';
import { CLOCK, Sealer, showHumanCode, type Clock } from '@openrounds/platform';
import { IDEMPOTENCY_STORE, type IdempotencyStore } from '../../ports/idempotency';
import { SERVICES, type Services } from '../../ports/services';
import { claimId, type Idempotency } from '../claim-id';
import { decodeCursor, encodeCursor } from '../paging';
import { askerOf, type TeachingRequest } from '../teaching-cases';
import { openPeople } from './open-people';

type PageWanted = { readonly limit: number; readonly cursor?: string | undefined };

/** Classes: made and led by teachers, read by their students. */
@Injectable()
export class ManageClasses {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(IDEMPOTENCY_STORE) private readonly idempotency: Pick<IdempotencyStore, 'claim'>,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `idempotency-key-reused` */
  async create(request: TeachingRequest, input: CreateClassInput, idempotency: Idempotency): Promise<Class> {
    const { principal, meta } = request;
    const now = this.clock.now();
    const classId = await claimId(this.idempotency, principal, 'createClass', idempotency, now);
    const sealed = this.sealer.seal(input, SEAL_PLACES.givenClass(principal.tenantId, classId));
    const payload = { meta, by: askerOf(principal), classId, sealed };
    return this.open(await this.services.ask('create-class.v1', payload), request);
  }

  /** @throws DomainError `not-found`, `forbidden` */
  async read(request: TeachingRequest, classId: string): Promise<Class> {
    const { principal, meta } = request;
    const payload = { meta, by: askerOf(principal), classId };
    return this.open(await this.services.ask('get-class.v1', payload), request);
  }

  /** @throws DomainError `not-found`, `forbidden`, `class-archived`, `invalid-request` */
  async act(request: TeachingRequest, classId: string, act: ActOnClassPayload['act']): Promise<Class> {
    const { principal, meta } = request;
    const payload = { meta, by: askerOf(principal), classId, act };
    return this.open(await this.services.ask('act-on-class.v1', payload), request);
  }

  /** @throws DomainError `invalid-request` for a cursor that is none of ours */
  async list({ principal, meta }: TeachingRequest, { limit, cursor }: PageWanted): Promise<ClassList> {
    const before = decodeCursor(cursor);
    const { sealed, more } = await this.services.ask('list-classes.v1', {
      meta,
      by: askerOf(principal),
      limit,
      ...(before === undefined ? {} : { before }),
    });
    const items = openPeople(this.sealer, sealed, meta, ToldClasses).map(shown);
    return { items, nextCursor: cursorAfter(more, items.at(-1)?.id) };
  }

  /** @throws DomainError `not-found`, `forbidden`; `invalid-request` for a cursor that is none of ours */
  async members(
    { principal, meta }: TeachingRequest,
    classId: string,
    { limit, cursor }: PageWanted,
  ): Promise<ClassMemberList> {
    const after = decodeCursor(cursor);
    const { sealed, more } = await this.services.ask('list-class-members.v1', {
      meta,
      by: askerOf(principal),
      classId,
      limit,
      ...(after === undefined ? {} : { after }),
    });
    const items = openPeople(this.sealer, sealed, meta, ToldMembers);
    return { items, nextCursor: cursorAfter(more, items.at(-1)?.learnerId) };
  }

  private open({ sealed }: SealedPeople, { meta }: TeachingRequest): Class {
    return shown(openPeople(this.sealer, sealed, meta, Class));
  }
}

/** A code as it is written on a board. */
const shown = (told: Class): Class => ({
  ...told,
  joinCode: told.joinCode === null ? null : showHumanCode(told.joinCode),
});

const cursorAfter = (more: boolean, last: string | undefined): string | null =>
  more && last !== undefined ? encodeCursor(last) : null;
