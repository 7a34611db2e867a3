import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type CreateAssignmentPayload } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { contentHashOf } from '../model/case-hash';
import { forecastRequests } from '../model/new-version';
import { ASSIGNMENT_STORE, type AssignmentStore } from '../ports/assignment-store';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { CASE_STORE, type CaseStore } from '../ports/case-store';
import { CourseView } from './course-view';
import { OpenClass } from './open-class';
import { publishedCase } from './published-case';

const dateOf = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

/** Makes an assignment of a published case. Asked twice for one id, it does so once. */
@Injectable()
export class CreateAssignment {
  constructor(
    @Inject(ASSIGNMENT_STORE) private readonly assignments: Pick<AssignmentStore, 'add'>,
    @Inject(CASE_STORE) readonly cases: Pick<CaseStore, 'find' | 'readBody'>,
    @Inject(CASE_LIBRARIES) readonly libraries: CaseLibraries,
    private readonly openClass: OpenClass,
    private readonly courseView: CourseView,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found`, `case-erased`, `case-not-published`, `invalid-request`; of the class `not-found`,
   *   `forbidden`, `class-archived`
   * @throws BundleError when the knowledge version is not there
   */
  async execute({ meta, by, assignmentId, versions, given }: CreateAssignmentPayload): Promise<void> {
    const { tenantId } = meta;
    const { caseId, caseVersion, classId = null, mode, attempts, scored, tutor } = given;
    if (classId !== null) {
      const { stored } = await this.openClass.forStaff(tenantId, classId, by);
      if (stored.archivedAt !== null) throw new DomainError('class-archived');
    }
    const { version, body } = await publishedCase(this, { tenantId, caseId, caseVersion, versions });
    const stages = given.stages ?? body.stages.length;
    if (stages > body.stages.length) throw tooManyStages(body.stages.length);
    const contentHash = contentHashOf(body);
    const { vocabulary } = await this.libraries.of(versions.knowledge);
    await this.assignments.add({
      ...{
        tenantId,
        assignmentId,
        owner: by.subject,
        classId,
        caseId,
        caseVersion: version,
        contentHash,
        versions,
      },
      ...{ mode, stages, attempts, scored, tutor },
      opensAt: dateOf(given.opensAt),
      closesAt: dateOf(given.closesAt),
      createdAt: this.clock.now(),
      body,
      forecasts: forecastRequests({ meta, body, contentHash, versions }, vocabulary).slice(0, stages),
    });
    await this.courseView.madeBy(by, tenantId, assignmentId);
  }
}

const tooManyStages = (stages: number): DomainError =>
  new DomainError('invalid-request', 'The case has fewer stages', [
    { pointer: '/stages', code: 'too-big', message: `the case has ${String(stages)} stages` },
  ]);
