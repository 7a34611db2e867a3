import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  guestSubject,
  type JobMeta,
  type LaunchPlace,
  type LaunchSession,
  type ToldTicket,
} from '@openrounds/contracts';
import { LAUNCH_TOKENS, type LaunchTokens } from '../../ports/launch-tokens';
import { SERVICES, type Services } from '../../ports/services';
import { Launches } from './launches';

/** Changes the ticket of a launch for a session, and finds the place that the launch leads to. */
@Injectable()
export class OpenLaunchSession {
  constructor(
    private readonly launches: Launches,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(LAUNCH_TOKENS) private readonly tokens: Pick<LaunchTokens, 'sign'>,
  ) {}

  /** @throws DomainError `unauthenticated` for a ticket that is not good; of the place `not-open`, `assignment-closed` … */
  async execute(meta: JobMeta, ticket: string): Promise<LaunchSession> {
    const told = await this.launches.redeem(meta, { ticket });
    const { tenantId, learnerId, role, launchId, locale, returnUrl } = told;
    const place = await this.placeOf({ ...meta, tenantId }, told);
    const { token, expiresAt } = await this.tokens.sign({ tenantId, learnerId, role });
    return {
      ...{ token, expiresAt: expiresAt.toISOString(), subject: guestSubject(learnerId), role },
      ...{ launchId, language: languageOf(locale), returnUrl, place },
    };
  }

  private async placeOf(meta: JobMeta, { role, learnerId, link, choice }: ToldTicket): Promise<LaunchPlace> {
    if (choice !== null) return { kind: 'choice', multiple: choice.multiple };
    if (link === null) return { kind: 'library' };
    const { id: linkId, kind, resourceId } = link;
    if (role === 'teacher') return this.placeOfTeacher(meta, learnerId, resourceId);
    const content = { kind, id: resourceId };
    const placed = await this.services.ask('attempt-of-learner.v1', { meta, linkId, learnerId, content });
    if (placed.kind === 'room') return { kind: 'library' };
    return { kind: 'attempt', assignmentId: placed.assignmentId, attemptId: placed.attemptId };
  }

  /** An assignment of one's own; of another teacher's the case in the library is all there is to see. */
  private async placeOfTeacher(meta: JobMeta, learnerId: string, assignmentId: string): Promise<LaunchPlace> {
    const by = { subject: guestSubject(learnerId), role: 'teacher' } as const;
    try {
      await this.services.ask('get-assignment.v1', { meta, by, assignmentId });
      return { kind: 'assignment', assignmentId };
    } catch (error) {
      if (error instanceof DomainError && ['forbidden', 'not-found'].includes(error.code))
        return { kind: 'library' };
      throw error;
    }
  }
}

/** The language of a locale (BCP 47), where we speak it. */
export const languageOf = (locale: string | null): 'en' | 'zh' | null => {
  const [language] = (locale ?? '').toLowerCase().split(/[-_]/);
  return language === 'en' || language === 'zh' ? language : null;
};
