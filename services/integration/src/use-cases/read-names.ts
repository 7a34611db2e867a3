import { Inject, Injectable } from '@nestjs/common';
import {
  type GivenNamesRequest,
  type ListOfLtiPayload,
  type NamesReadEvents,
  type NamesOutcome,
  type ToldNames,
} from '@openrounds/contracts';
import { CLOCK, newId, type Clock } from '@openrounds/platform';
import { TryFailed } from '../model/try-failed';
import { COURSE_STORE, type CourseStore } from '../ports/course-store';
import { LEARNER_STORE, type LearnerStore } from '../ports/learner-store';
import { NAMES_READ_STORE, type NamesReadStore } from '../ports/names-read';
import { PLATFORM_STORE, type PlatformStore } from '../ports/platform-store';
import { ROSTER, type Roster } from '../ports/roster';

const nobody = (outcome: Exclude<NamesOutcome, 'read'>): ToldNames => ({ outcome, names: [] });

/** Reads the names of a course for its teacher. They are told and forgotten; that they were read is noted. */
@Injectable()
export class ReadNames {
  constructor(
    @Inject(COURSE_STORE) private readonly courses: Pick<CourseStore, 'linkIn' | 'findDeployment'>,
    @Inject(PLATFORM_STORE) private readonly platforms: Pick<PlatformStore, 'byId'>,
    @Inject(LEARNER_STORE) private readonly learners: Pick<LearnerStore, 'knownOf'>,
    @Inject(ROSTER) private readonly roster: Roster,
    @Inject(NAMES_READ_STORE) private readonly noted: Pick<NamesReadStore, 'add' | 'list'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tenantId: string, given: GivenNamesRequest): Promise<ToldNames> {
    const { courseId, assignmentId, subject } = given;
    const link = await this.courses.linkIn(tenantId, courseId, assignmentId);
    const deployment = link && (await this.courses.findDeployment(tenantId, link.deploymentId));
    const platform = deployment && (await this.platforms.byId(deployment.platformId));
    if (link === undefined || platform === undefined) return nobody('not-in-course');
    if (!platform.roster) return nobody('switched-off');
    if (link.rosterUrl === null) return nobody('not-offered');
    try {
      const members = await this.roster.read(platform, link.rosterUrl);
      const names = await this.learners.knownOf({ tenantId, issuer: platform.issuer }, members);
      const at = this.clock.now();
      await this.noted.add({
        id: newId(),
        tenantId,
        subject,
        courseId,
        assignmentId,
        names: names.length,
        at,
      });
      return { outcome: 'read', names: [...names] };
    } catch (error) {
      if (error instanceof TryFailed) return nobody(outcomeOf(error));
      throw error;
    }
  }

  async events({ meta, limit, before }: ListOfLtiPayload): Promise<NamesReadEvents> {
    const found = await this.noted.list(meta.tenantId, limit + 1, before);
    const items = found
      .slice(0, limit)
      .map(({ tenantId: _tenant, at, ...event }) => ({ ...event, at: at.toISOString() }));
    return { items, more: found.length > limit };
  }
}

function outcomeOf({ outcome: { kind, cause } }: TryFailed): Exclude<NamesOutcome, 'read'> {
  if (cause === 'busy') return 'busy';
  if (kind === 'passing') return 'unreachable';
  return cause === 'scope-missing'
    ? 'not-allowed'
    : cause === 'not-trusted'
      ? 'not-trusted'
      : 'not-understood';
}
