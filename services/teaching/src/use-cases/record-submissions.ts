import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type GivenSubmission } from '@openrounds/contracts';
import { CLOCK, Metrics, type Clock } from '@openrounds/platform';
import { answersToWrite, judgeBatch, type Judged } from '../model/judge-answers';
import { ANSWER_STORE, type AnswerStore } from '../ports/answer-store';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { COUNTING, type Counting } from '../ports/counting';
import { type RoomRef } from '../ports/room-store';
import { FindRoom } from './find-room';
import { KeepAwake } from './keep-awake';

export interface Received {
  readonly receivedAt: Date;
  /** In the order of the answers. */
  readonly judged: readonly Judged[];
}

/** Writes a batch of answers. What it says of one is true after the commit, and sending it again changes nothing. */
@Injectable()
export class RecordSubmissions {
  constructor(
    @Inject(ANSWER_STORE) private readonly answers: Pick<AnswerStore, 'record'>,
    private readonly findRoom: FindRoom,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    @Inject(COUNTING) private readonly counting: Counting,
    private readonly keepAwake: KeepAwake,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'rooms'>,
  ) {}

  /**
   * @throws DomainError `not-found` for a room that is not there
   * @throws BundleError when the knowledge version is not there
   */
  async execute(ref: RoomRef, submissions: readonly GivenSubmission[]): Promise<Received> {
    await this.keepAwake.wake();
    const receivedAt = this.clock.now();
    const { versions } = await this.findRoom.byId(ref);
    const { diseases } = (await this.libraries.of(versions.knowledge)).vocabulary;
    const knowsDisease = (id: string): boolean => diseases.has(id);
    const arrivals = submissions.map((submission) => ({ ...submission, receivedAt }));
    const senders = submissions.map(({ participantId }) => participantId);
    const recorded = await this.answers.record(ref, senders, (stored, present) =>
      answersToWrite(stored, arrivals, present, knowsDisease),
    );
    if (recorded === undefined) throw new DomainError('not-found', 'There is no such room');
    for (const roundId of new Set([...recorded.written].map((key) => key.slice(0, key.indexOf('/')))))
      this.counting.soon(ref, roundId);
    const judged = judgeBatch(arrivals, recorded, knowsDisease);
    // Metrics count what people do.
    if (recorded.stored.room.rehearsal === undefined)
      for (const each of judged)
        this.metrics.rooms.answers.inc({ status: each.ok ? each.status : 'refused' });
    return { receivedAt, judged };
  }
}
