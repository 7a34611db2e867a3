import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  guestSubject,
  type Asker,
  type AttemptOfLearner,
  type AttemptOfLearnerPayload,
  type OpenCourseLinkPayload,
} from '@openrounds/contracts';
import { CLOCK, newId, type Clock } from '@openrounds/platform';
import { isOver, stateOf } from '../model/assignment-view';
import { newPseudonym } from '../model/join-code';
import { ASSIGNMENT_STORE, type AssignmentStore } from '../ports/assignment-store';
import { ATTEMPT_STORE, type AttemptStore } from '../ports/attempt-store';
import { COURSE_LINKS, type CourseLinks } from '../ports/course-links';
import { LAUNCHED_LEARNERS, type LaunchedLearners } from '../ports/launched-learners';
import { ROOM_STORE, type RoomStore } from '../ports/room-store';
import { foundAssignment, foundAttempt } from './find-assignment';
import { foundRoom } from './find-room';
import { JoinRoom } from './join-room';
import { ShowAttempt } from './show-attempt';
import { refusalTo } from './take-attempt';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Finds the place of a launched learner: the same link and learner find the same one. */
@Injectable()
export class PlaceLaunched {
  constructor(
    @Inject(LAUNCHED_LEARNERS) private readonly launched: LaunchedLearners,
    @Inject(ASSIGNMENT_STORE) private readonly assignments: Pick<AssignmentStore, 'find'>,
    @Inject(ATTEMPT_STORE) private readonly attempts: Pick<AttemptStore, 'begin'>,
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'find'>,
    @Inject(COURSE_LINKS) private readonly courseLinks: Pick<CourseLinks, 'put'>,
    private readonly show: ShowAttempt,
    private readonly joinRoom: JoinRoom,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found`, `learner-erased`, `not-open`, `assignment-closed`, `case-in-room`; of rooms `room-ended`,
   *   `room-full`, `room-locked`
   */
  async execute(wanted: AttemptOfLearnerPayload): Promise<AttemptOfLearner> {
    return wanted.content.kind === 'room' ? this.inRoom(wanted) : this.atAssignment(wanted);
  }

  private async atAssignment(wanted: AttemptOfLearnerPayload): Promise<AttemptOfLearner> {
    const {
      meta: { tenantId },
      linkId,
      learnerId,
      content: { id: assignmentId },
    } = wanted;
    const ref = { tenantId, assignmentId };
    const assignment = foundAssignment(await this.assignments.find(ref));
    const by: Asker = { subject: guestSubject(learnerId), role: 'student', learnerId };
    await this.show.requireFree(assignment, by);
    const now = this.clock.now();
    await this.admit(tenantId, learnerId, now);
    await this.noteLink(wanted);
    const placed = await this.attempts.begin(ref, { learnerId, linkId }, (current, before) => {
      const open = before.find((each) => !isOver(stateOf(each, current, now)));
      if (open !== undefined) return open;
      const refusal = refusalTo(current, before, now);
      if (refusal === null) return { attemptId: newId(), at: now };
      const last = before.at(-1);
      if (last === undefined) throw new DomainError(refusal);
      return last;
    });
    if (placed === 'erased') throw new DomainError('learner-erased');
    const closesAt = assignment.closesAt?.toISOString() ?? null;
    return { kind: 'assignment', assignmentId, attemptId: foundAttempt(placed).attemptId, closesAt };
  }

  private async inRoom(wanted: AttemptOfLearnerPayload): Promise<AttemptOfLearner> {
    const {
      meta: { tenantId },
      linkId,
      learnerId,
      content: { id: roomId },
    } = wanted;
    const ref = { tenantId, roomId };
    const { room } = foundRoom(await this.rooms.find(ref));
    await this.admit(tenantId, learnerId, this.clock.now());
    await this.noteLink(wanted);
    const key = sha256(`openrounds/launched-seat ${linkId} ${learnerId}`);
    const [seat] = await this.joinRoom.execute(ref, [
      {
        joinKeyHash: key,
        resumeHash: sha256(`${key} ${newId()}`),
        resumes: false,
        subject: guestSubject(learnerId),
        learnerId,
        language: room.language,
        name: null,
        consents: [],
      },
    ]);
    if (seat?.ok !== true) throw new DomainError(seat?.code ?? 'not-found');
    return { kind: 'room', roomId, participantId: seat.participantId, number: seat.number };
  }

  /** A teacher opened a link. @throws DomainError `not-found` */
  async openLink(opened: OpenCourseLinkPayload): Promise<void> {
    const { content, meta } = opened;
    const { tenantId } = meta;
    if (content.kind === 'room') foundRoom(await this.rooms.find({ tenantId, roomId: content.id }));
    else foundAssignment(await this.assignments.find({ tenantId, assignmentId: content.id }));
    await this.noteLink(opened);
  }

  private async noteLink({
    meta: { tenantId },
    linkId,
    courseId,
    content,
  }: Pick<AttemptOfLearnerPayload, 'meta' | 'linkId' | 'courseId' | 'content'>): Promise<void> {
    if (courseId !== undefined)
      await this.courseLinks.put({ tenantId, linkId, courseId, contentId: content.id });
  }

  private async admit(tenantId: string, learnerId: string, at: Date): Promise<void> {
    const admitted = await this.launched.admit(tenantId, { learnerId, pseudonym: newPseudonym(), at });
    if (admitted === 'erased') throw new DomainError('learner-erased');
  }
}
