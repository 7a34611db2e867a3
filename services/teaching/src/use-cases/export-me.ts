import { Inject, Injectable } from '@nestjs/common';
import { type Asker, type ExportCursor, type ExportLine } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { subjectOf } from '../model/class-view';
import { withoutTexts } from '../model/learner-meant';
import { ANSWER_STORE, type AnswerStore, type Person } from '../ports/answer-store';
import { ATTEMPT_STORE, type AttemptStore } from '../ports/attempt-store';
import { type StoredAttempt } from '../ports/stored-attempt';
import { releasedOf } from '../model/told-requests';
import { COMMENT_STORE, type CommentStore } from '../ports/comment-store';
import { LEARNER_STORE, type Decision, type LearnerStore, type StoredLearner } from '../ports/learner-store';
import { ROLE_REQUEST_STORE, type RoleRequestStore } from '../ports/role-request-store';
import { findMeant } from './find-meant';

export interface ExportPage {
  readonly lines: ExportLine[];
  /** Null after the last page. */
  readonly next: ExportCursor | null;
}

interface PartPage {
  readonly lines: ExportLine[];
  /** Where the part goes on; null at its end. */
  readonly after: string | null;
}
type Part = (learner: StoredLearner, after: string | null) => Promise<PartPage>;

/** Short lines, of at most some hundred bytes. */
const SHORT_LINES = 100;
/** Comments, of at most three kilobytes. */
const LONG_LINES = 30;
/** Answers with all that they rest on. */
const LONGEST_LINES = 10;

/** Gives out all that is held of a learner, part by part: no payload could carry it at once. */
@Injectable()
export class ExportMe {
  private readonly parts: readonly Part[] = [
    (learner) => Promise.resolve(this.oneself(learner)),
    (learner, after) => this.consents(learner, after),
    (learner, after) => this.memberships(learner, after),
    (learner, after) => this.answers(learner, after),
    (learner, after) => this.said(learner, after),
    (learner, after) => this.taken(learner, after),
    (learner, after) => this.asked(learner, after),
    (learner, after) => this.given(learner, after),
  ];

