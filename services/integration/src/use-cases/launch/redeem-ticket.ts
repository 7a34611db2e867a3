import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type GivenTicket, type ToldTicket } from '@openrounds/contracts';
import { hashOf } from '@openrounds/lti';
import { CLOCK, type Clock } from '@openrounds/platform';
import { COURSE_STORE, type CourseStore } from '../../ports/course-store';
import { LAUNCH_STORE, type LaunchStore } from '../../ports/launch-store';

/** Takes a ticket: once. */
@Injectable()
export class RedeemTicket {
  constructor(
    @Inject(LAUNCH_STORE) private readonly launches: Pick<LaunchStore, 'find' | 'redeem'>,
    @Inject(COURSE_STORE) private readonly courses: Pick<CourseStore, 'findLink'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `unauthenticated` if the ticket is none, was used or is too old */
  async execute({ ticket }: GivenTicket): Promise<ToldTicket> {
    const found = await this.launches.redeem(hashOf(ticket), this.clock.now());
    const said = found && (await this.launches.find(found.launchId))?.said;
    if (found === undefined || !said) throw new DomainError('unauthenticated', 'This ticket is not good');
    const { tenantId, launchId, learnerId, role, linkId, reviewedId } = found;
    const link = linkId === null ? undefined : await this.courses.findLink(tenantId, linkId);
    return {
      ...{ tenantId, launchId, learnerId, role, reviewedId },
      message: said.message,
      link: link === undefined ? null : { id: link.id, kind: link.content.kind, resourceId: link.content.id },
      locale: said.locale,
      returnUrl: said.returnUrl,
    };
  }
}
