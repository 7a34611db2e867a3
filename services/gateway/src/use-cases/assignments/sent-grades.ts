import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type GradeList,
  type GradeQuery,
  type Principal,
  type ResentGrades,
} from '@openrounds/contracts';
import { SERVICES, type Services } from '../../ports/services';
import { PUBLIC_URL } from '../../settings';
import { decodeCursor, encodeCursor } from '../paging';
import { askerOf, type TeachingRequest } from '../teaching-cases';

/** The course whose scores alone a launched teacher sees. */
const courseOf = ({ courseId, beyondCourse = false }: Principal): { courseId?: string } =>
  courseId === undefined || beyondCourse ? {} : { courseId };

/** What was sent to the gradebooks of learning platforms. Who leads an assignment is for teaching to say. */
@Injectable()
export class SentGrades {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(PUBLIC_URL) private readonly publicUrl: string | null,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`; `invalid-request` for a cursor that is none of ours */
  async list(request: TeachingRequest, query: GradeQuery): Promise<GradeList> {
    this.requireAddress();
    const { principal, meta } = request;
    const { assignmentId, state, limit, cursor } = query;
    const before = decodeCursor(cursor);
    const { learnerId } = principal;
    if (principal.role === 'student' && learnerId === undefined) return { items: [], nextCursor: null };
    if (principal.role !== 'student') await this.requireLeader(request, assignmentId);
    const { items, more } = await this.services.ask('list-grades.v1', {
      ...{ meta, assignmentId, limit, ...courseOf(principal) },
      ...(principal.role === 'student' ? { learnerId } : {}),
      ...(state === undefined ? {} : { state }),
      ...(before === undefined ? {} : { before }),
    });
    const last = items.at(-1);
    return { items, nextCursor: more && last !== undefined ? encodeCursor(last.id) : null };
  }

  /** @throws DomainError `not-found`, `forbidden` */
  async resendOne(request: TeachingRequest, gradeId: string): Promise<ResentGrades> {
    this.requireAddress();
    const { meta, principal } = request;
    const { assignmentId } = await this.services.ask('find-grade.v1', { meta, gradeId });
    await this.requireLeader(request, assignmentId);
    return this.services.ask('resend-grades.v1', { meta, assignmentId, gradeId, ...courseOf(principal) });
  }

  /** @throws DomainError `not-found`, `forbidden` */
  async resendAll(request: TeachingRequest, assignmentId: string): Promise<ResentGrades> {
    this.requireAddress();
    await this.requireLeader(request, assignmentId);
    const { meta, principal } = request;
    return this.services.ask('resend-grades.v1', { meta, assignmentId, ...courseOf(principal) });
  }

  /** Results are told to those who lead the assignment, and to nobody else. */
  private async requireLeader({ principal, meta }: TeachingRequest, assignmentId: string): Promise<void> {
    const payload = { meta, by: askerOf(principal), assignmentId, limit: 1 };
    await this.services.ask('list-assignment-results.v1', payload);
  }

  private requireAddress(): void {
    if (this.publicUrl === null)
      throw new DomainError('not-found', 'This installation has no public address (PUBLIC_URL)');
  }
}
