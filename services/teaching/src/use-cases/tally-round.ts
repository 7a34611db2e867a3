import { Inject, Injectable } from '@nestjs/common';
import { isCounted, isOver, type Round, uncountedNumbers } from '@openrounds/learning';
import { CLOCK, type Clock } from '@openrounds/platform';
import { classResultOf, scoresOf, type Key } from '../model/class-result';
import { gainOfTeams, teamScores } from '../model/team';
import { readingOf } from '../model/room-reading';
import {
  ANSWER_STORE,
  type AnswerStore,
  type NewTally,
  type StoredTally,
  type TallyReader,
} from '../ports/answer-store';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { ROOM_STORE, type RoomRef, type RoomStore, type StoredRoom } from '../ports/room-store';

type Basis = Pick<Key, 'reading'> & Partial<Pick<Key, 'body'>>;

/** Counts the answers of a round from its rows. Counted twice, it gives the same. */
@Injectable()
export class TallyRound {
  constructor(
    @Inject(ANSWER_STORE) private readonly answers: Pick<AnswerStore, 'tallies' | 'tally'>,
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'find' | 'readCase'>,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws BundleError when the knowledge version is not there */
  async execute(ref: RoomRef, roundId: string): Promise<void> {
    const stored = await this.rooms.find(ref);
    const round = stored?.room.rounds.find(({ id }) => id === roundId);
    if (stored === undefined || round === undefined) return;
    // The case is opened only for what is closed: an open round is counted four times a second.
    const basis = round.state === 'open' ? undefined : await this.basisOf(stored);
    await this.answers.tally(ref, roundId, (read) => this.count(read, roundId, basis));
  }

  /**
   * Counts the rounds of a room.
   *
   * @param which `unsettled`: those that are open, or closed and not counted for good; `all`: every round that was asked,
   *   since what counts has changed
   */
  async rounds(ref: RoomRef, which: 'unsettled' | 'all'): Promise<void> {
    const stored = await this.rooms.find(ref);
    if (stored === undefined) return;
    const tallies = await this.answers.tallies(ref);
    for (const round of stored.room.rounds)
      if (round.state !== 'prepared' && (which === 'all' || !isFinal(round, tallies)))
        await this.execute(ref, round.id);
  }

  private async basisOf(stored: StoredRoom): Promise<Basis> {
    const { vocabulary } = await this.libraries.of(stored.versions.knowledge);
    const body = await this.rooms.readCase(stored);
    return { reading: readingOf(vocabulary, stored), ...(body === undefined ? {} : { body }) };
  }

  /** Null where a round was closed after it was looked at: whoever closed it has it counted. */
  private async count(
    read: TallyReader,
    roundId: string,
    basis: Basis | undefined,
  ): Promise<NewTally | null> {
    const { room } = read.stored;
    const round = room.rounds.find(({ id }) => id === roundId);
    if (round === undefined || round.state === 'prepared') return null;
    const { attempt } = round;
    if (round.state === 'open') {
      const { inTime, late } = await read.count(attempt, uncountedNumbers(room, round));
      const answered = inTime + (round.lateCounts ? late : 0);
      return { attempt, answered, late, body: null, teamGain: null, final: false, scores: null };
    }
    if (basis === undefined) return null;
    const all = await read.answers(attempt);
    const counted = all.filter(({ receivedAt, ...kept }) =>
      isCounted(room, round, { ...kept, receivedAt: receivedAt.getTime() }),
    );
    const scores = this.scores(round, counted, basis, read.stored);
    return {
      attempt,
      answered: counted.length,
      late: all.filter(({ late }) => late).length,
      body: classResultOf(round, counted, basis.reading),
      final: isOver(round, this.clock.now().getTime()),
      teamGain: await gainOf(read, round, scores),
      scores,
    };
  }

  /** Without the case nothing can be scored: what was scored stays. */
  private scores(
    round: Round,
    counted: Parameters<typeof scoresOf>[1],
    { body, reading }: Basis,
    { planted }: StoredRoom,
  ): NewTally['scores'] {
    return body === undefined
      ? null
      : scoresOf(round, counted, { body, reading, planted: planted[round.id] });
  }
}

/** What teams gained over what their members answered alone. */
async function gainOf(
  read: TallyReader,
  round: Round,
  scores: NewTally['scores'],
): Promise<NewTally['teamGain']> {
  if (round.answerBy !== 'team' || scores === null) return null;
  const all = [...(await read.scores()).filter(({ roundId }) => roundId !== round.id), ...scores];
  return gainOfTeams(teamScores(read.stored, round, all, await read.members()));
}

const isFinal = ({ id, attempt }: Round, tallies: readonly StoredTally[]): boolean =>
  tallies.some((tally) => tally.roundId === id && tally.attempt === attempt && tally.final);
