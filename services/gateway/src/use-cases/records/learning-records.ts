import { Inject, Injectable } from '@nestjs/common';
import {
  Cmi5Ticket,
  DomainError,
  SEAL_PLACES,
  SessionLeft,
  type Cmi5LaunchQuery,
  type Cmi5Refusal,
  type JobMeta,
  type LrsCheck,
  type LrsConnection,
  type LrsConnectionInput,
  type LrsConnectionList,
  type Principal,
  type RecordStatementList,
  type StatementState,
} from '@openrounds/contracts';
import { newId, type Sealer } from '@openrounds/platform';
import { z } from 'zod';
import { LAUNCH_SEALER } from '../../ports/launch-sealer';
import { SERVICES, type Services } from '../../ports/services';
import { Launches } from '../launches/launches';
import { decodeCursor, encodeCursor } from '../paging';

interface Wanted {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A foreign host has ten seconds to answer, and the answer has to come back. */
const CHECK_MS = 12_000;
/** Three of them are asked, one after the other. */
const LAUNCH_MS = 36_000;
const Assignment = z.uuid();

/** Systems that launch by cmi5 and keep records, as integration knows them; what a launch says crosses the queues sealed. */
@Injectable()
export class LearningRecords {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(LAUNCH_SEALER) private readonly sealer: Sealer,
    private readonly launches: Launches,
  ) {}

  register(meta: JobMeta, connection: LrsConnectionInput): Promise<LrsConnection> {
    this.launches.requireAddress();
    return this.services.ask('register-lrs.v1', { meta, connectionId: newId(), connection });
  }

  async list(meta: JobMeta, wanted: Wanted): Promise<LrsConnectionList> {
    return paged(await this.services.ask('list-lrs.v1', this.listOf(meta, wanted)));
  }

  /** @throws DomainError `not-found` */
  check(meta: JobMeta, connectionId: string): Promise<LrsCheck> {
    this.launches.requireAddress();
    return this.services.ask('check-lrs.v1', { meta, connectionId }, CHECK_MS);
  }

  /** @throws DomainError `not-found` */
  async remove(meta: JobMeta, connectionId: string): Promise<void> {
    this.launches.requireAddress();
    await this.services.ask('remove-lrs.v1', { meta, connectionId });
  }

  async statements(
    meta: JobMeta,
    { state, ...wanted }: Wanted & { readonly state?: StatementState | undefined },
  ): Promise<RecordStatementList> {
    const asked = { ...this.listOf(meta, wanted), ...(state === undefined ? {} : { state }) };
    return paged(await this.services.ask('list-statements.v1', asked));
  }

  /** Takes a launch: the ticket that the browser changes for a session, or what the page says. */
  async begin(
    { requestId, traceparent }: JobMeta,
    { assignment, institution, ...fields }: Cmi5LaunchQuery,
  ): Promise<{ readonly ticket: string } | { readonly code: Cmi5Refusal }> {
    const publicUrl = this.launches.requireAddress();
    const assignmentId = Assignment.safeParse(assignment).data;
    if (assignmentId === undefined || !institution) return { code: 'cmi5-incomplete' };
    const meta = {
      ...{ tenantId: institution, requestId },
      ...(traceparent === undefined ? {} : { traceparent }),
    };
    const given = { fields: JSON.parse(JSON.stringify(fields)) as Record<string, string>, publicUrl };
    const sealed = this.sealer.seal(given, SEAL_PLACES.givenLaunch(institution, requestId));
    const begun = await this.services.ask('begin-cmi5.v1', { meta, assignmentId, sealed }, LAUNCH_MS);
    if (begun.outcome === 'refused') return { code: begun.code };
    const place = SEAL_PLACES.toldLaunch(institution, requestId);
    return { ticket: this.sealer.open(begun.sealed, place, Cmi5Ticket) };
  }

  /** @throws DomainError `not-found` where no session goes on */
  async leave(meta: JobMeta, { learnerId }: Principal, attemptId: string): Promise<SessionLeft> {
    this.launches.requireAddress();
    if (learnerId === undefined) throw new DomainError('not-found');
    const { sealed } = await this.services.ask('leave-cmi5.v1', { meta, learnerId, attemptId });
    const place = SEAL_PLACES.toldLaunch(meta.tenantId, meta.requestId);
    return { returnUrl: this.sealer.open(sealed, place, SessionLeft.shape.returnUrl) };
  }

  private listOf(meta: JobMeta, { limit, cursor }: Wanted) {
    this.launches.requireAddress();
    const before = decodeCursor(cursor);
    return { meta, limit, ...(before === undefined ? {} : { before }) };
  }
}

function paged<T extends { readonly id: string }>({ items, more }: { items: T[]; more: boolean }) {
  const last = items.at(-1);
  return { items, nextCursor: more && last !== undefined ? encodeCursor(last.id) : null };
}
