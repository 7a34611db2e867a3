import { Inject, Injectable } from '@nestjs/common';
import { CodedAssignment, DomainError, type CourseQuery } from '@openrounds/contracts';
import { activityId, coursePackage } from '@openrounds/learning-records';
import { Sealer } from '@openrounds/platform';
import { notice } from '@openrounds/presentation';
import { SERVICES, type Services } from '../../ports/services';
import { placeOf } from '../assignments/manage-assignments';
import { Launches } from '../launches/launches';
import { askerOf, type TeachingRequest } from '../teaching-cases';

/** Makes a cmi5 package of an assignment: its title and where it is launched; the case stays here. */
@Injectable()
export class ExportCourse {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    private readonly sealer: Sealer,
    private readonly launches: Launches,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`; `invalid-request` for a mastery score of graded work */
  async execute(request: TeachingRequest, assignmentId: string, query: CourseQuery): Promise<Uint8Array> {
    const publicUrl = this.launches.requireAddress();
    const { principal, meta } = request;
    const payload = { meta, by: askerOf(principal), assignmentId };
    const { sealed } = await this.services.ask('get-assignment.v1', payload);
    const { mode, title } = this.sealer.open(sealed, placeOf(request), CodedAssignment);
    const { masteryScore } = query;
    if (masteryScore !== undefined && mode === 'graded') refuse('masteryScore');
    const moveOn = query.moveOn ?? (masteryScore === undefined ? 'Completed' : 'CompletedAndPassed');
    if (masteryScore === undefined && moveOn.includes('Passed') && moveOn !== 'CompletedOrPassed')
      refuse('moveOn');
    const url = new URL('/cmi5/launch', publicUrl);
    url.searchParams.set('assignment', assignmentId);
    url.searchParams.set('institution', meta.tenantId);
    return coursePackage({
      courseId: activityId(publicUrl, 'course', assignmentId),
      publisherId: activityId(publicUrl, 'assignment', assignmentId),
      url: url.href,
      title,
      description: { en: notice('en'), zh: notice('zh') },
      moveOn,
      masteryScore: masteryScore ?? null,
    });
  }
}

/** Nobody could ever pass. */
function refuse(field: 'masteryScore' | 'moveOn'): never {
  const message =
    field === 'masteryScore'
      ? 'the score of graded work is told after the session'
      : 'nothing is passed without a mastery score';
  throw new DomainError('invalid-request', undefined, [
    { pointer: `/query/${field}`, code: 'not-possible', message },
  ]);
}
