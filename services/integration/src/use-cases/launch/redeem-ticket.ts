import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type GivenTicket, type ToldTicket } from '@openrounds/contracts';
import { hashOf } from '@openrounds/lti';
import { CLOCK, type Clock } from '@openrounds/platform';
import { CMI5_SESSIONS, type Cmi5Sessions } from '../../ports/cmi5-sessions';
import { COURSE_STORE, type CourseStore } from '../../ports/course-store';
import { LAUNCH_STORE, type LaunchStore } from '../../ports/launch-store';

/** Takes a ticket: once. */
@Injectable()
export class RedeemTicket {
  constructor(
    @Inject(LAUNCH_STORE) private readonly launches: Pick<LaunchStore, 'find' | 'redeem'>,
    @Inject(COURSE_STORE) private readonly courses: Pick<CourseStore, 'findLink'>,
    @Inject(CMI5_SESSIONS) private readonly sessions: Pick<Cmi5Sessions, 'redeem'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `unauthenticated` if the ticket is none, was used or is too old */
  async execute({ ticket }: GivenTicket): Promise<ToldTicket> {
    const told = (await this.ofPlatform(ticket)) ?? (await this.ofUnit(ticket));
    if (told === undefined) throw new DomainError('unauthenticated', 'This ticket is not good');
    return told;
  }

  private async ofPlatform(ticket: string): Promise<ToldTicket | undefined> {
    const found = await this.launches.redeem(hashOf(ticket), this.clock.now());
    const said = found && (await this.launches.find(found.launchId))?.said;
    if (found === undefined || !said) return undefined;
    const { tenantId, launchId, learnerId, role, linkId, reviewedId, courseId, beyondCourse } = found;
    const link = linkId === null ? undefined : await this.courses.findLink(tenantId, linkId);
    return {
      ...{ tenantId, launchId, learnerId, role, reviewedId, courseId, beyondCourse },
      message: said.message,
      choice: said.choice && { multiple: said.choice.acceptMultiple },
      link: link === undefined ? null : { id: link.id, kind: link.content.kind, resourceId: link.content.id },
      locale: said.locale,
      returnUrl: said.returnUrl,
    };
  }

  /** Of a unit that was launched by cmi5: who leaves it ends its session, so that there is no way back around that. */
  private async ofUnit(ticket: string): Promise<ToldTicket | undefined> {
    const session = await this.sessions.redeem(hashOf(ticket), this.clock.now());
    if (session === undefined) return undefined;
    const { tenantId, learnerId, linkId, assignmentId, id: launchId, said } = session;
    return {
      ...{ tenantId, launchId, learnerId, role: 'student', reviewedId: null, message: 'resource-link' },
      ...{ courseId: null, beyondCourse: false },
      choice: null,
      link: { id: linkId, kind: 'assignment', resourceId: assignmentId },
      ...{ locale: said.language, returnUrl: null },
    };
  }
}
