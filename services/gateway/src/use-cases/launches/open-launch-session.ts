import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type AttemptOfLearner,
  guestSubject,
  leadsRoom,
  type JobMeta,
  type LaunchPlace,
  type LaunchSession,
  type ToldTicket,
} from '@openrounds/contracts';
import { launchedPrincipal } from '../../model/launched-principal';
import { ATTEMPT_TOKENS, type AttemptTokens } from '../../ports/attempt-tokens';
import { LAUNCH_TOKENS, type LaunchTokens } from '../../ports/launch-tokens';
import { ROOM_TOKENS, type RoomTokens } from '../../ports/room-tokens';
import { SERVICES, type Services } from '../../ports/services';
import { askerOf } from '../teaching-cases';
import { Launches } from './launches';

type Link = NonNullable<ToldTicket['link']>;

/** Changes the ticket of a launch for a session, and finds the place that the launch leads to. */
@Injectable()
export class OpenLaunchSession {
  constructor(
    @Inject(Launches) private readonly launches: Pick<Launches, 'redeem'>,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(LAUNCH_TOKENS) private readonly tokens: Pick<LaunchTokens, 'sign'>,
    @Inject(ATTEMPT_TOKENS) private readonly attemptTokens: Pick<AttemptTokens, 'sign'>,
    @Inject(ROOM_TOKENS) private readonly roomTokens: Pick<RoomTokens, 'sign'>,
  ) {}

  /** @throws DomainError `unauthenticated` for a ticket that is not good; of the place `not-open`, `assignment-closed` … */
  async execute(meta: JobMeta, ticket: string): Promise<LaunchSession> {
    const told = await this.launches.redeem(meta, { ticket });
    const { tenantId, learnerId, role, launchId, locale, returnUrl, courseId, beyondCourse } = told;
    const place = await this.placeOf({ ...meta, tenantId }, told);
    const { token, expiresAt } = await this.tokens.sign({
      tenantId,
      learnerId,
      role,
      courseId,
      beyondCourse,
    });
    return {
      ...{ token, expiresAt: expiresAt.toISOString(), subject: guestSubject(learnerId), role },
      ...{ launchId, language: languageOf(locale), returnUrl, place },
    };
  }

  private async placeOf(meta: JobMeta, told: ToldTicket): Promise<LaunchPlace> {
    const { role, link, choice, reviewedId } = told;
    if (choice !== null) return { kind: 'choice', multiple: choice.multiple };
    if (link === null) return { kind: 'library' };
    if (role === 'teacher') await this.noteLink(meta, told, link);
    if (reviewedId !== null) return this.placeOfReview(meta, told, link, reviewedId);
    return role === 'teacher' ? this.placeOfTeacher(meta, told, link) : this.placeOfStudent(meta, told, link);
  }

  /** What a link leads to is seen by the teachers of its course. */
  private async noteLink(meta: JobMeta, { courseId }: ToldTicket, link: Link): Promise<void> {
    if (courseId !== null)
      await this.services.ask('open-course-link.v1', {
        meta,
        courseId,
        linkId: link.id,
        content: contentOf(link),
      });
  }

  /** Without a course one's own: of another teacher's assignment the case in the library is all there is to see. */
  private async placeOfTeacher(meta: JobMeta, told: ToldTicket, link: Link): Promise<LaunchPlace> {
    const { resourceId: assignmentId, kind } = link;
    if (kind === 'room') return this.lecture(meta, told, link);
    try {
      await this.services.ask('get-assignment.v1', {
        meta,
        by: askerOf(launchedPrincipal(told)),
        assignmentId,
      });
      return { kind: 'assignment', assignmentId };
    } catch (error) {
      if (error instanceof DomainError && ['forbidden', 'not-found'].includes(error.code))
        return { kind: 'library' };
      throw error;
    }
  }

  private async lecture(meta: JobMeta, told: ToldTicket, { resourceId }: Link): Promise<LaunchPlace> {
    const { code, leaders } = await this.services.ask('find-room.v1', { meta, room: resourceId });
    const isSeen = told.courseId !== null || leadsRoom(launchedPrincipal(told), leaders);
    return isSeen ? { kind: 'lecture', code } : { kind: 'library' };
  }

  private async placeOfStudent(meta: JobMeta, told: ToldTicket, link: Link): Promise<LaunchPlace> {
    const { learnerId, courseId } = told;
    const placed = await this.services.ask('attempt-of-learner.v1', {
      ...{ meta, linkId: link.id, learnerId, content: contentOf(link) },
      ...(courseId === null ? {} : { courseId }),
    });
    if (placed.kind === 'room') return this.seat(meta, placed);
    const { assignmentId, attemptId, closesAt = null } = placed;
    const own = { tenantId: meta.tenantId, learnerId, attemptId };
    const token = await this.attemptTokens.sign(own, closesAt === null ? null : new Date(closesAt));
    return { kind: 'attempt', assignmentId, attemptId, ...(token === undefined ? {} : { token }) };
  }

  /** The seat of a learner, with the token that phones sit by. */
  private async seat(meta: JobMeta, seat: Extract<AttemptOfLearner, { kind: 'room' }>): Promise<LaunchPlace> {
    const { roomId, participantId, number } = seat;
    const { code } = await this.services.ask('find-room.v1', { meta, room: roomId });
    const { tenantId } = meta;
    const { token } = await this.roomTokens.sign({ tenantId, roomId, code, participantId, number });
    return { kind: 'room', code, number, token };
  }

  /** @throws DomainError `not-found` where the learner has no attempt, or whoever asks may not see it */
  private async placeOfReview(
    meta: JobMeta,
    told: ToldTicket,
    { id: linkId, resourceId: assignmentId }: Link,
    reviewedId: string,
  ): Promise<LaunchPlace> {
    const asked = { meta, by: askerOf(launchedPrincipal(told)), linkId, learnerId: reviewedId, assignmentId };
    const { attemptId } = await this.services.ask('reviewed-attempt.v1', asked);
    return { kind: told.role === 'teacher' ? 'review' : 'attempt', assignmentId, attemptId };
  }
}

const contentOf = ({ kind, resourceId }: Link) => ({ kind, id: resourceId });

/** The language of a locale (BCP 47), where we speak it. */
export const languageOf = (locale: string | null): 'en' | 'zh' | null => {
  const [language] = (locale ?? '').toLowerCase().split(/[-_]/);
  return language === 'en' || language === 'zh' ? language : null;
};
