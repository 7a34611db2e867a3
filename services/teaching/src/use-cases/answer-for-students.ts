import { Inject, Injectable } from '@nestjs/common';
import { MAX_ROOM_BATCH, type GivenSubmission, type RoomAnswer } from '@openrounds/contracts';
import { isAnswered, revisionSent, simulatedAnswer, type Round } from '@openrounds/learning';
import { CLOCK, newId, type Clock } from '@openrounds/platform';
import { studentsAsked, type SeatedStudent } from '../model/simulated-class';
import { answererOf } from '../model/team';
import { askedOf } from '../model/what-students-know';
import { ANSWER_STORE, type AnswerStore } from '../ports/answer-store';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { type StoredRoom } from '../ports/room-store';
import { RecordSubmissions } from './record-submissions';
import { ShowRoom } from './show-room';

/** Answers of one room at a turn: a full rehearsal that answers in ten seconds needs half of them. */
const MOST_AT_A_TURN = 4 * MAX_ROOM_BATCH;

interface Due extends SeatedStudent {
  readonly revision: number;
}

/**
 * Sends what the simulated students of a rehearsal have answered by now, as phones would: in batches, through the same
 * judgement and count. What was sent before is not sent again, and would change nothing.
 */
@Injectable()
export class AnswerForStudents {
  constructor(
    @Inject(ANSWER_STORE) private readonly answers: Pick<AnswerStore, 'revisions'>,
    private readonly showRoom: ShowRoom,
    private readonly recordSubmissions: RecordSubmissions,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws BundleError when the knowledge version is not there */
  async execute(stored: StoredRoom): Promise<void> {
    const now = this.clock.now().getTime();
    for (const round of stored.room.rounds) if (isAnswered(round, now)) await this.answer(stored, round, now);
  }

  private async answer(stored: StoredRoom, round: Round, now: number): Promise<void> {
    const sent = await this.answers.revisions(stored, { roundId: round.id, attempt: round.attempt });
    const due = studentsAsked(stored, round.answerBy)
      .map((each) => ({ ...each, revision: revisionSent(each.student, round, now) }))
      .filter((each) => each.revision > (sent.get(answererOf(stored, round.id, each)) ?? 0))
      .slice(0, MOST_AT_A_TURN);
    if (due.length === 0) return;
    const submissions = await this.submissionsOf(stored, round, due);
    for (let from = 0; from < submissions.length; from += MAX_ROOM_BATCH)
      await this.recordSubmissions.execute(stored, submissions.slice(from, from + MAX_ROOM_BATCH));
  }

  private async submissionsOf(
    stored: StoredRoom,
    round: Round,
    due: readonly Due[],
  ): Promise<GivenSubmission[]> {
    const meta = { tenantId: stored.tenantId, requestId: newId() };
    const { body, engine, content } = await this.showRoom.scene(meta, stored);
    const key = content.rounds.get(round.id)?.key ?? null;
    const { diseases } = (await this.libraries.of(stored.versions.knowledge)).vocabulary;
    const knowsDisease = (id: string): boolean => diseases.has(id);
    const asked = askedOf(round, { stored, body, engine, key, knowsDisease });
    const committedAt = this.clock.now().toISOString();
    return due.flatMap(({ student, participantId, number, revision }) => {
      const answer = simulatedAnswer(student, round.task, asked);
      const { id: roundId, attempt } = round;
      return answer === null
        ? []
        : [
            {
              participantId,
              number,
              roundId,
              attempt,
              revision,
              committedAt,
              answer: answer as RoomAnswer,
            },
          ];
    });
  }
}
