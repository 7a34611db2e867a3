import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type ToldLaunch } from '@openrounds/contracts';
import { hashOf, type Launch, LaunchRefused, resourceOf, roleOf } from '@openrounds/lti';
import { CLOCK, type Clock } from '@openrounds/platform';
import { courseIdOf } from '../../model/course-id';
import { frameOriginsOf } from '../../model/frame-origins';
import {
  COURSE_STORE,
  type CourseStore,
  type LinkedContent,
  type OpenedLink,
} from '../../ports/course-store';
import { type AskedLogin, LAUNCH_STORE, type LaunchStore } from '../../ports/launch-store';
import { LEARNER_STORE, type LearnerStore } from '../../ports/learner-store';
import { LINKED_CONTENTS, type LinkedContents } from '../../ports/linked-contents';
import { type OwnedPlatform } from '../../ports/platform-store';
import { LAUNCH_RULES, type LaunchRules } from '../../settings';
import { loginAgain } from './login-again';

const TICKET_MS = 60_000;

/** A launch whose token and browser are believed. */
export interface BelievedLaunch {
  readonly id: string;
  readonly platform: OwnedPlatform;
  readonly login: AskedLogin;
  readonly said: Launch;
  readonly requestId: string;
}

/** Makes of a launch that is believed a ticket: the person, the link, and what it leads to. */
@Injectable()
export class AdmitLaunch {
  constructor(
    @Inject(COURSE_STORE) private readonly courses: Pick<CourseStore, 'see' | 'openLink'>,
    @Inject(LAUNCH_STORE) private readonly launches: Pick<LaunchStore, 'addTicket'>,
    @Inject(LEARNER_STORE) private readonly learners: Pick<LearnerStore, 'admit' | 'known'>,
    @Inject(LINKED_CONTENTS) private readonly contents: LinkedContents,
    @Inject(LAUNCH_RULES) private readonly rules: LaunchRules,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws LaunchRefused `lti-claims` for what this role may not, `lti-resource-gone` */
  async execute(launch: BelievedLaunch): Promise<ToldLaunch> {
    const { id, platform, login, said } = launch;
    const { tenantId, issuer } = platform;
    const { role, testUser } = roleOf(said.roles, said.message === 'deep-linking' ? said.message : 'other');
    if (said.message === 'deep-linking' && role !== 'teacher') throw new LaunchRefused('lti-claims', 'role');
    if (said.choice?.acceptTypes.includes('ltiResourceLink') === false)
      throw new LaunchRefused('lti-claims', 'claim', { claim: 'deep_linking_settings.accept_types' });
    const reviewedId = await this.reviewed(launch, role);
    const content = await this.contentOf(launch);
    const now = this.clock.now();
    const learnerId = await this.learners.admit({ tenantId, issuer, subject: said.subject, testUser }, now);
    const { id: deploymentId, beyondCourse } = await this.courses.see(platform, said.deploymentId, now, null);
    const courseId = courseIdOf(deploymentId, said.contextId);
    const linkId =
      content === null ? null : await this.openLink(launch, { deploymentId, courseId, content }, now);
    const ticket = randomBytes(32).toString('base64url');
    const good = new Date(now.getTime() + TICKET_MS);
    const found = { tenantId, launchId: id, learnerId, role, linkId, reviewedId, courseId, beyondCourse };
    await this.launches.addTicket(hashOf(ticket), found, good);
    if (content?.kind !== 'room') return { outcome: 'ticket', ticket, launchId: id, page: 'console' };
    if (role === 'student') return { outcome: 'ticket', ticket, launchId: id, page: 'room' };
    return {
      ...{ outcome: 'window', ticket, launchId: id, again: loginAgain(platform, login) },
      ...{ locale: said.locale, frameOrigins: frameOriginsOf(platform, said.returnUrl) },
    };
  }

  /** A review is for teachers, and for whoever did the work. */
  private async reviewed(
    { platform: { tenantId, issuer }, said }: BelievedLaunch,
    role: 'teacher' | 'student',
  ): Promise<string | null> {
    const subject = said.link?.reviewedSubject ?? null;
    if (subject === null) return null;
    if (role !== 'teacher' && subject !== said.subject) throw new LaunchRefused('lti-resource-gone', 'role');
    const known = await this.learners.known({ tenantId, issuer, subject });
    if (known === undefined) throw new LaunchRefused('lti-resource-gone', 'resource');
    return known;
  }

  private async contentOf({ platform, said, requestId }: BelievedLaunch): Promise<LinkedContent | null> {
    if (said.link === null) return null;
    const resourceId = resourceOf(said.link, this.rules.publicUrl);
    const found = await this.contents.find({ tenantId: platform.tenantId, requestId }, resourceId);
    if (found === undefined) throw new LaunchRefused('lti-resource-gone', 'resource');
    return found;
  }

  private async openLink(
    { platform, said }: BelievedLaunch,
    stands: Pick<OpenedLink, 'deploymentId' | 'courseId' | 'content'>,
    now: Date,
  ): Promise<string> {
    const { id } = await this.courses.openLink(
      {
        tenantId: platform.tenantId,
        ...stands,
        contextId: said.contextId ?? '',
        resourceLinkId: said.link?.id ?? '',
        grades: said.link?.grades ?? null,
        rosterUrl: said.rosterUrl,
      },
      now,
    );
    return id;
  }
}