  constructor(
    @Inject(LEARNER_STORE)
    private readonly learners: Pick<LearnerStore, 'find' | 'wasErased' | 'decisions' | 'memberships'>,
    @Inject(ANSWER_STORE) private readonly rooms: Pick<AnswerStore, 'seatsOf' | 'people' | 'decisionsOf'>,
    @Inject(COMMENT_STORE) private readonly comments: Pick<CommentStore, 'commentsOfSubject'>,
    @Inject(ATTEMPT_STORE) private readonly attempts: Pick<AttemptStore, 'ofLearner'>,
    @Inject(ROLE_REQUEST_STORE) private readonly requests: Pick<RoleRequestStore, 'askedBy' | 'releasedTo'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param of whom an administrator means, who gets no free text
   * @throws DomainError `not-found`, `learner-erased`, `forbidden`
   */
  async execute(
    tenantId: string,
    by: Asker,
    { part, after }: ExportCursor,
    of?: string,
  ): Promise<ExportPage> {
    // Who is looked at by somebody else is not seen.
    const seen = of === undefined ? this.clock.now() : null;
    const learner = await findMeant(this.learners, { tenantId, by, of }, seen);
    const read = this.parts[part];
    if (read === undefined) return { lines: [], next: null };
    const page = await read(learner, after);
    const more = page.after !== null ? { part, after: page.after } : { part: part + 1, after: null };
    const lines = of === undefined ? page.lines : page.lines.map(withoutTexts);
    return { lines, next: more.part < this.parts.length ? more : null };
  }

  private oneself({ learnerId: id, subject, pseudonym, name, ...learner }: StoredLearner): PartPage {
    const [createdAt, lastSeenAt] = [learner.createdAt.toISOString(), learner.lastSeenAt.toISOString()];
    return { lines: [{ kind: 'learner', id, subject, pseudonym, name, createdAt, lastSeenAt }], after: null };
  }

  private async consents({ tenantId, learnerId }: StoredLearner, after: string | null): Promise<PartPage> {
    const from = after === null ? null : new Date(after);
    const decisions = await this.learners.decisions(tenantId, learnerId, from, SHORT_LINES);
    const lines = decisions.map((each) => ({ kind: 'consent' as const, ...toldDecision(each) }));
    return { lines, after: lines.length < SHORT_LINES ? null : (lines.at(-1)?.at ?? null) };
  }

  private async memberships({ tenantId, learnerId }: StoredLearner, after: string | null): Promise<PartPage> {
    const memberships = await this.learners.memberships(tenantId, learnerId, after, SHORT_LINES);
    const lines = memberships.map(({ classId, className, team, joinedAt, leftAt }) => ({
      kind: 'membership' as const,
      classId,
      className,
      team,
      joinedAt: joinedAt.toISOString(),
      leftAt: leftAt?.toISOString() ?? null,
    }));
    return { lines, after: lines.length < SHORT_LINES ? null : (lines.at(-1)?.classId ?? null) };
  }

  /** One room a page: a participant may have forty answers of 2 KB. */
  private async answers(learner: StoredLearner, after: string | null): Promise<PartPage> {
    const { tenantId } = learner;
    const [seat, ...more] = await this.rooms.seatsOf(tenantId, subjectOf(learner), after, 2);
    if (seat === undefined) return { lines: [], after: null };
    const { roomId, participantId } = seat;
    const ref = { tenantId, roomId };
    const people = await this.rooms.people(ref, [participantId]);
    const decisions = await this.rooms.decisionsOf(ref, participantId);
    const lines = people.map((person) => lineOf(roomId, person, decisions));
    return { lines, after: more.length === 0 ? null : participantId };
  }

  private async said(learner: StoredLearner, after: string | null): Promise<PartPage> {
    const { tenantId } = learner;
    const said = await this.comments.commentsOfSubject(tenantId, subjectOf(learner), after, LONG_LINES);
    const lines = said.map(({ roomId, number, text, at }) => ({
      kind: 'comment' as const,
      roomId,
      number,
      text,
      at: at.toISOString(),
    }));
    return { lines, after: lines.length < LONG_LINES ? null : (said.at(-1)?.commentId ?? null) };
  }

  private async taken({ tenantId, learnerId }: StoredLearner, after: string | null): Promise<PartPage> {
    const before = after ?? undefined;
    const attempts = await this.attempts.ofLearner(tenantId, learnerId, { limit: LONG_LINES, before });
    const lines = attempts.map(attemptLine);
    return { lines, after: lines.length < LONG_LINES ? null : (attempts.at(-1)?.attemptId ?? null) };
  }

  private async asked({ tenantId, learnerId }: StoredLearner, after: string | null): Promise<PartPage> {
    const asked = await this.requests.askedBy(tenantId, learnerId, { limit: LONGEST_LINES, after });
    const lines = asked.map((each) => ({
      kind: 'patient-question' as const,
      attemptId: each.aboutId,
      question: each.asked.question,
      askedAt: each.createdAt.toISOString(),
      said: each.said,
    }));
    return { lines, after: lines.length < LONGEST_LINES ? null : (asked.at(-1)?.id ?? null) };
  }

  /** Of one room a page, as the answers are. */
  private async given(learner: StoredLearner, after: string | null): Promise<PartPage> {
    const { tenantId } = learner;
    const [seat, ...more] = await this.rooms.seatsOf(tenantId, subjectOf(learner), after, 2);
    if (seat === undefined) return { lines: [], after: null };
    const { roomId, participantId } = seat;
    const released = await this.requests.releasedTo(tenantId, [participantId]);
    const lines = released.flatMap((each): ExportLine[] => {
      const told = releasedOf(each);
      return told === null || each.roundId === null
        ? []
        : [{ kind: 'feedback', roomId, roundId: each.roundId, ...told }];
    });
    return { lines, after: more.length === 0 ? null : participantId };
  }
}

const attemptLine = (attempt: StoredAttempt): ExportLine => ({
  kind: 'attempt',
  attemptId: attempt.attemptId,
  assignmentId: attempt.assignmentId,
  number: attempt.number,
  startedAt: attempt.startedAt.toISOString(),
  finishedAt: attempt.finishedAt?.toISOString() ?? null,
  lists: attempt.steps.flatMap(({ step, at }) =>
    step.kind === 'next'
      ? []
      : [{ entries: [...step.entries], other: step.other, committedAt: at.toISOString() }],
  ),
});

const toldDecision = ({ at, ...rest }: Decision) => ({ ...rest, at: at.toISOString() });

const lineOf = (
  roomId: string,
  { participantId, number, name, answers, scores }: Person,
  decisions: readonly Decision[],
): ExportLine => ({
  kind: 'room',
  roomId,
  participantId,
  number,
  name,
  answers: answers.map(({ roundId, attempt, revision, late, committedAt, receivedAt, answer }) => ({
    roundId,
    attempt,
    revision,
    late,
    committedAt: committedAt.toISOString(),
    receivedAt: receivedAt.toISOString(),
    answer,
  })),
  scores: scores.map(({ participantId: _own, ...score }) => score),
  consents: decisions.map(toldDecision),
});
