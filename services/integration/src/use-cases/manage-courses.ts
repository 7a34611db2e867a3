import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type AcceptDeploymentPayload,
  type ChangeDeploymentPayload,
  type ListOfLtiPayload,
  type LtiDeployment,
  type LtiDeployments,
  type LtiLaunchProblems,
} from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { COURSE_STORE, type CourseStore, type Deployment } from '../ports/course-store';
import { LAUNCH_PROBLEMS, type LaunchProblems } from '../ports/launch-problems';

/** Where launches come from, and why they failed. */
@Injectable()
export class ManageCourses {
  constructor(
    @Inject(COURSE_STORE) private readonly courses: Pick<CourseStore, 'list' | 'accept' | 'change'>,
    @Inject(LAUNCH_PROBLEMS) private readonly problems: Pick<LaunchProblems, 'list'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async deployments({ meta, limit, before }: ListOfLtiPayload): Promise<LtiDeployments> {
    const found = await this.courses.list(meta.tenantId, limit + 1, before);
    return { items: found.slice(0, limit).map(deploymentOf), more: found.length > limit };
  }

  /** @throws DomainError `not-found` */
  async accept({ meta, deploymentId }: AcceptDeploymentPayload): Promise<LtiDeployment> {
    const accepted = await this.courses.accept(meta.tenantId, deploymentId, this.clock.now());
    if (accepted === undefined) throw new DomainError('not-found');
    return deploymentOf(accepted);
  }

  /** @throws DomainError `not-found` */
  async change({ meta, deploymentId, teachersSee }: ChangeDeploymentPayload): Promise<LtiDeployment> {
    const beyondCourse = teachersSee === 'all-own';
    const changed = await this.courses.change(meta.tenantId, deploymentId, { beyondCourse });
    if (changed === undefined) throw new DomainError('not-found');
    return deploymentOf(changed);
  }

  async launchProblems({ meta, limit, before }: ListOfLtiPayload): Promise<LtiLaunchProblems> {
    const found = await this.problems.list(meta.tenantId, limit + 1, before);
    const items = found
      .slice(0, limit)
      .map(({ tenantId: _tenant, platformId: registrationId, at, ...problem }) => ({
        ...problem,
        registrationId,
        at: at.toISOString(),
      }));
    return { items, more: found.length > limit };
  }
}

const deploymentOf = ({
  id,
  platformId,
  deploymentId,
  createdAt,
  acceptedAt,
  beyondCourse,
}: Deployment): LtiDeployment => ({
  ...{ id, registrationId: platformId, deploymentId },
  state: acceptedAt === null ? 'pending' : 'active',
  createdAt: createdAt.toISOString(),
  acceptedAt: acceptedAt?.toISOString() ?? null,
  teachersSee: beyondCourse ? 'all-own' : 'course',
});
